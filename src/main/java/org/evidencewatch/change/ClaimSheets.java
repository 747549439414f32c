package org.evidencewatch.change;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.change.ClaimRows.PageRow;
import org.evidencewatch.change.ClaimSheet.Suggestion;
import org.evidencewatch.extract.Onward;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactReader;
import org.springframework.stereotype.Component;

/** Shows claims with what they rest on. Reads only. */
@Component
public class ClaimSheets {

    private final ClaimRows rows;
    private final ClaimTables tables;
    private final Readings readings;

    ClaimSheets(ClaimRows rows, ClaimTables tables, Readings readings) {
        this.rows = rows;
        this.tables = tables;
        this.readings = readings;
    }

    /** The claims of a company; empty where there is none of that slug. */
    public Optional<ClaimSheet> of(String slug) {
        return rows.company(slug).map(this::sheet);
    }

    private ClaimSheet sheet(ClaimRows.Company company) {
        var reader = new FactReader();
        List<URI> cited = rows.cited(company.id());
        Map<Long, List<PageRow>> pages =
                rows.pages(company.id()).stream().collect(Collectors.groupingBy(PageRow::claim));
        List<ClaimLink> links = tables.links(company.id());
        List<ClaimSheet.Of> claims = rows.claims(company.id()).stream()
                .map(claim -> claim(reader, claim, pages.getOrDefault(claim.id(), List.of()), links, cited))
                .toList();
        return new ClaimSheet(company.slug(), company.name(), claims);
    }

    private ClaimSheet.Of claim(
            FactReader reader, StatedClaim claim, List<PageRow> rows, List<ClaimLink> links, List<URI> cited) {
        ClaimFacts facts = ClaimFacts.of(reader, claim.dimension(), claim.statement(), claim.summary());
        List<ClaimSheet.Page> pages = rows.stream()
                .map(row -> page(claim, row, ofPage(row, links), cited))
                .toList();
        return new ClaimSheet.Of(
                claim.dimension(),
                claim.ordinal(),
                claim.statement(),
                facts.all().stream().map(ClaimSheets::stated).toList(),
                Agreement.of(pages.stream().map(ClaimSheets::voice).toList()),
                pages);
    }

    private static List<ClaimLink> ofPage(PageRow row, List<ClaimLink> links) {
        return links.stream()
                .filter(link -> link.claim() == row.claim() && link.citation() == row.citation())
                .toList();
    }

    private ClaimSheet.Page page(StatedClaim claim, PageRow row, List<ClaimLink> links, List<URI> cited) {
        URI url = URI.create(row.url());
        return new ClaimSheet.Page(
                row.url(),
                row.title(),
                row.accessed(),
                SourceKind.of(row.platform().orElse(""), row.posts(), url, cited),
                row.standing().map(ClaimVerdicts.Standing::verdict),
                row.read(),
                row.readAt(),
                row.standing().flatMap(ClaimVerdicts.Standing::value),
                row.standing().flatMap(ClaimVerdicts.Standing::quote),
                row.sufficient(),
                row.tested(),
                row.sufficient().orElse(true) ? Optional.empty() : better(claim, row, url),
                links);
    }

    private Optional<Suggestion> better(StatedClaim claim, PageRow row, URI url) {
        List<Onward> links = row.response().map(readings::onward).orElse(List.of());
        String host = Optional.ofNullable(url.getHost()).orElse("");
        return BetterPage.of(claim.dimension(), url, links, rows.stating(host, claim.dimension()))
                .map(better -> new Suggestion(better.url(), better.why()));
    }

    private static ClaimSheet.Stated stated(Fact fact) {
        return new ClaimSheet.Stated(fact.role().word(), fact.value().text(), fact.scope());
    }

    private static Voice voice(ClaimSheet.Page page) {
        Optional<LocalDate> read = page.readAt().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
        return new Voice(page.url(), page.kind(), read.or(page::accessed), page.verdict(), page.read(), page.value());
    }
}
