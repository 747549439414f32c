package org.evidencewatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers the outbox, at least once, each digest under an id that stays the same. */
@Component
public class Delivery {

    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Delivery(Outbox outbox, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * Tries every digest that is due, oldest first, and leaves a channel for a later round at its first failure. What
     * a mail server or webhook does never makes this throw. Holds no database connection while it waits for them.
     */
    public DeliveryReport deliverDue(Instant now) {
        int delivered = 0;
        List<String> failures = new ArrayList<>();
        for (Channel channel : outbox.configured()) {
            boolean open = true;
            while (open) {
                var letter = transaction.execute(status -> outbox.take(channel, now));
                var failure = letter.flatMap(due -> deliver(channel, due, now));
                failure.ifPresent(failures::add);
                open = letter.isPresent() && failure.isEmpty();
                delivered += open ? 1 : 0;
            }
        }
        return new DeliveryReport(delivered, failures);
    }

    private Optional<String> deliver(Channel channel, Outbox.Letter letter, Instant now) {
        return switch (channel.send(letter.id(), letter.digest())) {
            case SendResult.Sent sent -> {
                transaction.executeWithoutResult(status -> outbox.delivered(letter, now));
                yield Optional.empty();
            }
            case SendResult.NotSent not -> {
                transaction.executeWithoutResult(status -> outbox.failed(letter, not.why()));
                yield Optional.of(channel.name() + ": " + not.why());
            }
        };
    }
}
