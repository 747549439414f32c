package org.evidencewatch.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.Quote;

/**
 * A citation at one time, as the log of repairs keeps it.
 *
 * @param url as the record writes it
 * @param kind the word for it, {@code evidence} or {@code action}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CitationState(
        String url, String title, Optional<LocalDate> accessed, String kind, Optional<Quote> quote, boolean retired) {

    private static final int LONGEST_TITLE = 500;

    static CitationState of(CitedPage page, boolean retired) {
        return new CitationState(
                page.url(), page.title(), page.accessed(), page.kind().key(), page.quote(), retired);
    }

    boolean isEvidence() {
        return kind.equals(CitedPage.Kind.EVIDENCE.key());
    }

    CitationState retiredOrNot(boolean now) {
        return new CitationState(url, title, accessed, kind, quote, now);
    }

    CitationState quoting(Quote words) {
        return new CitationState(url, title, accessed, kind, Optional.of(words), retired);
    }

    /** The same citation at another address, where a person read it that day. */
    CitationState at(String newUrl, Instant read) {
        String name = title.equals(titleOf(url)) ? titleOf(newUrl) : title;
        return new CitationState(newUrl, name, Optional.of(day(read)), kind, quote, false);
    }

    /** This one in the place of another as well: it keeps its own words, and takes the other's where it quotes none. */
    CitationState insteadOf(CitationState other, Instant read) {
        return new CitationState(
                url,
                title,
                retired ? Optional.of(day(read)) : accessed,
                other.isEvidence() ? other.kind : kind,
                quote.or(other::quote),
                false);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** What a page is called that has no title: by its address, shortened. */
    private static String titleOf(String url) {
        return url.length() <= LONGEST_TITLE ? url : url.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
