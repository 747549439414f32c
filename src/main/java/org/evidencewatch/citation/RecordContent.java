package org.evidencewatch.citation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CitedPage;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.company.Dimension;

/**
 * What a record says, apart from order and spelling: two records with equal content are the same import.
 *
 * @param claims statements by dimension and number within it
 * @param pages by the canonical address of their source, in the record's order
 * @param links which claim names which of the pages
 */
record RecordContent(
        String name,
        Optional<String> category,
        Optional<String> country,
        Assessment assessment,
        Map<ClaimPlace, String> claims,
        Map<String, CitedPage> pages,
        Set<Link> links) {

    record Link(ClaimPlace place, String page) {}

    /**
     * The content of a record.
     *
     * @param sources the canonical addresses of sources, by their aliases
     * @throws IllegalArgumentException if the record cites what is no page
     */
    static RecordContent of(CompanyRecord record, Map<String, String> sources) {
        var pages = pages(record.citations(), sources);
        var claims = new LinkedHashMap<ClaimPlace, String>();
        var links = new HashSet<Link>();
        var next = new EnumMap<Dimension, Integer>(Dimension.class);
        for (var claim : record.claims()) {
            int ordinal = next.merge(claim.dimension(), 1, Integer::sum) - 1;
            var place = new ClaimPlace(claim.dimension(), ordinal);
            claims.put(place, claim.statement());
            claim.urls().stream()
                    .map(url -> source(url, sources))
                    .filter(pages::containsKey)
                    .forEach(url -> links.add(new Link(place, url)));
        }
        return new RecordContent(
                record.name(), record.category(), record.country(), record.assessment(), claims, pages, links);
    }

    /** Whether another says the same, apart from what it cites. */
    boolean statesTheSame(RecordContent other) {
        return withoutPages().equals(other.withoutPages());
    }

    private RecordContent withoutPages() {
        return new RecordContent(name, category, country, assessment, claims, Map.of(), Set.of());
    }

    /** Each page once, by the canonical address of its source. */
    static Map<String, CitedPage> pages(Iterable<CitedPage> citations, Map<String, String> sources) {
        var pages = new LinkedHashMap<String, CitedPage>();
        citations.forEach(page -> pages.putIfAbsent(source(page.url(), sources), page));
        return pages;
    }

    private static String source(String cited, Map<String, String> sources) {
        String canonical = CanonicalUrl.of(cited).url();
        return sources.getOrDefault(canonical, canonical);
    }
}
