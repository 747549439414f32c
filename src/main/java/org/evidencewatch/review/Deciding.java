package org.evidencewatch.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.evidencewatch.review.ConfirmedChanges.Elsewhere;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.DecisionRules.Ruling;
import org.evidencewatch.review.Decisions.Kept;
import org.evidencewatch.review.Docket.Line;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what a person said, with all that follows from it. The caller has the transaction, and ends it on a refusal. */
@Component
class Deciding {

    private final WorkItems items;
    private final Holds holds;
    private final ConfirmedChanges changes;
    private final Decisions decisions;
    private final Planning planning;
    private final Consequences consequences;
    private final Staking staking;
    private final Accounts accounts;
    private final TransactionTemplate savepoint;

    Deciding(
            WorkItems items,
            Holds holds,
            ConfirmedChanges changes,
            Decisions decisions,
            Planning planning,
            Consequences consequences,
            Staking staking,
            Accounts accounts,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.holds = holds;
        this.changes = changes;
        this.decisions = decisions;
        this.planning = planning;
        this.consequences = consequences;
        this.staking = staking;
        this.accounts = accounts;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What a person asks, under the id that all rows of it share. */
    private record Asked(DecisionRequest request, UUID id, Instant now) {}

    /** Answers at one company, and where the request says so, the same change at all others. */
    Reply decide(DecisionRequest request, Instant now) {
        Target target = request.target();
        Optional<Item> found = items.find(target.item(), now);
        if (found.isEmpty()) {
            return new Reply.Unknown(target.item());
        }
        var asked = new Asked(request, UUID.randomUUID(), now);
        return target.everywhere() ? everywhere(asked, found.get()) : decide(asked, found.get());
    }

    private Reply decide(Asked asked, Item found) {
        items.lockCompany(found.company());
        items.lock(found.id());
        // once more: whoever had the locks may have closed or claimed it
        Item item = items.get(found.id(), asked.now());
        changes.lockOpen(item.id());
        Ruling ruling = DecisionRules.rule(decisions.docket(item), asked.request(), asked.now());
        if (stale(asked.request(), item) && !DecisionRules.repeated(ruling, asked.request())) {
            return new Reply.Stale(item);
        }
        return switch (ruling) {
            case Ruling.Answers answers -> record(asked, item, answers.lines());
            case Ruling.Already already -> new Reply.AlreadyDecided(item, already.decision());
            case Ruling.Held held -> new Reply.HeldByAnother(item, held.hold());
            case Ruling.Forbidden forbidden -> new Reply.Refused(forbidden.because());
        };
    }

    private static boolean stale(DecisionRequest request, Item item) {
        return request.seen().filter(seen -> !seen.equals(item.version())).isPresent();
    }

    /** In the order of slugs, so that two of these never wait for each other. */
    private Reply everywhere(Asked asked, Item found) {
        Optional<Line> line = onlyPage(asked.request(), found, asked.now());
        Optional<String> cause = line.flatMap(only -> changes.cause(only.reason()));
        if (line.isEmpty() || cause.isEmpty()) {
            // a dispute is of one company; and nothing or several that wait are told as anywhere else
            return decide(asked, found);
        }
        var members = new ArrayList<>(changes.elsewhere(cause.get(), line.get().company()));
        members.add(new Elsewhere(found.company(), line.get().reason()));
        members.sort(Comparator.comparing(Elsewhere::company).thenComparingLong(Elsewhere::reason));
        // all of them before any change is locked, which is the order of whoever settles the queue
        members.stream().map(Elsewhere::company).distinct().forEach(items::lockCompany);
        Item item = items.get(found.id(), asked.now());
        if (stale(asked.request(), item)) {
            return new Reply.Stale(item);
        }
        return new Reply.Everywhere(members.stream()
                .map(member -> new Reply.Member(member.company(), at(member, asked)))
                .toList());
    }

    /** What is refused at one company is undone there, and stands at the others. */
    private Reply at(Elsewhere member, Asked asked) {
        DecisionRequest request = asked.request();
        var own = new DecisionRequest(
                Target.of(member.company(), Set.of(member.reason())),
                request.answer(),
                request.reviewer(),
                request.why(),
                request.until(),
                RecordEdit.PROPOSED);
        return Objects.requireNonNull(savepoint.execute(tx -> {
            Reply reply = decide(
                    new Asked(own, asked.id(), asked.now()),
                    items.find(member.company(), asked.now()).orElseThrow());
            if (reply instanceof Reply.Refused) {
                tx.setRollbackOnly();
            }
            return reply;
        }));
    }

    private Optional<Line> onlyPage(DecisionRequest request, Item item, Instant now) {
        Set<Long> named = request.target().reasons();
        List<Line> lines = decisions.docket(item).lines().stream()
                .filter(line -> named.isEmpty() ? line.waits(now) : named.contains(line.reason()))
                .toList();
        return lines.size() == 1 && lines.getFirst().page().isPresent()
                ? Optional.of(lines.getFirst())
                : Optional.empty();
    }

    private Reply record(Asked asked, Item item, List<Line> lines) {
        DecisionRequest request = asked.request();
        Instant now = asked.now();
        var recorded = new ArrayList<Long>();
        for (Line line : lines) {
            Optional<Plan> plan = planning.of(line, request.answer(), request.edit());
            Optional<String> unkeyed = unkeyed(line, plan);
            if (unkeyed.isPresent()) {
                return new Reply.Refused(unkeyed.get());
            }
            Kept kept = kept(asked, line, plan);
            long decision = decisions.insert(kept);
            Optional<String> failed = consequences.of(decision, kept, request.edit());
            if (failed.isPresent()) {
                return new Reply.Refused(failed.get());
            }
            recorded.add(decision);
        }
        items.closeIfAnswered(item.company(), now);
        staking.settle(lines.getFirst().company());
        if (items.get(item.id(), now).reasons().isEmpty()) {
            holds.release(item.id(), request.reviewer());
        }
        return new Reply.Done(items.get(item.id(), now), List.copyOf(new TreeMap<>(decisions.all(recorded)).values()));
    }

    /** What drops claims moves a record, and needs what moves a record. */
    private static Optional<String> unkeyed(Line line, Optional<Plan> plan) {
        boolean lacks = plan.filter(Plan::moves).isPresent() && line.key().isEmpty();
        return lacks
                ? Optional.of(
                        "claims rest on this page alone, and they are not dropped before it has been gone for two days and"
                                + " three reads; defer it, or keep the claims")
                : Optional.empty();
    }

    /** One person among several does not move a grade: what they say is kept as a proposal that another may second. */
    private Kept kept(Asked asked, Line line, Optional<Plan> plan) {
        DecisionRequest request = asked.request();
        Optional<String> cause = changes.cause(line.reason());
        boolean needsTwo = plan.filter(Plan::movesGrade).isPresent() && accounts.several();
        Optional<Decision> first = needsTwo
                ? decisions
                        .proposing(line.reason(), request.answer())
                        .filter(proposal -> !proposal.by().equals(request.reviewer()))
                : Optional.empty();
        return needsTwo && first.isEmpty()
                ? new Kept(
                        line,
                        Answer.NEEDS_SECOND_OPINION,
                        request.reviewer(),
                        request.why(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(request.answer()),
                        cause,
                        asked.id(),
                        asked.now())
                : new Kept(
                        line,
                        request.answer(),
                        request.reviewer(),
                        request.why(),
                        request.until(),
                        plan,
                        first,
                        Optional.empty(),
                        cause,
                        asked.id(),
                        asked.now());
    }
}
