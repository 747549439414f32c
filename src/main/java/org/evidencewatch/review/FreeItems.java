package org.evidencewatch.review;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.evidencewatch.review.InboxRequest.Whose;
import org.springframework.stereotype.Component;

/**
 * The free items in the order of the queue, for many who want the next one. Ranking a long queue takes a while, so the order is
 * remembered, for {@link #FRESH} at most: what another process adds or gives back may come that much later. What this process
 * does calls {@link #forget}. Each item is handed out once from one order, so that those who ask at once do not meet at the
 * first.
 */
@Component
class FreeItems {

    /** How long an order is good for. */
    static final Duration FRESH = Duration.ofSeconds(1);

    private static final long NONE = 0;

    private final Inbox inbox;
    private final AtomicLong age = new AtomicLong();
    private final AtomicLong made = new AtomicLong();
    private final ReentrantLock ranking = new ReentrantLock();
    private volatile Optional<Order> remembered = Optional.empty();

    FreeItems(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Offers free items, the best first, until {@code take} takes one of these ids.
     *
     * @param request which lane, and what is searched for
     * @return what was taken; empty when nothing is left
     */
    Optional<Item> offer(String who, InboxRequest request, Function<Long, Optional<Item>> take) {
        var free = new InboxRequest(
                request.lane(), request.search(), new Whose.Free(), InboxRequest.USUAL, Optional.empty());
        Order first = order(free, NONE);
        return first.offer(who, take).or(() -> order(free, first.number()).offer(who, take));
    }

    /** What is remembered is no longer so. */
    void forget() {
        age.incrementAndGet();
    }

    private Order order(InboxRequest request, long exhausted) {
        ranking.lock();
        try {
            Optional<Order> usable = remembered
                    .filter(order -> order.answers(request, age.get()))
                    .filter(order -> order.number() != exhausted);
            Order order = usable.orElseGet(() -> ranked(request));
            remembered = Optional.of(order);
            return order;
        } finally {
            ranking.unlock();
        }
    }

    private Order ranked(InboxRequest request) {
        long at = System.nanoTime();
        long now = age.get();
        return new Order(made.incrementAndGet(), request, now, at, new ConcurrentLinkedQueue<>(inbox.order(request)));
    }

    /** The order that was made for a request at an age, when, by {@link System#nanoTime}, and what was not offered yet. */
    private record Order(long number, InboxRequest request, long age, long madeAt, Queue<Ranked> left) {

        boolean answers(InboxRequest other, long now) {
            return request.equals(other) && age == now && System.nanoTime() - madeAt < FRESH.toNanos();
        }

        Optional<Item> offer(String who, Function<Long, Optional<Item>> take) {
            for (Optional<Ranked> best = best(who); best.isPresent(); best = best(who)) {
                // goes to whoever is the one to remove it
                Optional<Item> taken =
                        left.remove(best.get()) ? take.apply(best.get().id()) : Optional.empty();
                if (taken.isPresent()) {
                    return taken;
                }
            }
            return Optional.empty();
        }

        private Optional<Ranked> best(String who) {
            return left.stream().filter(item -> item.answerableBy(who)).findFirst();
        }
    }
}
