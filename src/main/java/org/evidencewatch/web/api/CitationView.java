package org.evidencewatch.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.evidencewatch.citation.CitationSheets;
import org.evidencewatch.company.Quote;

/**
 * One citation of a company.
 *
 * @param page the canonical address of the page that is read for it
 * @param retired since when it is cited no more
 */
record CitationView(
        long id,
        String company,
        String url,
        String page,
        String title,
        Optional<LocalDate> accessed,
        String kind,
        Optional<Quote> quote,
        Optional<Instant> retired) {

    static CitationView of(CitationSheets.Single single) {
        var cited = single.citation().cited();
        return new CitationView(
                single.citation().id(),
                single.company(),
                cited.url(),
                single.citation().page(),
                cited.title(),
                cited.accessed(),
                cited.kind().key(),
                cited.quote(),
                single.citation().retired());
    }
}
