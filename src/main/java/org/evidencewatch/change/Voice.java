package org.evidencewatch.change;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one cited page says of a claim.
 *
 * @param kind who speaks there
 * @param at the day of the page's text: of its newest good capture; else the day on which the index says it read it
 * @param verdict empty where nothing links the claim to the page
 * @param value the typed value that it states, as text
 */
public record Voice(
        String url,
        SourceKind kind,
        Optional<LocalDate> at,
        Optional<ClaimVerdict> verdict,
        ReadQuality read,
        Optional<String> value) {

    /** What it comes to. */
    public enum Says {
        THE_SAME,
        OTHERWISE,
        NOTHING;

        /** The word for it in output. */
        public String word() {
            return Codes.of(name());
        }
    }

    /** Whether it states the claim, something else, or nothing that can be told. */
    public Says says() {
        return verdict.map(Voice::says).orElse(Says.NOTHING);
    }

    private static Says says(ClaimVerdict verdict) {
        return switch (verdict) {
            case SUPPORTED, REWORDED -> Says.THE_SAME;
            case VALUE_CHANGED, CONTRADICTED -> Says.OTHERWISE;
            case NO_LONGER_STATED, CANNOT_TELL -> Says.NOTHING;
        };
    }
}
