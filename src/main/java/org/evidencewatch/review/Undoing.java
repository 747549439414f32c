package org.evidencewatch.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.citation.Authority;
import org.evidencewatch.citation.RepairReply;
import org.evidencewatch.citation.Repairs;
import org.evidencewatch.review.Decisions.Sibling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a decision back, with all that followed from it, as long as nobody else was told: until it is published. In the
 * caller's transaction.
 */
@Component
class Undoing {

    private final WorkItems items;
    private final ConfirmedChanges changes;
    private final Decisions decisions;
    private final Reasons reasons;
    private final Revisions revisions;
    private final Repairs repairs;
    private final Endings endings;
    private final Staking staking;
    private final TransactionTemplate savepoint;

    Undoing(
            WorkItems items,
            ConfirmedChanges changes,
            Decisions decisions,
            Reasons reasons,
            Revisions revisions,
            Repairs repairs,
            Endings endings,
            Staking staking,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.changes = changes;
        this.decisions = decisions;
        this.reasons = reasons;
        this.revisions = revisions;
        this.repairs = repairs;
        this.endings = endings;
        this.staking = staking;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Undoes all that holds of the request that made the decision, at every company, with a row for each; the decision alone where
     * nothing else does. What is refused stands, and the rest is taken back.
     */
    Reply everywhere(long id, String reviewer, String why, Instant now) {
        List<Sibling> siblings = decisions.sameRequest(id);
        if (siblings.stream().allMatch(sibling -> sibling.id() == id)) {
            return undo(id, reviewer, why, now);
        }
        // companies before changes, each in its order, as whoever settles or decides
        siblings.stream().map(Sibling::company).distinct().forEach(items::lockCompany);
        siblings.stream()
                .flatMap(sibling -> sibling.change().stream())
                .distinct()
                .sorted()
                .forEach(changes::lock);
        return new Reply.Everywhere(siblings.stream()
                .map(sibling -> new Reply.Member(sibling.company(), at(sibling, reviewer, why, now)))
                .toList());
    }

    private Reply at(Sibling sibling, String reviewer, String why, Instant now) {
        return Objects.requireNonNull(savepoint.execute(tx -> {
            Reply reply = undo(sibling.id(), reviewer, why, now);
            if (reply instanceof Reply.Refused) {
                tx.setRollbackOnly();
            }
            return reply;
        }));
    }

    /** Undoes the decision of that id, or says why not. */
    Reply undo(long id, String reviewer, String why, Instant now) {
        Optional<Decisions.Subject> found = decisions.subject(id);
        if (found.isEmpty()) {
            return new Reply.Unknown("decision " + id);
        }
        Decisions.Subject subject = found.get();
        items.lockCompany(subject.company());
        subject.change().ifPresent(changes::lock);
        Decision decision = decisions.find(id).orElseThrow();
        if (decision.undone()) {
            return new Reply.AlreadyDecided(item(subject, now), decisions.undoOf(id));
        }
        return objection(decision, subject)
                .<Reply>map(Reply.Refused::new)
                .orElseGet(() -> takeBack(decision, subject, reviewer, why, now));
    }

    private Optional<String> objection(Decision decision, Decisions.Subject subject) {
        if (decision.answer() == Answer.UNDO) {
            return Optional.of("an undo is not undone: decide anew");
        }
        Optional<Instant> published = decisions.publishedAt(decision.id());
        if (published.isPresent()) {
            return Optional.of("it was published at " + published.get() + "; a dispute or an import puts it right");
        }
        if (revisions.movedOnSince(decision.id())) {
            return Optional.of("the record has moved on since: undo the later decision first");
        }
        boolean later = decision.answer().ends()
                && subject.change().map(changes::baselineMovedOn).orElse(false);
        return later
                ? Optional.of("a later change of the page was accepted since: undo that decision first")
                : Optional.empty();
    }

    private Reply takeBack(Decision decision, Decisions.Subject subject, String reviewer, String why, Instant now) {
        long undo = decisions.undo(decision.id(), reviewer, why, now);
        revisions.of(decision.id()).ifPresent(made -> revisions.restore(revisions.before(made), undo, now));
        Optional<String> unrepaired =
                repairs.undo(decision.id(), new Authority(Optional.of(undo), reviewer, why, now)).stream()
                        .flatMap(reply -> reply instanceof RepairReply.Refused refused
                                ? Stream.of(refused.because())
                                : Stream.of())
                        .findFirst();
        if (unrepaired.isPresent()) {
            return new Reply.Refused(unrepaired.get());
        }
        reasons.rescoreNoMore(decision.id(), now);
        if (decision.answer().ends()) {
            subject.change().ifPresent(change -> endings.reopen(change, undo, now));
        }
        items.reopen(decision.reason());
        staking.settle(subject.companyId());
        return new Reply.Done(item(subject, now), decisions.find(undo).stream().toList());
    }

    private Item item(Decisions.Subject subject, Instant now) {
        return items.find(subject.company(), now).orElseThrow();
    }
}
