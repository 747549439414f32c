package org.evidencewatch.company;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One company as a publication has it: its record, what confirms it, what was corrected, and whether it waits for a new
 * score.
 *
 * @param record without claims and citations, which are beside it
 * @param revision the number of the record's revision
 * @param sample whether it belongs to the demonstration's invented index
 * @param importDigest what tells the record apart that was imported last; see {@code revision.content_digest}
 * @param claims by dimension and ordinal
 * @param citations by address
 * @param corrections the newest first
 * @param rescore the oldest first
 */
public record PublishedCompany(
        CompanyRecord record,
        int revision,
        boolean sample,
        Optional<String> importDigest,
        List<PublishedClaim> claims,
        List<PublishedCitation> citations,
        List<Correction> corrections,
        List<RescoreReason> rescore) {

    static final Comparator<PublishedClaim> BY_KEY = Comparator.comparing(
                    (PublishedClaim claim) -> claim.claim().dimension())
            .thenComparingInt(PublishedClaim::ordinal);

    static final Comparator<PublishedCitation> BY_ADDRESS =
            Comparator.comparing(citation -> citation.page().url());

    static final Comparator<Correction> NEWEST_FIRST =
            Comparator.comparing(Correction::decided).reversed().thenComparing(Correction::urn);

    static final Comparator<RescoreReason> OLDEST_FIRST =
            Comparator.comparing(RescoreReason::decided).thenComparing(RescoreReason::urn);

    public PublishedCompany {
        if (revision < 0) {
            throw new IllegalArgumentException("revision " + revision + " of " + record.slug());
        }
        if (!record.claims().isEmpty() || !record.citations().isEmpty()) {
            throw new IllegalArgumentException("claims and citations of " + record.slug() + " stand twice");
        }
        importDigest.ifPresent(LastConfirmed::requireDigest);
        claims = claims.stream().sorted(BY_KEY).toList();
        citations = citations.stream().sorted(BY_ADDRESS).toList();
        corrections = corrections.stream().sorted(NEWEST_FIRST).toList();
        rescore = rescore.stream().sorted(OLDEST_FIRST).toList();
    }

    /** Its name in addresses. */
    public String slug() {
        return record.slug();
    }

    /** The citations that count for freshness. */
    public List<PublishedCitation> evidence() {
        return citations.stream()
                .filter(citation -> citation.page().kind() == CitedPage.Kind.EVIDENCE)
                .toList();
    }

    /** When all of its evidence had been confirmed last; empty while some never was, or where there is none. */
    public Optional<Instant> lastConfirmed() {
        var times = evidence().stream()
                .flatMap(citation -> citation.checked().last().stream())
                .map(LastConfirmed::at)
                .toList();
        return times.size() < evidence().size()
                ? Optional.empty()
                : times.stream().min(Comparator.naturalOrder());
    }
}
