package org.evidencewatch.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.RecordEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A decision as the form sent it; shown again when it cannot be recorded, so that nobody types twice. */
record Draft(Set<Long> reason, String verdict, String why, String until, String url, boolean everywhere) {

    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

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
        return new Draft(Set.of(), "", "", "", "", false);
    }

    /** The draft for the form that answers these reasons: this one if it was typed there. */
    public Draft in(Set<Long> form) {
        return reason.equals(form) ? this : empty();
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
                .orElseGet(() -> new Reading.Complete(new DecisionRequest(
                        new Target(item, reason, false, everywhere),
                        answer.get(),
                        reviewer,
                        why,
                        deferred,
                        edit(answer.get()))));
    }

    /** An address that was typed for another answer counts for nothing. */
    private RecordEdit edit(Answer answer) {
        boolean moved = answer == Answer.SOURCE_MOVED && !url.isBlank();
        return moved
                ? new RecordEdit(Optional.empty(), Optional.of(url.strip()), Optional.empty())
                : RecordEdit.PROPOSED;
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
