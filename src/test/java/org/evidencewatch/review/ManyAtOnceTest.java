package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.junit.jupiter.api.Test;

/** Many people at one queue, in two processes. */
class ManyAtOnceTest {

    private static final Clock CLOCK = Clock.fixed(Rows.NIGHT.plus(Duration.ofHours(6)), ZoneOffset.UTC);
    private static final int PEOPLE = 8;

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final List<WorkQueue> queues = List.of(Rows.queue(database, CLOCK), Rows.queue(database, CLOCK));

    @Test
    void sixteenTakeTenThousandItemsAndNeverTheSame() throws Exception {
        int items = 10_000;
        ManyItems.write(database, items);
        List<Callable<List<Long>>> people = new ArrayList<>();
        for (int n = 0; n < 2 * PEOPLE; n++) {
            WorkQueue queue = queues.get(n % 2);
            String who = "person-" + n;
            people.add(() -> takeAll(queue, who));
        }

        List<Long> taken = together(people).stream().flatMap(List::stream).toList();

        assertThat(taken).doesNotHaveDuplicates().hasSize(items);
        assertThat(rows.count("work_item where held_until > now()")).isEqualTo(items);
        assertThat(rows.count("(select distinct held_by from work_item) x")).isEqualTo(2 * PEOPLE);
    }

    @Test
    void aThousandDecisionsThatAreSentTwiceHaveOneEffectEach() throws Exception {
        int reasons = 1_000;
        ManyItems.write(database, 750);
        List<Callable<Reply>> sent = new ArrayList<>();
        for (Item item : queues.getFirst().list()) {
            for (OpenReason reason : item.reasons()) {
                DecisionRequest request = noise(item, reason);
                queues.forEach(queue -> sent.add(() -> queue.decide(request)));
            }
        }

        List<Reply> replies = together(sent);

        assertThat(replies).hasSize(2 * reasons);
        assertThat(replies).filteredOn(Reply.Done.class::isInstance).hasSize(reasons);
        assertThat(replies).filteredOn(Reply.AlreadyDecided.class::isInstance).hasSize(reasons);
        assertThat(rows.count("decision")).isEqualTo(reasons);
        assertThat(rows.count("change_outcome")).isEqualTo(reasons);
        assertThat(rows.count("reason where closed_at is null")).isZero();
        assertThat(rows.count("work_item where closed_at is null")).isZero();
    }

    private static List<Long> takeAll(WorkQueue queue, String who) {
        List<Long> taken = new ArrayList<>();
        Optional<Item> next;
        do {
            next = queue.claimNext(who, Duration.ofHours(1), InboxRequest.ALL);
            next.map(Item::id).ifPresent(taken::add);
        } while (next.isPresent());
        return taken;
    }

    /** In the order in which they are given, by as many threads as there are people. */
    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2 * PEOPLE)) {
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get(1, TimeUnit.MINUTES));
            }
        }
        return results;
    }

    private static DecisionRequest noise(Item item, OpenReason reason) {
        return new DecisionRequest(
                Target.of(Long.toString(item.id()), Set.of(reason.id())),
                Answer.NOISE,
                "anna",
                "a counter",
                Optional.empty(),
                RecordEdit.PROPOSED);
    }
}
