package org.evidencewatch.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evidencewatch.review.ConfirmedChanges.Company;
import org.evidencewatch.review.ConfirmedChanges.Pending;
import org.springframework.stereotype.Component;

/** Brings the queue of one company in line with the changes of the pages it cites; the caller has the transaction. */
@Component
class Settlement {

    private static final int LONGEST_WORDS = 120;

    private final ConfirmedChanges changes;
    private final WorkItems items;

    Settlement(ConfirmedChanges changes, WorkItems items) {
        this.changes = changes;
        this.items = items;
    }

    /** What the company was newly given; empty when nothing. Safe to repeat, and side by side with itself. */
    Optional<Queued> settle(Company company, Instant at) {
        items.lockCompany(company.slug());
        changes.closeEnded(company.id(), at);
        Optional<Queued> queued = queue(company, at);
        items.closeIfAnswered(company.slug(), at);
        return queued;
    }

    private Optional<Queued> queue(Company company, Instant at) {
        List<Pending> pending = stillPending(company);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        long item = items.open(company.id(), at);
        Set<Long> added = new HashSet<>();
        for (Pending each : pending) {
            changes.addReason(item, company.id(), each, at).ifPresent(added::add);
        }
        Item now = items.get(item, at);
        return now.lane()
                .filter(lane -> !added.isEmpty())
                .map(lane -> new Queued(
                        company.slug(),
                        lane,
                        now.reasons().stream()
                                .filter(reason -> added.contains(reason.id()))
                                .map(Settlement::summary)
                                .toList()));
    }

    /** Read twice: a change may end while its lock is awaited. */
    private List<Pending> stillPending(Company company) {
        List<Pending> before = changes.pending(company.id());
        if (before.isEmpty()) {
            return before;
        }
        changes.keepOpen(before);
        return changes.pending(company.id()).stream().filter(before::contains).toList();
    }

    private static String summary(OpenReason reason) {
        List<String> words = new ArrayList<>();
        words.add(reason.code());
        if (reason.before().isPresent() || reason.after().isPresent()) {
            words.add(shortened(reason.before()) + " -> " + shortened(reason.after()));
        }
        reason.url().ifPresent(words::add);
        return words.stream().collect(Collectors.joining(" | "));
    }

    private static String shortened(Optional<String> words) {
        String text = words.orElse("(nothing)");
        return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
