package org.evidencewatch.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evidencewatch.review.ConfirmedChanges.Company;
import org.evidencewatch.review.Docket.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The queue of companies that a person must look at. Machines fill it ({@link #settle}); only {@link #decide} empties
 * it, or a page that goes back to what it said. Safe for use by many threads and processes on one database.
 *
 * <p>Where a method takes a {@code word}, it is the id of a work item or a company's slug; the id wins.
 */
@Component
public class WorkQueue {

    /** How long a person holds an item when nothing else is said. */
    public static final Duration LEASE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

    private final WorkItems items;
    private final ConfirmedChanges changes;
    private final Decisions decisions;
    private final Settlement settlement;
    private final Endings endings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WorkQueue(
            WorkItems items,
            ConfirmedChanges changes,
            Decisions decisions,
            Settlement settlement,
            Endings endings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.items = items;
        this.changes = changes;
        this.decisions = decisions;
        this.settlement = settlement;
        this.endings = endings;
        this.transactions = new TransactionTemplate(transactions);
        // whoever calls may have a transaction of their own, which the failure of one company must not end
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Brings the queue in line with the changes: a reason for each company and each confirmed change of a page that it
     * cites, under the company's one open item; reasons of changes that came to nothing are closed. Company by company
     * in a transaction each: one that fails is logged and left for the next time, the rest goes on.
     *
     * @param at the time that new and closed rows carry
     * @return what was newly queued, by slug; nothing when repeated
     */
    public List<Queued> settle(Instant at) {
        List<Queued> queued = new ArrayList<>();
        for (Company company : changes.unsettled()) {
            try {
                in(tx -> settlement.settle(company, at)).ifPresent(queued::add);
            } catch (DataAccessException e) {
                LOG.error("the queue of {} could not be settled; it will be tried again", company.slug(), e);
            }
        }
        for (long change : changes.answered()) {
            in(tx -> {
                changes.lock(change);
                return endings.endIfAnswered(change, at);
            });
        }
        return queued;
    }

    /** Every item in which something waits, worst first. */
    public List<Item> list() {
        return items.waiting(clock.instant()).stream().sorted(Item.WORST_FIRST).toList();
    }

    /** The companies to score again, after decisions that found a change material. */
    public List<Rescore> rescores() {
        return decisions.rescores();
    }

    /** One item, open or closed; of a company, the open one, else the last. */
    public Optional<Item> show(String word) {
        return items.find(word, clock.instant());
    }

    /** What was decided in an item, newest first. */
    public List<Decision> decisions(Item item) {
        return decisions.ofItem(item.id());
    }

    /** What was decided of a change, by whichever company's reviewers, newest first. */
    public List<Decision> decisionsOnChange(long change) {
        return decisions.ofChange(change);
    }

    /** Takes the item for {@code who}, or prolongs their lease, which then ends after {@code lease} by itself. */
    public Reply claim(String word, String who, Duration lease) {
        return with(word, item -> {
            if (item.closedAt().isPresent()) {
                return new Reply.Refused("nothing waits for " + item.company());
            }
            boolean held = items.hold(item.id(), who, lease);
            Item now = items.get(item.id(), clock.instant());
            return held ? new Reply.Done(now, List.of()) : heldByAnother(now);
        });
    }

    /** Gives the item back; releasing what nobody holds does nothing. */
    public Reply release(String word, String who) {
        return with(word, item -> {
            items.release(item.id(), who);
            Item now = items.get(item.id(), clock.instant());
            return now.hold().isPresent() ? heldByAnother(now) : new Reply.Done(now, List.of());
        });
    }

    /**
     * Records what a person said of one reason or several, with all that follows from it, or nothing at all. When the
     * last company that cites a page has answered, the change ends: the weightiest answer gives its outcome, and the
     * page as it was then becomes the one to compare with.
     */
    public Reply decide(DecisionRequest request) {
        return in(tx -> {
            Optional<Item> found = items.find(request.item(), clock.instant());
            if (found.isEmpty()) {
                return new Reply.Unknown(request.item());
            }
            items.lockCompany(found.get().company());
            items.lock(found.get().id());
            // once more: whoever had the locks may have closed or claimed it
            Item item = items.get(found.get().id(), clock.instant());
            changes.lockOpen(item.id());
            return answer(request, item, tx);
        });
    }

    private Reply answer(DecisionRequest request, Item item, TransactionStatus tx) {
        Instant now = clock.instant();
        return switch (DecisionRules.rule(decisions.docket(item), request, now)) {
            case DecisionRules.Ruling.Answers answers -> record(request, item, answers.lines(), tx);
            case DecisionRules.Ruling.Already already -> new Reply.AlreadyDecided(item, already.decision());
            case DecisionRules.Ruling.Held held -> new Reply.HeldByAnother(item, held.hold());
            case DecisionRules.Ruling.Forbidden forbidden -> new Reply.Refused(forbidden.because());
        };
    }

    private Reply record(DecisionRequest request, Item item, List<Line> lines, TransactionStatus tx) {
        Instant now = clock.instant();
        lines.forEach(line -> decisions.record(request, line, now));
        boolean inTime =
                !request.answer().ends() || lines.stream().allMatch(line -> endings.endIfAnswered(line.change(), now));
        if (!inTime) {
            tx.setRollbackOnly();
            return new Reply.Refused("the page changed again while this was decided; look at it once more");
        }
        items.closeIfAnswered(item.company(), now);
        Item after = items.get(item.id(), now);
        if (after.reasons().isEmpty()) {
            items.release(item.id(), request.reviewer());
        }
        List<Decision> recorded =
                decisions.ofItem(item.id()).stream().limit(lines.size()).toList();
        return new Reply.Done(items.get(item.id(), now), recorded);
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

    private <T> T in(Function<TransactionStatus, T> work) {
        return transactions.execute(work::apply);
    }
}
