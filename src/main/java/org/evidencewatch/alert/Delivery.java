package org.evidencewatch.alert;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers the outbox, at least once, each letter under an id and with bytes that stay the same. Safe for several processes at
 * once: a letter in one's hand is not another's.
 */
@Component
public class Delivery {

    /** The most letters of a channel in one round. */
    private static final int ROUND = 500;

    /** The longest rest that another side may ask for. */
    private static final Duration LONGEST_REST = Duration.ofDays(1);

    private final Outbox outbox;
    private final EndpointRows endpoints;
    private final Undelivered undelivered;
    private final Staleness staleness;
    private final List<Channel> channels;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Delivery(
            Outbox outbox,
            EndpointRows endpoints,
            Undelivered undelivered,
            Staleness staleness,
            List<Channel> channels,
            Clock clock,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.endpoints = endpoints;
        this.undelivered = undelivered;
        this.staleness = staleness;
        // the webhook before mail, which may have to tell of it
        this.channels = channels.stream()
                .filter(channel -> channel.address().isPresent())
                .sorted(comparing(Channel::name).reversed())
                .toList();
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether there is something to deliver. */
    public boolean due() {
        return channels.stream()
                .anyMatch(channel -> outbox.due(channel.name(), EndpointRows.digest(channel), clock.instant()));
    }

    /**
     * Tries the letters that are due, oldest first, and leaves a channel for a later round when its other side is not well. What
     * a mail server or webhook does never makes this throw. Holds no database connection while it waits for them.
     */
    public DeliveryReport deliverDue() {
        int delivered = 0;
        List<String> failures = new ArrayList<>();
        for (Channel channel : channels) {
            boolean goesOn = true;
            for (int i = 0; i < ROUND && goesOn; i++) {
                var letter = transaction.execute(
                        status -> outbox.take(channel.name(), EndpointRows.digest(channel), clock.instant()));
                var failure = letter.flatMap(due -> deliver(channel, due));
                failure.ifPresent(why -> failures.add(channel.name() + ": " + why.text()));
                delivered += letter.isPresent() && failure.isEmpty() ? 1 : 0;
                goesOn = letter.isPresent() && failure.map(Failure::others).orElse(true);
            }
        }
        return new DeliveryReport(delivered, failures);
    }

    /**
     * Why a letter was not delivered.
     *
     * @param others whether others may fare better
     */
    private record Failure(String text, boolean others) {}

    private Optional<Failure> deliver(Channel channel, Letter letter) {
        var result = channel.send(letter);
        return transaction.execute(status -> conclude(channel, letter, result, clock.instant()));
    }

    private Optional<Failure> conclude(Channel channel, Letter letter, SendResult result, Instant now) {
        return switch (result) {
            case SendResult.Sent sent -> {
                outbox.delivered(letter, now);
                yield Optional.empty();
            }
            case SendResult.Refused refused -> retry(letter, refused.why(), Duration.ZERO, now, true);
            case SendResult.NotSent not -> retry(letter, not.why(), Duration.ZERO, now, false);
            case SendResult.Busy busy -> {
                var rest = busy.rest().filter(Duration::isPositive).orElse(Duration.ZERO);
                var asked = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
                if (asked.isPositive()) {
                    endpoints.rest(channel, busy.why(), now.plus(asked));
                }
                yield retry(letter, busy.why(), asked, now, false);
            }
            case SendResult.Gone gone -> {
                outbox.later(letter, gone.why(), now);
                endpoints.disable(channel, gone.why(), now);
                staleness.tell(Undelivered.KINDS, undelivered.findings(now), now);
                yield Optional.of(new Failure(gone.why(), false));
            }
        };
    }

    private Optional<Failure> retry(Letter letter, String why, Duration atLeast, Instant now, boolean others) {
        var wait = Backoff.after(letter.attempt(), letter.id());
        if (wait.isPresent()) {
            var longer = wait.get().compareTo(atLeast) > 0 ? wait.get() : atLeast;
            outbox.later(letter, why, now.plus(longer));
        } else {
            outbox.bury(letter, why, now);
        }
        return Optional.of(new Failure(why, others));
    }
}
