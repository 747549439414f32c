package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.evidencewatch.postgres.TestDatabase;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.InboxRequest.Whose;
import org.junit.jupiter.api.Test;

/** Who works at which item. */
class ClaimNextTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(6));
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));

    @Test
    void theNextIsTheBestThatIsFree() {
        ManyItems.write(database, 6);
        List<Item> list = queue.list();
        queue.claim(word(list.get(1)), "ben", LEASE);

        assertThat(next("anna")).contains(list.get(0).id());
        assertThat(next("anna")).contains(list.get(2).id());
        queue.release(word(list.get(0)), "anna");
        assertThat(next("cleo")).contains(list.get(0).id());
        assertThat(queue.show(word(list.get(2)))
                        .orElseThrow()
                        .hold()
                        .orElseThrow()
                        .by())
                .isEqualTo("anna");
    }

    @Test
    void itIsOfTheLaneAndTheWordsThatWereAskedFor() {
        ManyItems.write(database, 60);
        Item gone = queue.list().stream()
                .filter(item -> item.lane().equals(Optional.of(Lane.GONE)))
                .findFirst()
                .orElseThrow();

        assertThat(queue.claimNext("anna", LEASE, InboxRequest.ALL.in(Lane.GONE))
                        .map(Item::id))
                .contains(gone.id());
        assertThat(queue.claimNext("anna", LEASE, InboxRequest.ALL.finding("company-17")))
                .map(Item::company)
                .contains("company-17");
        assertThat(queue.claimNext("anna", LEASE, InboxRequest.ALL.finding("company-17")))
                .isEmpty();
        assertThat(queue.claimNext("anna", LEASE, InboxRequest.ALL.in(Lane.DISPUTED)))
                .isEmpty();
    }

    @Test
    void whatAnotherProcessTookOrAnsweredIsPassedOver() {
        ManyItems.write(database, 5);
        List<Item> list = queue.list();
        WorkQueue elsewhere = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));
        assertThat(next("anna")).contains(list.get(0).id());

        elsewhere.claim(word(list.get(1)), "ben", LEASE);
        elsewhere.decide(noise(list.get(2), "ben"));

        assertThat(next("anna")).contains(list.get(3).id());
        assertThat(next("anna")).contains(list.get(4).id());
        assertThat(next("anna")).isEmpty();
        assertThat(rows.count("work_item where closed_at is not null and held_by is not null"))
                .isZero();
    }

    @Test
    void whoAskedForASecondOpinionIsNotGivenTheItem() {
        ManyItems.write(database, 1);
        queue.decide(new DecisionRequest(
                Target.of("company-1", Set.of()),
                Answer.NEEDS_SECOND_OPINION,
                "anna",
                "not sure",
                Optional.empty(),
                RecordEdit.PROPOSED));

        assertThat(next("anna")).isEmpty();
        assertThat(next("ben")).isPresent();
    }

    @Test
    void aLeaseIsRenewedByItsHolderAlone() {
        ManyItems.write(database, 1);

        assertThat(queue.renew("company-1", "anna", LEASE)).isInstanceOf(Reply.Refused.class);
        queue.claim("company-1", "anna", Duration.ofSeconds(1));
        assertThat(queue.renew("company-1", "ben", LEASE)).isInstanceOf(Reply.HeldByAnother.class);
        rows.db()
                .sql("update work_item set held_until = now() - interval '1 second'")
                .update();
        assertThat(queue.renew("company-1", "anna", LEASE)).isInstanceOf(Reply.Done.class);
        assertThat(queue.claim("company-1", "ben", LEASE)).isInstanceOf(Reply.HeldByAnother.class);
        assertThat(queue.renew("nobody", "anna", LEASE)).isEqualTo(new Reply.Unknown("nobody"));
    }

    @Test
    void anItemIsHandedToSomebodyWhoIsThereAndFromNobodyElse() {
        ManyItems.write(database, 1);
        rows.db().sql("""
                        insert into reviewer (name, password_hash, role, created_at)
                        values ('ben', 'x', 'reviewer', now()), ('cleo', 'x', 'reviewer', now())""").update();

        assertThat(queue.assign("company-1", "dora", "anna")).isInstanceOf(Reply.Refused.class);
        assertThat(queue.assign("company-1", "ben", "anna"))
                .isInstanceOfSatisfying(
                        Reply.Done.class,
                        done -> assertThat(done.item().hold().orElseThrow().by())
                                .isEqualTo("ben"));
        assertThat(queue.assign("company-1", "cleo", "anna")).isInstanceOf(Reply.HeldByAnother.class);
        assertThat(queue.assign("company-1", "cleo", "ben")).isInstanceOf(Reply.Done.class);
        assertThat(mine("cleo")).containsExactly("company-1");
    }

    @Test
    void notesStayWithTheItemInTheirOrder() {
        ManyItems.write(database, 1);

        assertThat(queue.note("company-1", "anna", " asked their help desk ")).isInstanceOf(Reply.Done.class);
        queue.decide(noise(queue.list().getFirst(), "ben"));
        assertThat(queue.note("company-1", "ben", "<script>alert(1)</script>")).isInstanceOf(Reply.Done.class);
        assertThat(queue.note("company-1", "ben", " ")).isInstanceOf(Reply.Refused.class);
        assertThat(queue.note("company-1", "ben", "x".repeat(4_001))).isInstanceOf(Reply.Refused.class);
        assertThat(queue.note("nobody", "ben", "so")).isInstanceOf(Reply.Unknown.class);

        Item item = queue.show("company-1").orElseThrow();
        assertThat(queue.notes(item)).extracting(Note::author).containsExactly("anna", "ben");
        assertThat(queue.notes(item))
                .extracting(Note::text)
                .containsExactly("asked their help desk", "<script>alert(1)</script>");
    }

    private Optional<Long> next(String who) {
        return queue.claimNext(who, LEASE, InboxRequest.ALL).map(Item::id);
    }

    private List<String> mine(String who) {
        return Rows.inbox(database, Clock.fixed(MORNING, ZoneOffset.UTC))
                .page(InboxRequest.ALL.of(new Whose.Mine(who)))
                .rows()
                .stream()
                .map(InboxRow::company)
                .toList();
    }

    private static String word(Item item) {
        return Long.toString(item.id());
    }

    private static DecisionRequest noise(Item item, String who) {
        return new DecisionRequest(
                new Target(word(item), Set.of(), true, false),
                Answer.NOISE,
                who,
                "a counter",
                Optional.empty(),
                RecordEdit.PROPOSED);
    }
}
