package org.evidencewatch.web.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evidencewatch.alert.CompanyFreshness;
import org.evidencewatch.review.CompanyIndex.Listed;

/**
 * A page of the list of companies.
 *
 * @param search what was searched for; empty for nothing
 * @param next the slug behind which the list goes on
 * @param first whether the list begins here
 */
record CompaniesPage(List<Row> rows, String search, Optional<String> next, boolean first) {

    /**
     * One company.
     *
     * @param band the style sheet's word for its grade
     * @param confirmed when all of its evidence had been confirmed last, in words
     * @param fresh whether there is such a time
     */
    record Row(
            String slug,
            String name,
            Optional<Integer> score,
            Optional<String> grade,
            String band,
            String confirmed,
            boolean fresh,
            Optional<Long> item) {}

    /**
     * The page of these companies.
     *
     * @param listed one more than {@code size} where the list goes on
     */
    static CompaniesPage of(
            List<Listed> listed,
            int size,
            List<CompanyFreshness> freshness,
            String search,
            boolean first,
            Instant now) {
        Map<String, CompanyFreshness> fresh =
                freshness.stream().collect(Collectors.toMap(CompanyFreshness::company, Function.identity()));
        boolean more = listed.size() > size;
        List<Listed> shown = more ? listed.subList(0, size) : listed;
        return new CompaniesPage(
                shown.stream()
                        .map(company -> row(company, Optional.ofNullable(fresh.get(company.slug())), now))
                        .toList(),
                search,
                more ? Optional.of(shown.getLast().slug()) : Optional.empty(),
                first);
    }

    private static Row row(Listed company, Optional<CompanyFreshness> freshness, Instant now) {
        Optional<Instant> confirmed = freshness.flatMap(CompanyFreshness::oldestConfirmed);
        return new Row(
                company.slug(),
                company.name(),
                company.score(),
                company.grade(),
                Told.band(company.grade()),
                confirmed
                        .map(at -> Told.ago(at, now))
                        .orElse(freshness.isPresent() ? "not all of it yet" : "nothing is cited as evidence"),
                confirmed.isPresent(),
                company.item());
    }
}
