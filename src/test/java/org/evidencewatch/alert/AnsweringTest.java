package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnsweringTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private AlertRoom.Time time;
    private AlertRoom room;

    @BeforeEach
    void oneAlert() {
        time = new AlertRoom.Time(NOW);
        room = AlertRoom.on(TestDatabase.fresh(), time, new AlertRoom.Taking("mail"));
        tell("it failed", "disk");
    }

    @Test
    void acknowledgedAlertIsQuietUntilItsCauseIsAnother() {
        assertThat(room.answering.acknowledge(1, " anna ", "the disk is on its way"))
                .isInstanceOfSatisfying(
                        Answering.Reply.Done.class,
                        done -> assertThat(done.alert().holding(NOW))
                                .contains(new AlertAnswer(
                                        Optional.empty(), "disk", "anna", "the disk is on its way", NOW)));

        tell("it failed again", "disk");
        assertThat(open().holding(NOW)).isPresent();
        assertThat(room.count("outbox")).isEqualTo(1);

        tell("it failed otherwise", "network");
        assertThat(open().holding(NOW)).isEmpty();
        assertThat(room.count("outbox")).as("told at once, anew").isEqualTo(2);
    }

    @Test
    void snoozeEndsByItself() {
        room.answering.snooze(1, NOW.plus(Duration.ofDays(7)), "anna", "they rebuild");

        assertThat(open().holding(NOW.plus(Duration.ofDays(7)).minusSeconds(1))).isPresent();
        assertThat(open().holding(NOW.plus(Duration.ofDays(7)))).isEmpty();
    }

    @Test
    void answersAreKeptForGoodWithWhoAndWhy() {
        room.answering.acknowledge(1, "anna", "I know");
        room.answering.snooze(1, NOW.plus(Duration.ofDays(1)), "ben", "so do I");

        assertThat(room.db
                        .sql("select person || ': ' || why from alert_answer order by id")
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("anna: I know", "ben: so do I");
        assertThatException()
                .isThrownBy(() -> room.db.sql("delete from alert_answer").update());
    }

    @Test
    void answersThatSayNothingOrComeTooLateAreRefused() {
        assertThat(room.answering.acknowledge(1, "anna", " "))
                .isEqualTo(new Answering.Reply.Refused("the reason is missing"));
        assertThat(room.answering.snooze(1, NOW, "anna", "why")).isInstanceOf(Answering.Reply.Refused.class);
        assertThat(room.answering.snooze(1, NOW.plus(Duration.ofDays(91)), "anna", "why"))
                .isInstanceOf(Answering.Reply.Refused.class);
        assertThat(room.answering.acknowledge(7, "anna", "why")).isEqualTo(new Answering.Reply.Unknown(7));
        room.db.sql("update alert set closed_at = now()").update();
        assertThat(room.answering.acknowledge(1, "anna", "why")).isEqualTo(new Answering.Reply.Unknown(1));
    }

    private Alert open() {
        return room.staleness.open().getFirst();
    }

    private void tell(String detail, String cause) {
        room.staleness.tell(
                Set.of(Kind.RUN_FAILED),
                List.of(Finding.of(Kind.RUN_FAILED, "job:refresh", detail).because(cause)),
                time.instant());
    }
}
