package org.evidencewatch.change;

import java.util.Locale;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;

/** Why a capture was flagged or, mostly, was not. */
public enum Rule {
    FIRST_SEEN("It is the first good reading of the page: what later ones are compared with."),
    NOT_MODIFIED("The server says that nothing changed since a capture that was no news."),
    IDENTICAL_BYTES("It brought byte for byte what we hold, and that was no news."),
    SAME_TEXT("Its text is the accepted one, once what changes by itself is replaced by placeholders."),
    COSMETIC("The page differs from the accepted one, but not in what it says."),
    VARIANT("It is a copy of the page that was seen before."),
    REINTERPRETED("Only our rules changed: read by the same ones, it says what was accepted."),
    ALREADY_FLAGGED("It shows what was flagged before and is still open."),
    DEGRADED("It is no reading of the page, so that nothing can be said of what the page says."),
    UNREAD("The attempt brought nothing that could be read."),
    FLAGGED("It shows something that nobody knew of yet.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence for people. */
    public String sentence() {
        return sentence;
    }

    /** Stable, lower case with dashes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule that decided about a capture. */
    public static Rule of(Past past, Capture capture) {
        return switch (past.recorded().verdict()) {
            case "first-seen" -> FIRST_SEEN;
            case "unchanged" -> past.fingerprint().isPresent() ? ALREADY_FLAGGED : nothingNew(capture);
            case "cosmetic" -> COSMETIC;
            case "variant" -> VARIANT;
            case "reinterpreted" -> REINTERPRETED;
            case "degraded" -> DEGRADED;
            case "unverifiable" -> UNREAD;
            case "changed", "quote-moved", "quote-lost", "moved", "gone" ->
                past.flagged().isPresent() ? FLAGGED : ALREADY_FLAGGED;
            default ->
                throw new IllegalStateException("no verdict: " + past.recorded().verdict());
        };
    }

    private static Rule nothingNew(Capture capture) {
        return switch (capture) {
            case Response r -> SAME_TEXT;
            case Revisit r ->
                switch (r.profile()) {
                    case SERVER_NOT_MODIFIED -> NOT_MODIFIED;
                    case IDENTICAL_PAYLOAD_DIGEST -> IDENTICAL_BYTES;
                };
            case NoCapture n -> throw new IllegalStateException("nothing came, and is unchanged: " + n);
        };
    }
}
