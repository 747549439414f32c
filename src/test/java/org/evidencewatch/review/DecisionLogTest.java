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
import org.evidencewatch.review.DecisionLog.Filter;
import org.evidencewatch.review.DecisionRequest.Target;
import org.junit.jupiter.api.Test;

class DecisionLogTest {

    private static final Instant MORNING = Rows.NIGHT.plus(Duration.ofHours(6));

    private final DataSource database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final WorkQueue queue = Rows.queue(database, Clock.fixed(MORNING, ZoneOffset.UTC));
    private final DecisionLog log = new DecisionLog(rows.db(), new Decisions(rows.db()));

    @Test
    void nothingDecidedIsAnEmptyLog() {
        assertThat(log.page(Filter.NONE, Optional.empty(), 10)).isEmpty();
        assertThat(log.reviewers()).isEmpty();
    }

    @Test
    void decisionsAreListedTheNewestFirstPageByPage() {
        for (String company : List.of("acme", "birch", "cedar")) {
            decide(company, "noise", "anna");
        }

        var first = log.page(Filter.NONE, Optional.empty(), 2);
        var second =
                log.page(Filter.NONE, Optional.of(first.getLast().decision().id()), 2);

        assertThat(first).extracting(LoggedDecision::company).containsExactly("cedar", "birch");
        assertThat(second).extracting(LoggedDecision::company).containsExactly("acme");
        assertThat(second.getFirst().item())
                .isEqualTo(queue.show("acme").orElseThrow().id());
        assertThat(second.getFirst().name()).isEqualTo("Acme");
        assertThat(second.getFirst().movesRecord()).isFalse();
    }

    @Test
    void whoWhomAndWhatAreFilters() {
        decide("acme", "noise", "anna");
        decide("birch", "reworded-same-meaning", "ben");

        assertThat(companies(new Filter(Optional.of("ben"), Optional.empty(), Optional.empty())))
                .containsExactly("birch");
        assertThat(companies(new Filter(Optional.empty(), Optional.of("acme"), Optional.empty())))
                .containsExactly("acme");
        assertThat(companies(new Filter(Optional.empty(), Optional.empty(), Optional.of(Answer.REWORDED))))
                .containsExactly("birch");
        assertThat(companies(new Filter(Optional.of("ben"), Optional.of("acme"), Optional.empty())))
                .isEmpty();
        assertThat(companies(new Filter(Optional.of("' or true --"), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(log.reviewers()).containsExactly("anna", "ben");
    }

    @Test
    void anUndoneDecisionNamesWhoTookItBack() {
        long decision = decide("acme", "noise", "anna");
        queue.undo(decision, "ben", "the wrong page");

        var page = log.page(Filter.NONE, Optional.empty(), 10);

        assertThat(page).hasSize(2);
        assertThat(page.getFirst().decision().undoes()).contains(decision);
        assertThat(page.getLast().undoneBy()).hasValueSatisfying(undone -> {
            assertThat(undone.by()).isEqualTo("ben");
            assertThat(undone.at()).isEqualTo(MORNING);
        });
    }

    @Test
    void whatWasPublishedSaysWhen() {
        long published = decide("acme", "noise", "anna");
        rows.db()
                .sql("insert into publication (digest, last_decision_id, at) values (repeat('a', 64), :last, :at)")
                .param("last", published)
                .param("at", MORNING.atOffset(ZoneOffset.UTC))
                .update();
        decide("birch", "noise", "anna");

        assertThat(log.page(Filter.NONE, Optional.empty(), 10))
                .extracting(LoggedDecision::publishedAt)
                .containsExactly(Optional.empty(), Optional.of(MORNING));
    }

    private List<String> companies(Filter filter) {
        return log.page(filter, Optional.empty(), 10).stream()
                .map(LoggedDecision::company)
                .toList();
    }

    private long decide(String company, String verdict, String reviewer) {
        String url = "https://" + company + ".test/refunds";
        rows.company(company, url);
        rows.confirmed(url, "changed", 50);
        queue.settle(MORNING);
        var reply = (Reply.Done) queue.decide(new DecisionRequest(
                Target.of(company, Set.of()),
                Answer.of(verdict).orElseThrow(),
                reviewer,
                "read both",
                Optional.empty(),
                RecordEdit.PROPOSED));
        return reply.decisions().getFirst().id();
    }
}
