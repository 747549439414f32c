package org.evidencewatch.review;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Who works at which item: by leases that end by themselves, so that two people never hold the same. */
@Component
class Claiming {

    private final WorkItems items;
    private final Holds holds;
    private final FreeItems free;
    private final Accounts accounts;
    private final Clock clock;

    Claiming(WorkItems items, Holds holds, FreeItems free, Accounts accounts, Clock clock) {
        this.items = items;
        this.holds = holds;
        this.free = free;
        this.accounts = accounts;
        this.clock = clock;
    }

    Reply claim(String word, String who, Duration lease) {
        return withOpen(word, item -> held(item, holds.hold(item.id(), who, lease)));
    }

    Reply renew(String word, String who, Duration lease) {
        return withOpen(word, item -> {
            if (holds.prolong(item.id(), who, lease)) {
                return done(item);
            }
            Item now = now(item);
            return now.hold().isPresent()
                    ? heldByAnother(now)
                    : new Reply.Refused(who + " does not hold " + item.company() + "; claim it");
        });
    }

    Reply assign(String word, String to, String by, Duration lease) {
        if (accounts.role(to).filter(role -> role.covers(Role.REVIEWER)).isEmpty()) {
            return new Reply.Refused("nobody who decides here is called " + to);
        }
        return withOpen(word, item -> held(item, holds.handOver(item.id(), by, to, lease)));
    }

    Reply release(String word, String who) {
        return with(word, item -> {
            holds.release(item.id(), who);
            free.forget();
            Item now = now(item);
            return now.hold().isPresent() ? heldByAnother(now) : done(now);
        });
    }

    Optional<Item> claimNext(String who, Duration lease, InboxRequest request) {
        return free.offer(who, request, id -> take(id, who, lease));
    }

    /** It may have been answered since it was ranked; then it is given back. */
    private Optional<Item> take(long id, String who, Duration lease) {
        if (!holds.take(id, who, lease)) {
            return Optional.empty();
        }
        Item item = items.get(id, clock.instant());
        if (item.reasons().isEmpty()) {
            holds.release(id, who);
            return Optional.empty();
        }
        return Optional.of(item);
    }

    private Reply held(Item item, boolean held) {
        return held ? done(item) : heldByAnother(now(item));
    }

    private Reply done(Item item) {
        return new Reply.Done(now(item), List.of());
    }

    private Item now(Item item) {
        return items.get(item.id(), clock.instant());
    }

    private Reply withOpen(String word, Function<Item, Reply> act) {
        return with(
                word,
                item -> item.closedAt().isPresent()
                        ? new Reply.Refused("nothing waits for " + item.company())
                        : act.apply(item));
    }

    private Reply with(String word, Function<Item, Reply> act) {
        return items.find(word, clock.instant()).map(act).orElseGet(() -> new Reply.Unknown(word));
    }

    /** The lease may have run out since: then the item is free, and asking again succeeds. */
    private static Reply heldByAnother(Item item) {
        return item.hold()
                .<Reply>map(hold -> new Reply.HeldByAnother(item, hold))
                .orElseGet(() -> new Reply.Refused("somebody else had it until this moment; try again"));
    }
}
