package org.evidencewatch.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evidencewatch.citation.Authority;
import org.evidencewatch.review.ConfirmedChanges.Company;
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

    /** How long an item is held for the person to whom another hands it. */
    public static final Duration ASSIGNMENT = Duration.ofHours(8);

    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

    private final WorkItems items;
    private final ConfirmedChanges changes;
    private final Decisions decisions;
    private final Rescores rescores;
    private final Settlement settlement;
    private final Endings endings;
    private final Absences absences;
    private final Staking staking;
    private final Deciding deciding;
    private final Undoing undoing;
    private final Claiming claiming;
    private final FreeItems free;
    private final Notes notes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WorkQueue(
            WorkItems items,
            ConfirmedChanges changes,
            Decisions decisions,
            Rescores rescores,
            Settlement settlement,
            Endings endings,
            Absences absences,
            Staking staking,
            Deciding deciding,
            Undoing undoing,
            Claiming claiming,
            FreeItems free,
            Notes notes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.items = items;
        this.changes = changes;
        this.decisions = decisions;
        this.rescores = rescores;
        this.settlement = settlement;
        this.endings = endings;
        this.absences = absences;
        this.staking = staking;
        this.deciding = deciding;
        this.undoing = undoing;
        this.claiming = claiming;
        this.free = free;
        this.notes = notes;
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
        transactions.executeWithoutResult(tx -> absences.record(at));
        free.forget();
        return queued;
    }

    /**
     * Works out what is at stake with every open reason, once the claims of the records are judged. A company that fails is logged
     * and keeps its place in the queue.
     */
    public void weigh() {
        for (long company : staking.due()) {
            try {
                transactions.executeWithoutResult(tx -> staking.settle(company));
            } catch (RuntimeException e) {
                LOG.error(
                        "what is at stake for company {} could not be worked out; it will be tried again", company, e);
            }
        }
        free.forget();
    }

    /** Every item in which something waits, that with most at stake first. */
    public List<Item> list() {
        return items.waiting(clock.instant()).stream()
                .sorted(Item.MOST_AT_STAKE_FIRST)
                .toList();
    }

    /** The same changes that wait at several companies, the most widespread first. */
    public List<Cause> causes() {
        return Cause.of(items.waiting(items.sharing(), clock.instant()).stream()
                .sorted(Item.MOST_AT_STAKE_FIRST)
                .toList());
    }

    /** The companies to score again, after decisions that found a change material. */
    public List<Rescore> rescores() {
        return rescores.open();
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
        return claiming.claim(word, who, lease);
    }

    /**
     * Takes for {@code who} the free item with most at stake of those that the request admits, whosever it asks for; empty when none
     * is free. What another process put into the queue or gave back within the last second may be passed over.
     */
    public Optional<Item> claimNext(String who, Duration lease, InboxRequest request) {
        return claiming.claimNext(who, lease, request);
    }

    /** Prolongs the lease of {@code who}, also where it ran out and nobody took the item since; takes nothing anew. */
    public Reply renew(String word, String who, Duration lease) {
        return claiming.renew(word, who, lease);
    }

    /** Hands an item that {@code by} or nobody holds to the account {@code to}, for {@link #ASSIGNMENT}. */
    public Reply assign(String word, String to, String by) {
        return claiming.assign(word, to, by, ASSIGNMENT);
    }

    /** Gives the item back; releasing what nobody holds does nothing. */
    public Reply release(String word, String who) {
        return claiming.release(word, who);
    }

    /** Adds a note to an item, open or closed, for other reviewers; it stays for good. Refuses what is no text of 1 to 4000 characters. */
    public Reply note(String word, String author, String text) {
        Instant at = clock.instant();
        Optional<Item> item = items.find(word, at);
        if (item.isEmpty()) {
            return new Reply.Unknown(word);
        }
        return Note.objection(author, text).<Reply>map(Reply.Refused::new).orElseGet(() -> {
            notes.add(item.get().id(), author.strip(), text.strip(), at);
            return new Reply.Done(item.get(), List.of());
        });
    }

    /** What reviewers noted of an item, oldest first. */
    public List<Note> notes(Item item) {
        return notes.of(item.id());
    }

    /**
     * Records what a person said of one reason or several, with all that follows from it, or nothing at all. When the
     * last company that cites a page has answered, the change ends: the weightiest answer gives its outcome, and the
     * page as it was then becomes the one to compare with.
     *
     * <p>Said of a change everywhere, it is recorded at every company where it can be, with a row each. Where the request names
     * the version that the person saw, nothing is recorded once the item is at another, unless this very request was recorded
     * before.
     */
    public Reply decide(DecisionRequest request) {
        return orNothing(() -> deciding.decide(request, clock.instant()));
    }

    /**
     * Takes a decision back, with all that followed from it, as a row of its own; not once it is published.
     *
     * @throws IllegalArgumentException where name or explanation are missing or too long
     */
    public Reply undo(long decision, String reviewer, String why) {
        return undo(decision, reviewer, why, false);
    }

    /**
     * The same; everywhere, with all else that the same request decided, by a row for each. What cannot be taken back stands, and
     * the reply says so.
     *
     * @throws IllegalArgumentException where name or explanation are missing or too long
     */
    public Reply undo(long decision, String reviewer, String why, boolean everywhere) {
        Authority.objection(reviewer, why).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return orNothing(() -> everywhere
                ? undoing.everywhere(decision, reviewer.strip(), why.strip(), clock.instant())
                : undoing.undo(decision, reviewer.strip(), why.strip(), clock.instant()));
    }

    private Reply orNothing(Supplier<Reply> work) {
        Reply done = in(tx -> {
            Reply reply = work.get();
            if (reply instanceof Reply.Refused || reply instanceof Reply.Stale) {
                tx.setRollbackOnly();
            }
            return reply;
        });
        free.forget();
        return done;
    }

    private <T> T in(Function<TransactionStatus, T> work) {
        return transactions.execute(work::apply);
    }
}
