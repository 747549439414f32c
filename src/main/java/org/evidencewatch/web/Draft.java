package org.evidencewatch.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.DecisionRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A decision as the form sent it; shown again when it cannot be recorded, so that nobody types twice. */
record Draft(Set<Long> reason, String verdict, String why, String until) {

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
        return new Draft(Set.of(), "", "", "");
    }

    /** The draft for the form that answers these reasons: this one if it was typed there. */
    public Draft in(Set<Long> form) {
        return reason.equals(form) ? this : empty();
    }

    /** The draft as a decision, or what is missing. */
    Reading read(String item, String reviewer) {
        Optional<Answer> answer = Answer.of(verdict);
        if (answer.isEmpty()) {
            return new Reading.Incomplete("choose one of the four answers");
        }
        Optional<Instant> deferred = answer.get().ends() ? Optional.empty() : midnight();
        return DecisionRequest.objection(answer.get(), reviewer, why, deferred)
                .<Reading>map(Reading.Incomplete::new)
                .orElseGet(() -> new Reading.Complete(
                        new DecisionRequest(item, reason, false, answer.get(), reviewer, why, deferred)));
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
