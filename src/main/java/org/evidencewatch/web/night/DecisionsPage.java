package org.evidencewatch.web.night;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.DecisionLog;
import org.evidencewatch.review.LoggedDecision;
import org.evidencewatch.web.Wording;

/**
 * The log of decisions as its page shows it.
 *
 * @param reviewers everybody who may be asked for
 * @param older from where the next page goes on
 */
record DecisionsPage(
        List<Row> rows,
        String reviewer,
        String company,
        String answer,
        List<String> reviewers,
        List<Choice> answers,
        Optional<Long> older) {

    /** An answer to ask for. */
    record Choice(String word, String name) {}

    /**
     * One decision.
     *
     * @param effect on the score
     * @param undoes for the taking back of another: its id
     */
    record Row(
            long id,
            long item,
            String company,
            String name,
            String answer,
            String by,
            String at,
            String why,
            Optional<String> url,
            Optional<String> until,
            String effect,
            boolean moves,
            Optional<Long> undoes,
            Optional<String> undone,
            Optional<String> published) {}

    static DecisionsPage of(List<LoggedDecision> log, DecisionLog.Filter filter, List<String> reviewers, int size) {
        return new DecisionsPage(
                log.stream().limit(size).map(DecisionsPage::row).toList(),
                filter.reviewer().orElse(""),
                filter.company().orElse(""),
                filter.answer().map(Answer::word).orElse(""),
                reviewers,
                List.of(Answer.values()).stream()
                        .map(answer -> new Choice(answer.word(), Wording.answer(answer)))
                        .toList(),
                log.size() > size ? Optional.of(log.get(size - 1).decision().id()) : Optional.empty());
    }

    /** Whether only some are asked for. */
    public boolean filtered() {
        return !(reviewer + company + answer).isEmpty();
    }

    private static Row row(LoggedDecision logged) {
        Decision decision = logged.decision();
        Optional<String> moved = decision.moved().flatMap(Wording::moved);
        return new Row(
                decision.id(),
                logged.item(),
                logged.company(),
                logged.name(),
                Wording.answer(decision.answer()),
                decision.by(),
                Wording.time(decision.at()),
                decision.why(),
                decision.url(),
                decision.until().map(Wording::time),
                moved.orElse(logged.movesRecord() ? "record edited, score stays" : "none"),
                moved.isPresent(),
                decision.undoes(),
                logged.undoneBy().map(undone -> undone.by() + ", " + Wording.time(undone.at())),
                logged.publishedAt().map(Wording::time));
    }
}
