package org.evidencewatch.alert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the daily digest. */
@Component
public class Digests {

    /** More alerts than these are counted, not listed. */
    private static final int MOST = 100_000;

    private final Freshness freshness;
    private final Objectives objectives;
    private final WorkRows work;
    private final Alerts alerts;
    private final Outbox outbox;
    private final Post post;
    private final TransactionTemplate transaction;

    Digests(
            Freshness freshness,
            Objectives objectives,
            WorkRows work,
            Alerts alerts,
            Outbox outbox,
            Post post,
            TransactionTemplate transaction) {
        this.freshness = freshness;
        this.objectives = objectives;
        this.work = work;
        this.alerts = alerts;
        this.outbox = outbox;
        this.post = post;
        this.transaction = transaction;
    }

    /** What came of it. */
    public enum Outcome {
        /** It is in the outbox. */
        WRITTEN,
        /** The day (UTC) has one already. */
        ALREADY_WRITTEN,
        /** No mail is set up. */
        NO_MAIL
    }

    /** Writes the digest of the day (UTC) of a time, unless it has one. However many processes ask: one a day. */
    public Outcome write(Instant at) {
        if (!post.setUp(MailChannel.NAME)) {
            return Outcome.NO_MAIL;
        }
        return transaction.execute(status -> {
            var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            var since = outbox.lastDigest(day).orElse(at.minus(Duration.ofDays(1)));
            var digest = digest(at, since);
            boolean written = outbox.put(
                    MailChannel.NAME,
                    Letter.Sort.DIGEST,
                    DigestText.subject(digest),
                    DigestText.of(digest).getBytes(StandardCharsets.UTF_8),
                    Optional.of(day),
                    at);
            return written ? Outcome.WRITTEN : Outcome.ALREADY_WRITTEN;
        });
    }

    private Digest digest(Instant at, Instant since) {
        var citations = freshness.citations();
        Predicate<Instant> isNew = time -> time.isAfter(since);
        var changed = alerts.changedAfter(since, MOST);
        var open = alerts.open();
        var told = open.stream().filter(alert -> alert.holding(at).isEmpty()).toList();
        return new Digest(
                at,
                since,
                (int) citations.stream()
                        .filter(citation ->
                                citation.lastConfirmed().filter(isNew).isPresent())
                        .count(),
                citations.size(),
                objectives.states(citations, at),
                work.waiting(at, DigestText.CAP),
                UnreadableHost.of(Unreadable.of(citations)),
                told.stream().filter(alert -> isNew.test(alert.openedAt())).toList(),
                changed.stream().filter(alert -> alert.closedAt().isPresent()).toList(),
                told.stream().filter(alert -> !isNew.test(alert.openedAt())).toList(),
                open.size() - told.size());
    }
}
