package org.evidencewatch.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.Quote;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.RecordEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A decision as the form sent it; shown again when it cannot be recorded, so that nobody types twice.
 *
 * @param seen the version of the item that the form was shown with
 */
record Draft(
        Set<Long> reason,
        String verdict,
        String why,
        String until,
        String url,
        String quote,
        boolean everywhere,
        String seen,
        Typed typed) {

    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

    private static final int LONGEST_QUOTE = 2_000;

    Draft {
        reason = Set.copyOf(reason);
    }

    /** What a draft amounts to. */
    sealed interface Reading {

        record Complete(DecisionRequest request) implements Reading {}

        record Incomplete(String because) implements Reading {}
    }

    /** Nothing typed yet. */
    static Draft empty() {
        return new Draft(Set.of(), "", "", "", "", "", false, "", Typed.NOTHING);
    }

    /** The draft for the form that answers these reasons: this one if it was typed there. */
    public Draft in(Set<Long> form) {
        return reason.equals(form) ? this : empty();
    }

    /** What a field for a claim shows: what was typed there, else this. */
    public String statement(String key, String offered) {
        return typed.left(key).orElse(offered);
    }

    /** The draft as a decision, or what is missing. */
    Reading read(String item, String reviewer) {
        Optional<Answer> answer = Answer.of(verdict);
        if (answer.isEmpty()) {
            return new Reading.Incomplete("choose one of the answers");
        }
        Optional<Instant> deferred = answer.get() == Answer.DEFER ? midnight() : Optional.empty();
        return DecisionRequest.objection(answer.get(), reviewer, why, deferred)
                .<Reading>map(Reading.Incomplete::new)
                .orElseGet(() -> complete(item, reviewer, answer.get(), deferred));
    }

    private Reading complete(String item, String reviewer, Answer answer, Optional<Instant> deferred) {
        try {
            var request = new DecisionRequest(
                    new Target(item, reason, false, everywhere), answer, reviewer, why, deferred, edit(answer));
            return new Reading.Complete(seen.isEmpty() ? request : request.seeing(seen));
        } catch (IllegalArgumentException e) {
            LOG.debug("not recorded", e);
            return new Reading.Incomplete(Optional.ofNullable(e.getMessage()).orElse("it does not go together"));
        }
    }

    /** What was typed for another answer counts for nothing. */
    private RecordEdit edit(Answer answer) {
        boolean moved = answer == Answer.SOURCE_MOVED && !url.isBlank();
        boolean quotes =
                (answer.material() || answer == Answer.REWORDED || answer == Answer.SOURCE_MOVED) && !quote.isBlank();
        var edit = new RecordEdit(
                Optional.empty(),
                Optional.of(url.strip()).filter(address -> moved),
                Optional.of(quote.strip()).filter(words -> quotes).map(Draft::quoted));
        return answer.material() ? typed.with(edit) : edit;
    }

    private static Quote quoted(String words) {
        if (words.length() > LONGEST_QUOTE) {
            throw new IllegalArgumentException("a quote has up to %d characters".formatted(LONGEST_QUOTE));
        }
        return new Quote(words, "", "");
    }

    /** The start of the day in UTC. What is no date counts as none: the browser's own field sends nothing else. */
    private Optional<Instant> midnight() {
        try {
            return Optional.of(
                    LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            LOG.debug("no date: {}", until, e);
            return Optional.empty();
        }
    }
}
