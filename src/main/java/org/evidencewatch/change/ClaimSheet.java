package org.evidencewatch.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Dimension;

/**
 * The claims of a company with what they rest on, as they stand.
 *
 * @param claims in the order of the rubric
 */
public record ClaimSheet(String slug, String name, List<Of> claims) {

    public ClaimSheet {
        claims = List.copyOf(claims);
    }

    /**
     * One claim.
     *
     * @param ordinal its number within the dimension, from 0
     * @param values what it states as typed facts
     * @param pages those that it rests on
     */
    public record Of(
            Dimension dimension,
            int ordinal,
            String statement,
            List<Stated> values,
            Agreement agreement,
            List<Page> pages) {

        public Of {
            values = List.copyOf(values);
            pages = List.copyOf(pages);
        }
    }

    /** A typed fact, its value as text. */
    public record Stated(String role, String value, Optional<String> scope) {}

    /**
     * A page that a claim rests on.
     *
     * @param verdict empty where nothing links the claim to the page
     * @param read how good the newest attempt was
     * @param readAt when the page was last read well
     * @param value the typed value that was found there
     * @param quote the words that state it
     * @param sufficient whether it states anything of the claim's kind; empty while it was not read for the claim
     * @param tested in words, what was tested
     */
    public record Page(
            String url,
            String title,
            Optional<LocalDate> accessed,
            SourceKind kind,
            Optional<ClaimVerdict> verdict,
            ReadQuality read,
            Optional<Instant> readAt,
            Optional<String> value,
            Optional<String> quote,
            Optional<Boolean> sufficient,
            Optional<String> tested,
            Optional<Suggestion> better,
            List<ClaimLink> links) {

        public Page {
            links = List.copyOf(links);
        }
    }

    /** A page that may say more, and how it was found. */
    public record Suggestion(String url, String why) {}
}
