package org.evidencewatch.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The queue as people look through it: page by page, in the order of {@link WorkQueue#list}, without reading what is not shown.
 * Safe for use by many threads.
 *
 * <p>Pages that follow one another by their cursors are ordered by the time of the first, so that each item is on one of them,
 * however long it takes and whatever is decided meanwhile. Only an item whose own reasons change meanwhile may take another
 * place.
 */
@Component
public class Inbox {

    private final InboxRows rows;
    private final WorkItems items;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Inbox(InboxRows rows, WorkItems items, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.items = items;
        // what is ranked and what is shown must be of one moment
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.clock = clock;
    }

    /** The page that was asked for; without rows where nothing is left. */
    public InboxPage page(InboxRequest request) {
        Instant asOf = asOf(request);
        return snapshot.execute(tx -> {
            List<Ranked> inAllLanes = inAllLanes(request, asOf);
            List<Ranked> all = inLane(inAllLanes, request);
            List<Ranked> left = request.cursor()
                    .map(cursor -> all.stream()
                            .filter(item -> cursor.before(item.place()))
                            .toList())
                    .orElse(all);
            List<Ranked> shown = left.subList(0, Math.min(left.size(), request.size()));
            return new InboxPage(
                    asOf,
                    rows(shown, asOf),
                    shown.size() < left.size()
                            ? Optional.of(new InboxCursor(asOf, shown.getLast().place()))
                            : Optional.empty(),
                    lanes(inAllLanes),
                    all.size(),
                    all.stream().map(Ranked::work).reduce(Duration.ZERO, Duration::plus));
        });
    }

    /**
     * What stands before and after an item, among those that the request admits; empty where the item is not among them. The size
     * does not matter, and of the cursor only the time.
     *
     * @param item id of a work item
     */
    public Optional<Neighbours> around(long item, InboxRequest request) {
        List<Ranked> all = order(request);
        return IntStream.range(0, all.size())
                .filter(at -> all.get(at).id() == item)
                .mapToObj(at -> new Neighbours(id(all, at - 1), id(all, at + 1), at + 1, all.size()))
                .findFirst();
    }

    /** At how many companies a change waits now, by the id of its cause; 0 where it waits nowhere. */
    public int sharing(String cause) {
        return rows.companies(cause, clock.instant());
    }

    /** All that the request admits, from the top. */
    List<Ranked> order(InboxRequest request) {
        return snapshot.execute(tx -> inLane(inAllLanes(request, asOf(request)), request));
    }

    private Instant asOf(InboxRequest request) {
        return request.cursor().map(InboxCursor::asOf).orElseGet(clock::instant);
    }

    private List<Ranked> inAllLanes(InboxRequest request, Instant asOf) {
        Predicate<Ranked> found = request.search()
                .map(text -> rows.finding(text, asOf))
                .<Predicate<Ranked>>map(ids -> item -> ids.contains(item.id()))
                .orElse(item -> true);
        return Ranked.of(rows.open(), asOf, rows.leaseTime()).stream()
                .filter(item -> request.whose().admits(item.holder()))
                .filter(found)
                .toList();
    }

    private static List<Ranked> inLane(List<Ranked> items, InboxRequest request) {
        return request.lane()
                .map(lane -> items.stream().filter(item -> item.lane() == lane).toList())
                .orElse(items);
    }

    private List<InboxRow> rows(List<Ranked> shown, Instant asOf) {
        Map<Long, Item> full = items.waiting(shown.stream().map(Ranked::id).toList(), asOf).stream()
                .collect(Collectors.toMap(Item::id, Function.identity()));
        Map<String, Integer> sharing = rows.sharing(
                full.values().stream().flatMap(item -> cause(item).stream()).collect(Collectors.toSet()));
        return shown.stream()
                .map(item -> Objects.requireNonNull(full.get(item.id())))
                .map(item -> InboxRow.of(item, cause(item).map(sharing::get).orElse(1)))
                .toList();
    }

    private static Optional<String> cause(Item item) {
        return item.worst().flatMap(OpenReason::cause);
    }

    private static Map<Lane, Integer> lanes(List<Ranked> items) {
        var lanes = new EnumMap<Lane, Integer>(Lane.class);
        for (Lane lane : Lane.values()) {
            lanes.put(lane, 0);
        }
        items.forEach(item -> lanes.merge(item.lane(), 1, Integer::sum));
        return lanes;
    }

    private static Optional<Long> id(List<Ranked> all, int at) {
        return at >= 0 && at < all.size() ? Optional.of(all.get(at).id()) : Optional.empty();
    }
}
