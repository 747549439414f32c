package org.evidencewatch.web.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.change.ClaimSheets;
import org.evidencewatch.citation.CitationSheets;
import org.evidencewatch.citation.CitationSheets.Listed;
import org.evidencewatch.citation.Records;
import org.evidencewatch.citation.StoredRecord;
import org.evidencewatch.review.RecordHistory;
import org.evidencewatch.review.WorkQueue;
import org.springframework.stereotype.Component;

/** Brings together what the rooms know of a company. */
@Component
class CompanyDesk {

    private final Records records;
    private final CitationSheets citations;
    private final ClaimSheets claims;
    private final Freshness freshness;
    private final RecordHistory history;
    private final WorkQueue queue;

    CompanyDesk(
            Records records,
            CitationSheets citations,
            ClaimSheets claims,
            Freshness freshness,
            RecordHistory history,
            WorkQueue queue) {
        this.records = records;
        this.citations = citations;
        this.claims = claims;
        this.freshness = freshness;
        this.history = history;
        this.queue = queue;
    }

    /** The page of the company of that slug; empty where there is none. */
    Optional<CompanyPage> company(String slug, Instant now) {
        return records.find(slug).map(stored -> page(slug, stored, now));
    }

    private CompanyPage page(String slug, StoredRecord stored, Instant now) {
        List<Listed> cited =
                citations.of(slug).map(CitationSheets.Sheet::citations).orElse(List.of());
        List<CitationClock> clocks = freshness.citations(List.of(slug));
        var cards = new CitedCards(
                cited, clocks.stream().collect(Collectors.toMap(CitationClock::id, Function.identity())), now);
        Map<String, CitedCards.Card> byPage = cards.byPage();
        List<ClaimSheet.Of> stated = claims.of(slug).map(ClaimSheet::claims).orElse(List.of());
        return new CompanyPage(
                slug,
                CompanyPage.Head.of(stored, clocks, now),
                queue.show(slug).filter(item -> item.closedAt().isEmpty()).map(CompanyPage.Waiting::of),
                stated.stream()
                        .map(claim -> CompanyPage.Statement.of(claim, byPage))
                        .toList(),
                cards.evidence(),
                cards.actions(),
                cards.retired(),
                history.revisions(slug).stream().map(CompanyPage.Revised::of).toList());
    }
}
