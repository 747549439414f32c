package org.evidencewatch.change;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evidencewatch.change.ClaimLink.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what people say of proposed passages: all of it in one transaction with what follows for verdicts, or nothing. */
@Component
public class ClaimReview {

    private final ClaimTables tables;
    private final ClaimWatch watch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClaimReview(ClaimTables tables, ClaimWatch watch, PlatformTransactionManager transactions, Clock clock) {
        this.tables = tables;
        this.watch = watch;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Records the decision. Saying the same again changes nothing; saying the opposite is refused. */
    public LinkReply decide(LinkDecision request) {
        return Objects.requireNonNull(transaction.execute(tx -> tables.lock(request.company())
                .map(company -> ruled(request, tables.links(company)))
                .orElseGet(() -> new LinkReply.NoCompany(request.company()))));
    }

    private LinkReply ruled(LinkDecision request, List<ClaimLink> links) {
        Map<Long, ClaimLink> known = links.stream().collect(Collectors.toMap(ClaimLink::id, link -> link));
        var named = new TreeSet<>(request.accepted());
        named.addAll(request.rejected());
        var unknown = new TreeSet<>(named);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            return new LinkReply.NoLinks(unknown);
        }
        Map<ClaimLink, State> wanted = wanted(request, links);
        List<ClaimLink> otherwise = wanted.entrySet().stream()
                .filter(entry -> entry.getKey().state() != State.PROPOSED
                        && entry.getKey().state() != entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return otherwise.isEmpty() ? record(request, wanted) : new LinkReply.DecidedOtherwise(otherwise);
    }

    private static Map<ClaimLink, State> wanted(LinkDecision request, List<ClaimLink> links) {
        var wanted = new LinkedHashMap<ClaimLink, State>();
        for (ClaimLink link : links) {
            answer(request, link).ifPresent(state -> wanted.put(link, state));
        }
        return wanted;
    }

    private static Optional<State> answer(LinkDecision request, ClaimLink link) {
        if (request.rejected().contains(link.id())) {
            return Optional.of(State.REJECTED);
        }
        boolean accepted = request.accepted().contains(link.id()) || (request.all() && link.state() == State.PROPOSED);
        return accepted ? Optional.of(State.ACCEPTED) : Optional.empty();
    }

    private LinkReply record(LinkDecision request, Map<ClaimLink, State> wanted) {
        Instant now = clock.instant();
        var decided = new ArrayList<State>();
        Set<List<Long>> touched = new LinkedHashSet<>();
        wanted.forEach((link, state) -> {
            if (link.state() == State.PROPOSED) {
                tables.decide(link.id(), state, request.reviewer(), now);
                decided.add(state);
                touched.add(List.of(link.claim(), link.citation()));
            }
        });
        touched.forEach(pair -> watch.judge(pair.getFirst(), pair.getLast(), now));
        int accepted =
                (int) decided.stream().filter(state -> state == State.ACCEPTED).count();
        return new LinkReply.Done(accepted, decided.size() - accepted, wanted.size() - decided.size());
    }
}
