package org.evidencewatch.job;

import org.evidencewatch.change.Judgement;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.job.Visited.Interpretation;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.evidencewatch.snapshot.Filed;

/** The one outcome of each attempt: a stable code, and a sentence for people. Pure. */
final class Outcomes {

    private static final String CUT = "cut-short";

    private Outcomes() {}

    static Filed filed(long id, Visited visited, Judgement judgement) {
        var capture = visited.capture();
        var packed = visited.interpretation().map(Interpretation::packed);
        return switch (capture) {
            case NoCapture n -> new Filed(id, n, false, n.outcome(), sentence(n.detail()), packed);
            case Revisit r ->
                switch (r.profile()) {
                    case SERVER_NOT_MODIFIED ->
                        new Filed(id, r, judgement.good(), "NOT_MODIFIED", "not modified, says the server", packed);
                    case IDENTICAL_PAYLOAD_DIGEST ->
                        new Filed(id, r, judgement.good(), "IDENTICAL", "byte for byte what we hold", packed);
                };
            case Response r -> {
                var reading =
                        visited.interpretation().map(Interpretation::reading).orElseThrow();
                yield judgement.good()
                        ? new Filed(id, r, true, "OK", "read", packed)
                        : new Filed(
                                id,
                                r,
                                false,
                                code(reading, judgement),
                                sentence(detail(r, reading, judgement)),
                                packed);
            }
        };
    }

    private static String code(Reading reading, Judgement judgement) {
        if (!reading.good()) {
            return reading.state().name();
        }
        return reason(judgement).equals(CUT) ? "TRUNCATED" : "DEGRADED";
    }

    private static String detail(Response response, Reading reading, Judgement judgement) {
        return reading.stateReasons().stream()
                .findFirst()
                .map(r -> r.detail())
                .orElseGet(
                        () -> "answered %d, but %s".formatted(response.answer().status(), lack(reason(judgement))));
    }

    private static String lack(String reason) {
        return switch (reason) {
            case CUT -> "the page breaks off";
            case "quarantined" -> "with what a person set aside as no reading of the page";
            case "language-changed" -> "in another language than the page that is cited";
            case "other-page" -> "with what seems to be another page";
            default -> "without the page's text";
        };
    }

    /** Why a page that reads well is not taken for the page. */
    private static String reason(Judgement judgement) {
        return judgement.verdict() instanceof Degraded degraded
                        && !degraded.reasons().isEmpty()
                ? degraded.reasons().getFirst().code()
                : "";
    }

    /** PostgreSQL's text takes no NUL, and a line of a report no line break. */
    private static String sentence(String detail) {
        String line = detail.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "no detail was given" : line;
    }
}
