package org.evidencewatch.web.record;

import java.util.Optional;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.snapshot.CaptureSheet;
import org.evidencewatch.web.Wording;

/**
 * One of two captures that are compared.
 *
 * @param at when it was made
 * @param state what the page was then, and why, in words
 * @param good whether the page was read and found to be itself
 * @param purpose why it was read, in words
 * @param stored whether there are bytes to look at
 */
public record ComparedSide(
        long id,
        String url,
        String at,
        String state,
        boolean good,
        String purpose,
        boolean stored,
        Optional<Long> older,
        Optional<Long> newer) {

    static ComparedSide of(
            CaptureSheet capture, Optional<Reading> reading, Optional<Long> older, Optional<Long> newer) {
        return new ComparedSide(
                capture.id(),
                capture.url(),
                Wording.time(capture.at()),
                state(capture, reading),
                capture.good() && !capture.quarantined(),
                purpose(capture),
                capture.shown().isPresent(),
                older,
                newer);
    }

    private static String state(CaptureSheet capture, Optional<Reading> reading) {
        if (capture.quarantined()) {
            return "Set aside by a reviewer as no reading of the page";
        }
        if (capture.good()) {
            return "Read well";
        }
        return reading.filter(read -> !read.good())
                .flatMap(
                        read -> read.stateReasons().stream().findFirst().map(why -> read.state() + ": " + why.detail()))
                .orElse(capture.outcome() + ": " + capture.detail());
    }

    private static String purpose(CaptureSheet capture) {
        return switch (capture.purpose()) {
            case "refresh" -> "nightly read";
            case "confirm" -> "read again to confirm";
            default -> "brought by " + capture.signedBy().orElse("a person");
        };
    }
}
