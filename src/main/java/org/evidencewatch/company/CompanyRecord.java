package org.evidencewatch.company;

import java.util.List;
import java.util.Optional;

/**
 * One published record, as the index has it.
 *
 * @param slug the index's own name for it in URLs; see {@link Slug}
 * @param citations each page once
 */
public record CompanyRecord(
        String slug,
        String name,
        Optional<String> category,
        Optional<String> country,
        Assessment assessment,
        List<Claim> claims,
        List<CitedPage> citations) {

    public CompanyRecord {
        if (!Slug.isOne(slug)) {
            throw new IllegalArgumentException("'" + slug + "' is not a slug");
        }
        if (Limit.NAME.require(name).isBlank()) {
            throw new IllegalArgumentException("company " + slug + " has no name");
        }
        category.ifPresent(Limit.CATEGORY::require);
        country.ifPresent(Limit.COUNTRY::require);
        claims = List.copyOf(claims);
        citations = List.copyOf(citations);
    }
}
