package org.evidencewatch.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.CompanyFreshness;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.citation.StoredRecord;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.RecordHistory;
import org.evidencewatch.web.Wording;
import org.evidencewatch.web.record.CitedCards.Card;

/**
 * A company as the index publishes it, with what that rests on.
 *
 * @param waiting what of it waits for a person
 * @param retired what is no longer cited
 */
record CompanyPage(
        String slug,
        Head head,
        Optional<Waiting> waiting,
        List<Statement> statements,
        List<Card> evidence,
        List<Card> actions,
        List<Card> retired,
        List<Revised> revisions) {

    /**
     * What the card says above all.
     *
     * @param meta category, country, tier, rubric and day of the last review, in one line
     * @param fresh when all of its evidence had been confirmed last, in words
     */
    record Head(
            String name,
            Optional<Integer> score,
            Optional<String> grade,
            String band,
            String meta,
            Optional<String> summary,
            Optional<String> scope,
            String fresh,
            boolean sample) {

        static Head of(StoredRecord stored, List<CitationClock> clocks, Instant now) {
            var record = stored.record();
            var assessment = record.assessment();
            return new Head(
                    record.name(),
                    assessment.score(),
                    assessment.grade(),
                    Told.band(assessment.grade()),
                    Stream.of(
                                    record.category(),
                                    record.country(),
                                    assessment.tier(),
                                    assessment.rubric(),
                                    assessment.lastReviewed().map(day -> "reviewed " + day))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(" · ")),
                    assessment.summary(),
                    assessment.scope(),
                    fresh(clocks, now),
                    stored.sample());
        }

        private static String fresh(List<CitationClock> clocks, Instant now) {
            return CompanyFreshness.of(clocks).stream()
                    .findFirst()
                    .map(company -> company.oldestConfirmed()
                            .map(at -> "All of its evidence was last confirmed " + Told.ago(at, now) + ", or later.")
                            .orElse("Not all of its evidence has been confirmed yet."))
                    .orElse("It cites no page as evidence.");
        }
    }

    /** Its open work item. */
    record Waiting(long item, List<Line> reasons) {

        /** A reason that waits. */
        record Line(String lane, String title, String url, int severity, String since) {}

        static Waiting of(Item item) {
            return new Waiting(
                    item.id(),
                    item.reasons().stream()
                            .map(reason -> new Line(
                                    reason.lane().label(),
                                    reason.title(),
                                    reason.url().orElse(""),
                                    reason.severity(),
                                    Wording.time(reason.observedAt())))
                            .toList());
        }
    }

    /**
     * One fact that it states.
     *
     * @param agreement whether the pages agree on it, in words
     */
    record Statement(String dimension, String text, String agreement, List<Proof> proofs) {

        static Statement of(ClaimSheet.Of claim, Map<String, Card> cited) {
            return new Statement(
                    Wording.dimension(claim.dimension()),
                    claim.statement(),
                    switch (claim.agreement().state()) {
                        case SILENT -> "No page says anything that could be read";
                        case AGREED -> "All pages that speak of it agree";
                        case AGAINST -> "The pages state something else";
                        case CONFLICT -> "The pages contradict one another";
                    },
                    claim.pages().stream().map(page -> Proof.of(page, cited)).toList());
        }
    }

    /**
     * What a page says for a fact.
     *
     * @param verdict whether it states it, in words
     * @param words those that state it
     * @param tested what the page lacks, where it settles nothing
     * @param card the citation; empty where it is none any more
     */
    record Proof(
            String title,
            String url,
            Optional<String> accessed,
            String verdict,
            String verdictClass,
            Optional<String> words,
            Optional<String> tested,
            Optional<Card> card) {

        static Proof of(ClaimSheet.Page page, Map<String, Card> cited) {
            return new Proof(
                    page.title(),
                    page.url(),
                    page.accessed().map(LocalDate::toString),
                    page.verdict().map(verdict -> Wording.words(verdict.word())).orElse("Nothing links it"),
                    page.verdict().map(verdict -> verdict.word()).orElse("none"),
                    page.quote(),
                    page.sufficient().orElse(true) ? Optional.empty() : page.tested(),
                    Optional.ofNullable(cited.get(page.url())));
        }
    }

    /**
     * One state of the record.
     *
     * @param basis what it rests on, in words
     * @param why in the words of whoever decided
     */
    record Revised(int number, String at, String score, String basis, Optional<String> why, Optional<Long> capture) {

        static Revised of(RecordHistory.Revised revision) {
            return new Revised(
                    revision.number(),
                    Wording.time(revision.at()),
                    revision.score()
                            .map(score -> score
                                    + revision.grade()
                                            .map(grade -> " (" + grade + ")")
                                            .orElse(""))
                            .orElse("no score"),
                    basis(revision),
                    revision.decision().map(RecordHistory.Said::why),
                    revision.decision().flatMap(RecordHistory.Said::capture));
        }

        private static String basis(RecordHistory.Revised revision) {
            return revision.decision()
                    .map(said -> "%s, decided by %s%s"
                            .formatted(
                                    Wording.answer(said.answer()),
                                    said.by(),
                                    said.undone() ? " (taken back since)" : ""))
                    .or(() -> revision.rubric().map(version -> "Rubric " + version))
                    .or(() -> revision.file().map(path -> "Import of " + name(path)))
                    .orElse("Import");
        }

        /** A file by its name alone: where it lay is nobody's concern. */
        private static String name(String path) {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        }
    }
}
