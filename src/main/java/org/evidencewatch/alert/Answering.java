package org.evidencewatch.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evidencewatch.citation.Authority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say of alerts. An alert that somebody answered is not told again until its cause is another, or a snooze over. */
@Component
public class Answering {

    /** The longest snooze. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private final Alerts alerts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Answering(Alerts alerts, Clock clock, TransactionTemplate transaction) {
        this.alerts = alerts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What became of an answer. */
    public sealed interface Reply {

        /** It is on record. */
        record Done(Alert alert) implements Reply {}

        /** There is no such alert, or it is closed. */
        record Unknown(long id) implements Reply {}

        /** It cannot be recorded so; a sentence for the person. */
        record Refused(String because) implements Reply {}
    }

    /** Says that somebody knows of it. */
    public Reply acknowledge(long id, String by, String why) {
        return answer(id, Optional.empty(), by, why);
    }

    /** Puts it off until a time, which lies ahead by no more than {@link #LONGEST}. */
    public Reply snooze(long id, Instant until, String by, String why) {
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            return new Reply.Refused("a snooze ends within the next " + LONGEST.toDays() + " days");
        }
        return answer(id, Optional.of(until), by, why);
    }

    /**
     * The ids of the open alerts of a kind that nobody answered, so that one answer can be given to all of them.
     *
     * @param word the kind's, as {@link Kind#word}; one that there is not has none
     */
    public List<Long> unanswered(String word) {
        var now = clock.instant();
        return Kind.of(word)
                .map(kind -> alerts.open().stream()
                        .filter(alert ->
                                alert.kind() == kind && alert.holding(now).isEmpty())
                        .map(Alert::id)
                        .toList())
                .orElse(List.of());
    }

    /** The newest changes, open and closed ones, the newest first. */
    public List<Alert> newest(int atMost) {
        return alerts.changedAfter(Instant.EPOCH, atMost);
    }

    /** The name of this installation's feed of alerts. */
    public UUID feed() {
        return alerts.feed();
    }

    private Reply answer(long id, Optional<Instant> until, String by, String why) {
        var objection = Authority.objection("name", by, "reason", why);
        if (objection.isPresent()) {
            return new Reply.Refused(objection.get());
        }
        return transaction.execute(status -> {
            var alert = alerts.find(id).filter(found -> found.closedAt().isEmpty());
            if (alert.isEmpty()) {
                return new Reply.Unknown(id);
            }
            alerts.answer(id, new AlertAnswer(until, alert.get().cause(), by.strip(), why.strip(), clock.instant()));
            return new Reply.Done(alerts.find(id).orElseThrow());
        });
    }
}
