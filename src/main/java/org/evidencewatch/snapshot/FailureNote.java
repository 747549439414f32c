package org.evidencewatch.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.evidencewatch.fetch.FailureCause;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.Refusal;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * Why a capture brought nothing, as named fields in the block of a metadata record ({@code application/warc-fields}).
 *
 * @param outcome the capture's reason code
 * @param detail one line for people
 */
record FailureNote(String outcome, String detail) {

    static final String OUTCOME = "evidenceOutcome";
    static final String DETAIL = "evidenceDetail";

    private static final int LONGEST = 1_000;

    FailureNote {
        detail = WarcText.line(detail, LONGEST);
    }

    /** Reads a block; empty where it is no such note. */
    static Optional<FailureNote> read(byte[] block) {
        try {
            var fields = MessageHeaders.parse(Channels.newChannel(new ByteArrayInputStream(block)));
            return fields.first(OUTCOME)
                    .filter(outcome -> outcome.matches("[A-Z_]{1,40}"))
                    .map(outcome ->
                            new FailureNote(outcome, fields.first(DETAIL).orElse("no reason is recorded")));
        } catch (IOException | RuntimeException notFields) {
            return Optional.empty();
        }
    }

    byte[] block() {
        return "%s: %s\r\n%s: %s\r\n"
                .formatted(OUTCOME, outcome, DETAIL, detail)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The fetch of that page as it ended. What was not asked for then is not in the record. */
    FetchResult result(URI page) {
        return switch (outcome) {
            case "ROBOTS_DENIED" ->
                new FetchResult.Disallowed(
                        URI.create(page.getScheme() + "://" + page.getRawAuthority() + "/robots.txt"));
            case "REFUSED" -> new FetchResult.Refused(Refusal.TOO_LARGE, detail);
            default ->
                Arrays.stream(FailureCause.values())
                        .filter(cause -> cause.name().equals(outcome))
                        .findFirst()
                        .map(cause -> new FetchResult.Failed(cause, false, detail))
                        .orElseGet(() -> new FetchResult.Failed(
                                FailureCause.NOT_RECORDED, false, "%s then: %s".formatted(outcome, detail)));
        };
    }
}
