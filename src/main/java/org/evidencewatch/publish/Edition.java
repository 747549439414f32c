package org.evidencewatch.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.Correction;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedClaim;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.RescoreReason;
import org.evidencewatch.company.Support;
import org.evidencewatch.publish.RecordRows.Head;
import org.evidencewatch.publish.RecordRows.Named;
import org.evidencewatch.publish.RecordRows.Stated;

/** The index as the database has it, company by company in the order of their slugs. One pass; of the caller's transaction. */
final class Edition implements AutoCloseable {

    private final Stream<Head> heads;
    private final Iterator<Head> left;
    private final Shelf<Stated> claims;
    private final Shelf<Named> named;
    private final Shelf<CitedRow> citations;
    private final Shelf<SupportRow> support;
    private final List<Shelf<Correction>> corrections;
    private final List<Shelf<RescoreReason>> rescores;

    Edition(RecordRows records, FoundRows found, CorrectionRows decided) {
        this.heads = records.companies();
        this.left = heads.iterator();
        this.claims = records.claims();
        this.named = records.named();
        this.citations = found.citations();
        this.support = found.support();
        this.corrections = List.of(decided.revisions(), decided.repairs(), decided.published());
        this.rescores = List.of(decided.rescores(), decided.publishedRescores());
    }

    /** The next company; empty behind the last. */
    Optional<PublishedCompany> next() {
        return left.hasNext() ? Optional.of(company(left.next())) : Optional.empty();
    }

    private PublishedCompany company(Head head) {
        String slug = head.record().slug();
        var cited = new LinkedHashMap<String, CitedRow>();
        citations.of(slug).forEach(row -> cited.put(row.page().url(), row));
        // the first of an id stands: our own before those of earlier publications
        var corrected = new LinkedHashMap<UUID, Correction>();
        corrections.forEach(shelf -> shelf.of(slug).forEach(each -> corrected.putIfAbsent(each.id(), each)));
        var waiting = new LinkedHashMap<UUID, RescoreReason>();
        rescores.forEach(shelf -> shelf.of(slug).forEach(each -> waiting.putIfAbsent(each.id(), each)));
        return new PublishedCompany(
                head.record(),
                head.revision(),
                head.sample(),
                head.importDigest(),
                claims(slug, cited),
                cited.values().stream()
                        .map(row -> new PublishedCitation(row.page(), row.checked()))
                        .toList(),
                List.copyOf(corrected.values()),
                List.copyOf(waiting.values()));
    }

    private List<PublishedClaim> claims(String slug, Map<String, CitedRow> cited) {
        Map<ClaimPlace, List<String>> urls = new HashMap<>();
        named.of(slug)
                .forEach(row -> urls.computeIfAbsent(
                                new ClaimPlace(row.dimension(), row.ordinal()), p -> new ArrayList<>())
                        .add(row.url()));
        Map<ClaimPlace, List<Support>> supports = new HashMap<>();
        support.of(slug).stream()
                .filter(row -> row.tells() && cited.containsKey(row.url()))
                .forEach(row -> supports.computeIfAbsent(
                                new ClaimPlace(row.dimension(), row.ordinal()), p -> new ArrayList<>())
                        .add(row.support(Objects.requireNonNull(cited.get(row.url())))));
        return claims.of(slug).stream()
                .map(row -> {
                    var place = new ClaimPlace(row.dimension(), row.ordinal());
                    var claim = new Claim(row.dimension(), row.statement(), urls.getOrDefault(place, List.of()));
                    return new PublishedClaim(claim, row.ordinal(), supports.getOrDefault(place, List.of()));
                })
                .toList();
    }

    @Override
    public void close() {
        heads.close();
        claims.close();
        named.close();
        citations.close();
        support.close();
        corrections.forEach(Shelf::close);
        rescores.forEach(Shelf::close);
    }
}
