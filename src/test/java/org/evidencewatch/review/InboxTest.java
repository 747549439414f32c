package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.InboxRequest.Whose;
import org.junit.jupiter.api.Test;

/** The inbox is the list, page by page. */
class InboxTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(6));
    private static final int ITEMS = 300;

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));
    private final Inbox inbox = at(MORNING);

    @Test
    void itsPagesAreTheListInItsOrder() {
        ManyItems.write(database, ITEMS);
        List<Item> list = queue.list();

        List<InboxRow> shown = new ArrayList<>();
        for (Optional<InboxRequest> next = Optional.of(InboxRequest.ALL.by(37)); next.isPresent(); ) {
            InboxRequest request = next.get();
            InboxPage page = inbox.page(request);
            assertThat(page.total()).isEqualTo(ITEMS);
            shown.addAll(page.rows());
            next = page.next().map(request::after);
        }

        assertThat(shown)
                .extracting(InboxRow::id)
                .isEqualTo(list.stream().map(Item::id).toList());
        assertThat(shown)
                .extracting(InboxRow::priority)
                .isEqualTo(list.stream().map(Item::priority).toList());
        assertThat(shown)
                .extracting(row -> row.worst().id())
                .isEqualTo(list.stream()
                        .map(item -> item.worst().orElseThrow().id())
                        .toList());
        assertThat(shown.stream().mapToInt(InboxRow::reasons).sum()).isEqualTo(ITEMS + ITEMS / 3);
    }

    @Test
    void eachItemIsOnOnePageWhateverIsDecidedMeanwhileAndHoweverLongItTakes() {
        ManyItems.write(database, ITEMS);
        List<Long> list = queue.list().stream().map(Item::id).toList();
        Set<Long> decided = new HashSet<>();
        List<Long> seen = new ArrayList<>();
        Instant now = MORNING;

        for (Optional<InboxRequest> next = Optional.of(InboxRequest.ALL.by(50)); next.isPresent(); ) {
            InboxRequest request = next.get();
            InboxPage page = at(now).page(request);
            page.rows().forEach(row -> seen.add(row.id()));
            long shown = page.rows().getLast().id();
            long later = list.get(Math.min(list.indexOf(shown) + 3, list.size() - 1));
            decided.addAll(List.of(shown, later));
            decide(shown);
            decide(later);
            now = now.plus(Duration.ofDays(2));
            next = page.next().map(request::after);
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).isSubsetOf(list);
        var missed = new HashSet<>(list);
        seen.forEach(missed::remove);
        assertThat(decided).containsAll(missed);
        assertThat(missed).isNotEmpty();
    }

    @Test
    void aLaneShowsItsItemsAndTheCountsOfAllLanesStay() {
        ManyItems.write(database, ITEMS);
        InboxPage all = inbox.page(InboxRequest.ALL);
        InboxPage gone = inbox.page(InboxRequest.ALL.in(Lane.GONE));

        assertThat(gone.rows()).isNotEmpty().allMatch(row -> row.lane() == Lane.GONE);
        assertThat(gone.total()).isEqualTo(all.lanes().get(Lane.GONE));
        assertThat(gone.lanes()).isEqualTo(all.lanes()).containsOnlyKeys(Lane.values());
        assertThat(all.lanes().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(ITEMS);
        assertThat(all.lanes()).containsEntry(Lane.DISPUTED, 0);
    }

    @Test
    void whatIsSearchedForIsInTheNameOrTheAddressAndNoPattern() {
        ManyItems.write(database, ITEMS);

        assertThat(found("NUMBER 7")).hasSize(11).allMatch(company -> company.startsWith("company-7"));
        assertThat(found("company-123")).containsExactly("company-123");
        assertThat(found("H12.TEST/help/12")).hasSize(10);
        assertThat(found("/help/301")).containsExactly("company-1");
        assertThat(found("company%")).isEmpty();
        assertThat(found("company_1")).isEmpty();
        assertThat(found("  ")).hasSize(InboxRequest.MOST);
    }

    @Test
    void itemsAreShownByWhoHoldsThem() {
        ManyItems.write(database, 20);
        queue.claim("company-3", "anna", Duration.ofMinutes(5));
        queue.claim("company-4", "ben", Duration.ofMinutes(5));
        queue.claim("company-5", "ben", Duration.ofMinutes(5));
        rows.db()
                .sql(
                        "update work_item set held_until = now() - interval '1 second' where held_by = 'ben' and company_id = 5")
                .update();

        assertThat(companies(InboxRequest.ALL.of(new Whose.Mine("anna")))).containsExactly("company-3");
        assertThat(companies(InboxRequest.ALL.of(new Whose.Free())))
                .hasSize(18)
                .contains("company-5")
                .doesNotContain("company-3", "company-4");
        assertThat(companies(InboxRequest.ALL)).hasSize(20);
    }

    @Test
    void aRowTellsWhyNowAndWhatMayComeOfIt() {
        String page = "https://a.test/refunds";
        for (String company : List.of("acme", "bolt")) {
            rows.company(company, page);
            rows.published(company, 83, "A", Map.of("refund", "Refunds are given within 30 days of purchase."));
        }
        rows.names("acme", "refund", page);
        rows.confirmed(
                page, "changed", 88, Rows.passage("fact-worse", "refund window 30 days", "refund window 14 days", 88));
        queue.settle(MORNING);
        queue.weigh();

        InboxPage shown = inbox.page(InboxRequest.ALL);

        assertThat(shown.rows()).allSatisfy(row -> {
            assertThat(row.worst().code()).isEqualTo("fact-worse");
            assertThat(row.worst().before()).contains("refund window 30 days");
            assertThat(row.worst().url()).contains(page);
            assertThat(row.chips()).containsExactly("fact-worse");
            assertThat(row.touched()).containsExactly("refund");
            assertThat(row.effect()).isPresent();
            assertThat(row.sharing()).isEqualTo(2);
            assertThat(row.lane()).isEqualTo(Lane.CHANGED);
        });
        assertThat(shown.rows()).hasSize(2);
        assertThat(shown.work()).isEqualTo(Duration.ofMinutes(3));
        assertThat(shown.minutes()).isEqualTo(3);
    }

    @Test
    void whatIsDeferredComesBackInItsTime() {
        ManyItems.write(database, 2);
        Instant later = MORNING.plus(Duration.ofDays(3));
        queue.decide(new DecisionRequest(
                new Target("company-2", Set.of(), true, false),
                Answer.DEFER,
                "anna",
                "they are at it",
                Optional.of(later),
                RecordEdit.PROPOSED));

        assertThat(companies(InboxRequest.ALL)).containsExactly("company-1");
        assertThat(at(later).page(InboxRequest.ALL).total()).isEqualTo(2);
    }

    @Test
    void anItemHasNeighboursInTheOrderOfWhatWasAskedFor() {
        ManyItems.write(database, ITEMS);
        List<Long> gone = queue.list().stream()
                .filter(item -> item.lane().equals(Optional.of(Lane.GONE)))
                .map(Item::id)
                .toList();
        InboxRequest request = InboxRequest.ALL.in(Lane.GONE);

        assertThat(inbox.around(gone.get(4), request))
                .contains(new Neighbours(Optional.of(gone.get(3)), Optional.of(gone.get(5)), 5, gone.size()));
        assertThat(inbox.around(gone.getFirst(), request).orElseThrow().previous())
                .isEmpty();
        assertThat(inbox.around(gone.getLast(), request).orElseThrow().next()).isEmpty();
        assertThat(inbox.around(gone.getFirst(), InboxRequest.ALL.in(Lane.MOVED)))
                .isEmpty();
        assertThat(inbox.around(4711, InboxRequest.ALL)).isEmpty();
    }

    @Test
    void aPageHasNoMoreAndNoFewerRowsThanAllowed() {
        assertThat(InboxRequest.objection(Optional.empty(), 0)).isPresent();
        assertThat(InboxRequest.objection(Optional.empty(), 201)).isPresent();
        assertThat(InboxRequest.objection(Optional.of("x".repeat(201)), 50)).isPresent();
        assertThatThrownBy(() -> InboxRequest.ALL.by(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(inbox.page(InboxRequest.ALL).rows()).isEmpty();
    }

    private List<String> found(String text) {
        return companies(InboxRequest.ALL.finding(text).by(InboxRequest.MOST));
    }

    private List<String> companies(InboxRequest request) {
        return inbox.page(request).rows().stream().map(InboxRow::company).toList();
    }

    private void decide(long item) {
        queue.decide(new DecisionRequest(
                new Target(Long.toString(item), Set.of(), true, false),
                Answer.NOISE,
                "anna",
                "a counter",
                Optional.empty(),
                RecordEdit.PROPOSED));
    }

    private Inbox at(Instant now) {
        return Rows.inbox(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
