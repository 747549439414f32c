package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Effect.Confirm;
import org.evidencewatch.change.Effect.End;
import org.evidencewatch.change.Effect.Observe;
import org.evidencewatch.change.Effect.Outcome;
import org.junit.jupiter.api.Test;

/** The life of detections: observed, confirmed by a later read, ended in one way. */
class DetectionsTest {

    private static final Instant OBSERVED = Instant.parse("2026-06-12T02:00:00Z");
    private static final Duration GAP = Duration.ofMinutes(30);
    private static final Fingerprint SEVEN_DAYS = fingerprint("7 days");
    private static final Fingerprint NINE_DAYS = fingerprint("9 days");
    private static final Fingerprint NOT_FOUND = new Fingerprint("gone:404");

    private static final Detection.Origin ORIGIN = new Detection.Origin(Optional.of(1L), 2, Versions.today("1"));

    @Test
    void observesWhatWasNotSeenBefore() {
        assertThat(at(0).words(Kind.CHANGED, SEVEN_DAYS)).containsExactly(new Observe(Kind.CHANGED, SEVEN_DAYS));
    }

    @Test
    void doesNotConfirmBeforeTheGapIsOver() {
        var change = observed(1, Kind.CHANGED, SEVEN_DAYS);
        assertThat(at(29, change).words(Kind.CHANGED, SEVEN_DAYS)).isEmpty();
    }

    @Test
    void confirmsWhenALaterReadAgrees() {
        var change = observed(1, Kind.CHANGED, SEVEN_DAYS);
        assertThat(at(30, change).words(Kind.CHANGED, SEVEN_DAYS)).containsExactly(new Confirm(change));
    }

    @Test
    void saysNothingAnewOfWhatIsConfirmed() {
        assertThat(at(60, open(1, Kind.CHANGED, SEVEN_DAYS)).words(Kind.CHANGED, SEVEN_DAYS))
                .isEmpty();
    }

    @Test
    void endsAnUnconfirmedChangeWhenThePageIsBack() {
        var change = observed(1, Kind.CHANGED, SEVEN_DAYS);
        assertThat(at(30, change).accepted()).containsExactly(new End(change, Outcome.UNCONFIRMED));
    }

    @Test
    void wordsOfAPageThatWasNeverThereAreToldToNobody() {
        var change = observed(1, Kind.CHANGED, SEVEN_DAYS);
        var told = open(2, Kind.CHANGED, NINE_DAYS);
        assertThat(at(30, change, told).neverThere(NOT_FOUND))
                .containsExactly(new Observe(Kind.GONE, NOT_FOUND), new End(change, Outcome.UNCONFIRMED));
    }

    @Test
    void revertsAConfirmedChangeWhenThePageIsBack() {
        var change = open(1, Kind.CHANGED, SEVEN_DAYS);
        assertThat(at(30, change).accepted()).containsExactly(new End(change, Outcome.REVERTED));
    }

    @Test
    void keepsAConfirmedChangeUntilItsSuccessorIsConfirmedToo() {
        var confirmed = open(1, Kind.CHANGED, SEVEN_DAYS);
        assertThat(at(60, confirmed).words(Kind.CHANGED, NINE_DAYS))
                .containsExactly(new Observe(Kind.CHANGED, NINE_DAYS));
        var successor = observed(2, Kind.CHANGED, NINE_DAYS);
        assertThat(at(60, confirmed, successor).words(Kind.CHANGED, NINE_DAYS))
                .containsExactly(new Confirm(successor), new End(confirmed, Outcome.SUPERSEDED));
    }

    @Test
    void endsAnUnconfirmedSuccessorWhenThePageIsBackAtTheConfirmedChange() {
        var confirmed = open(1, Kind.CHANGED, SEVEN_DAYS);
        var successor = observed(2, Kind.CHANGED, NINE_DAYS);
        assertThat(at(30, confirmed, successor).words(Kind.CHANGED, SEVEN_DAYS))
                .containsExactly(new End(successor, Outcome.UNCONFIRMED));
    }

    @Test
    void absenceDoesNotTouchWhatTheWordsSaid() {
        var words = open(1, Kind.CHANGED, SEVEN_DAYS);
        assertThat(at(60, words).absent(Kind.GONE, NOT_FOUND)).containsExactly(new Observe(Kind.GONE, NOT_FOUND));
    }

    @Test
    void endsAnAbsenceWhenThePageIsReadAgain() {
        var gone = open(1, Kind.GONE, NOT_FOUND);
        assertThat(at(60, gone).words(Kind.CHANGED, SEVEN_DAYS))
                .containsExactly(new End(gone, Outcome.REVERTED), new Observe(Kind.CHANGED, SEVEN_DAYS));
    }

    @Test
    void doesNotFlagAnAbsenceThatAPersonHasAnswered() {
        var answered = new Detection(1, Kind.GONE, NOT_FOUND, OBSERVED, true, true, ORIGIN);
        assertThat(at(60, answered).absent(Kind.GONE, NOT_FOUND)).isEmpty();
        assertThat(at(60, answered).accepted()).isEmpty();
    }

    private static Detections at(int minutes, Detection... pending) {
        return new Detections(List.of(pending), OBSERVED.plus(Duration.ofMinutes(minutes)), GAP);
    }

    private static Detection observed(long id, Kind kind, Fingerprint fingerprint) {
        return new Detection(id, kind, fingerprint, OBSERVED, false, false, ORIGIN);
    }

    private static Detection open(long id, Kind kind, Fingerprint fingerprint) {
        return new Detection(id, kind, fingerprint, OBSERVED, true, false, ORIGIN);
    }

    private static Fingerprint fingerprint(String words) {
        return Fingerprint.of(
                Kind.CHANGED, List.of(new Reason("words-changed", Optional.of("14 days"), Optional.of(words), 80)));
    }
}
