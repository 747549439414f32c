package org.evidencewatch.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.company.Checked;
import org.evidencewatch.company.LastConfirmed;
import org.evidencewatch.company.LastConfirmed.Seer;
import org.evidencewatch.company.PublishedCitation;
import org.evidencewatch.company.PublishedClaim;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.Quote;
import org.evidencewatch.company.Support;

/**
 * A company's page as its template shows it.
 *
 * @param place category and country
 * @param band the letter of the grade in lower case, for its colour
 * @param confirmed when all evidence had been confirmed last
 * @param evidence the pages that are read
 * @param actions the pages where one does something
 */
record CompanyView(
        String slug,
        String name,
        Optional<String> place,
        Optional<Integer> score,
        Optional<String> grade,
        String band,
        Optional<String> confirmed,
        Optional<String> summary,
        boolean sample,
        boolean waits,
        List<Fact> facts,
        List<Page> evidence,
        List<Page> actions,
        List<CorrectionView> corrections,
        Optional<String> tier,
        Optional<String> rubric,
        Optional<String> lastReviewed,
        Optional<String> scope,
        int revision,
        Optional<String> address) {

    /** A claim, and what its pages say for it. */
    record Fact(String id, String label, String statement, List<Proof> proofs) {}

    /** What a page says for a claim. */
    record Proof(String title, String url, Optional<String> link, Optional<String> words, Seen seen) {}

    /** A cited page. */
    record Page(
            String title,
            String url,
            Optional<String> link,
            Optional<String> accessed,
            Optional<String> quote,
            Seen seen) {}

    /**
     * When something was last borne out.
     *
     * @param time for machines
     */
    record Seen(
            Optional<String> at,
            Optional<String> time,
            Optional<String> snapshot,
            boolean byReviewer,
            Optional<String> unreadableSince) {

        static Seen of(Checked checked) {
            return new Seen(
                    checked.last().map(last -> Labels.minute(last.at())),
                    checked.last().map(last -> Labels.machine(last.at())),
                    checked.last().map(LastConfirmed::snapshot),
                    checked.last().filter(last -> last.by() == Seer.REVIEWER).isPresent(),
                    checked.unreadableSince().map(Labels::minute));
        }
    }

    static CompanyView of(PublishedCompany company, Optional<String> address) {
        var record = company.record();
        var assessment = record.assessment();
        Map<String, PublishedCitation> cited = company.citations().stream()
                .collect(Collectors.toMap(citation -> citation.page().url(), Function.identity()));
        var evidence = company.evidence();
        return new CompanyView(
                record.slug(),
                record.name(),
                place(record.category(), record.country()),
                assessment.score(),
                assessment.grade(),
                band(assessment.grade()),
                company.lastConfirmed().map(Labels::minute),
                assessment.summary(),
                company.sample(),
                !company.rescore().isEmpty(),
                company.claims().stream().map(claim -> fact(claim, cited)).toList(),
                evidence.stream().map(CompanyView::page).toList(),
                company.citations().stream()
                        .filter(citation -> !evidence.contains(citation))
                        .map(CompanyView::page)
                        .toList(),
                company.corrections().stream()
                        .map(correction -> CorrectionView.of(record.slug(), record.name(), correction))
                        .toList(),
                assessment.tier(),
                assessment.rubric(),
                assessment.lastReviewed().map(LocalDate::toString),
                assessment.scope(),
                company.revision(),
                address);
    }

    static String band(Optional<String> grade) {
        return grade.map(letter -> letter.substring(0, 1).toLowerCase(java.util.Locale.ROOT))
                .filter("abcdef"::contains)
                .orElse("none");
    }

    private static Optional<String> place(Optional<String> category, Optional<String> country) {
        return Optional.of(
                        Stream.of(category, country).flatMap(Optional::stream).collect(Collectors.joining(" · ")))
                .filter(text -> !text.isEmpty());
    }

    private static Fact fact(PublishedClaim claim, Map<String, PublishedCitation> cited) {
        return new Fact(
                "fact-" + claim.key().replace('/', '-').replace('_', '-'),
                Labels.of(claim.claim().dimension()),
                claim.claim().statement(),
                claim.support().stream().map(support -> proof(support, cited)).toList());
    }

    private static Proof proof(Support support, Map<String, PublishedCitation> cited) {
        String title = Optional.ofNullable(cited.get(support.url()))
                .map(citation -> citation.page().title())
                .orElse(support.url());
        return new Proof(title, support.url(), Labels.link(support.url()), support.words(), Seen.of(support.checked()));
    }

    private static Page page(PublishedCitation citation) {
        var page = citation.page();
        return new Page(
                page.title(),
                page.url(),
                Labels.link(page.url()),
                page.accessed().map(LocalDate::toString),
                page.quote().map(Quote::exact),
                Seen.of(citation.checked()));
    }
}
