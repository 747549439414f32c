package org.evidencewatch.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.citation.CitationSheets.Listed;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.Quote;
import org.evidencewatch.web.Wording;

/**
 * What a company cites, each with its freshness. Pure.
 *
 * @param clocks of the evidence, by the ids of citations
 */
record CitedCards(List<Listed> cited, Map<Long, CitationClock> clocks, Instant now) {

    /**
     * One citation.
     *
     * @param link the address, where a browser may be sent to it
     * @param fresh when its words were last confirmed, in words; empty for what is no evidence
     * @param confirmed whether anything ever confirmed them
     * @param unreadable since when it cannot be read, and why
     */
    record Card(
            long id,
            String title,
            String url,
            Optional<String> link,
            Optional<String> accessed,
            Optional<String> quote,
            Optional<String> fresh,
            boolean confirmed,
            Optional<String> unreadable,
            Optional<String> retired) {}

    /** The citations by the addresses of their sources; where one was retired, that in force. */
    Map<String, Card> byPage() {
        return cited.stream().collect(Collectors.toMap(Listed::page, this::card, (inForce, retired) -> inForce));
    }

    List<Card> evidence() {
        return inForce(CitedPage.Kind.EVIDENCE);
    }

    List<Card> actions() {
        return inForce(CitedPage.Kind.ACTION);
    }

    List<Card> retired() {
        return cited.stream()
                .filter(citation -> citation.retired().isPresent())
                .map(this::card)
                .toList();
    }

    private List<Card> inForce(CitedPage.Kind kind) {
        return cited.stream()
                .filter(citation ->
                        citation.retired().isEmpty() && citation.cited().kind() == kind)
                .map(this::card)
                .toList();
    }

    private Card card(Listed citation) {
        CitedPage page = citation.cited();
        Optional<CitationClock> clock = Optional.ofNullable(clocks.get(citation.id()));
        return new Card(
                citation.id(),
                page.title(),
                page.url(),
                Wording.link(page.url()),
                page.accessed().map(LocalDate::toString),
                page.quote().map(Quote::exact),
                clock.map(this::fresh),
                clock.flatMap(CitationClock::lastConfirmed).isPresent(),
                clock.flatMap(this::unreadable),
                citation.retired().map(Wording::time));
    }

    private String fresh(CitationClock clock) {
        return clock.lastConfirmed()
                .map(at -> "Last confirmed " + Told.ago(at, now))
                .orElse("Never confirmed; known since " + Told.ago(clock.knownSince(), now));
    }

    private Optional<String> unreadable(CitationClock clock) {
        return clock.unreadableSince()
                .map(since -> "Cannot be read since " + Wording.time(since)
                        + clock.lastAttempt()
                                .map(attempt -> ": " + attempt.detail())
                                .orElse(""));
    }
}
