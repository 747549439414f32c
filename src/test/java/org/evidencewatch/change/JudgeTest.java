package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.change.Effect.Confirm;
import org.evidencewatch.change.Effect.End;
import org.evidencewatch.change.Effect.Observe;
import org.evidencewatch.change.Effect.Outcome;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.FirstSeen;
import org.evidencewatch.change.Verdict.Gone;
import org.evidencewatch.change.Verdict.Unchanged;
import org.evidencewatch.change.Verdict.Unverifiable;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.StateReason;
import org.evidencewatch.extract.Way;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.NoCapture;
import org.evidencewatch.snapshot.Capture.Profile;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Held;
import org.evidencewatch.snapshot.Purpose;
import org.junit.jupiter.api.Test;

/** What a capture means beside what is known of its source. */
class JudgeTest {

    private static final Instant OBSERVED = Instant.parse("2026-06-12T02:00:00Z");
    private static final Instant LATER = OBSERVED.plus(Duration.ofMinutes(30));
    private static final URI URL = URI.create("https://help.lumora.example/refunds");
    private static final Reading THIRTY = page("Ask for a refund within 30 days of the payment.");
    private static final Reading FOURTEEN = page("Ask for a refund within 14 days of the payment.");
    private static final Reading NOT_FOUND = new Reading(
            "1",
            "generic",
            Way.STRUCTURE,
            PageState.GONE,
            List.of(new StateReason("status-404", "The server answered 404.")),
            "",
            List.of(),
            0);

    private static final Versions TODAY = Versions.today("1");

    private final Judge judge = new Judge(id -> legible(id == 1 ? THIRTY : FOURTEEN), "1", Duration.ofMinutes(30));

    @Test
    void theFirstGoodReadBecomesTheBaseline() {
        var judgement = read(Known.NOTHING, THIRTY, OBSERVED);
        assertThat(judgement.verdict()).isInstanceOf(FirstSeen.class);
        assertThat(judgement.becomesBaseline()).isTrue();
        assertThat(judgement.good()).isTrue();
    }

    @Test
    void aFirstReadThatFindsNothingIsNoBaseline() {
        var judgement = read(Known.NOTHING, NOT_FOUND, OBSERVED);
        assertThat(judgement.verdict()).isInstanceOf(Gone.class);
        assertThat(judgement.becomesBaseline()).isFalse();
        assertThat(judgement.good()).isFalse();
    }

    @Test
    void otherWordsAreObservedOnce() {
        var first = read(known(THIRTY, List.of()), FOURTEEN, OBSERVED);
        assertThat(first.verdict()).isInstanceOf(Changed.class);
        assertThat(first.effects()).singleElement().isInstanceOf(Observe.class);

        var again = read(known(THIRTY, List.of(detection(first, false))), FOURTEEN, OBSERVED.plusSeconds(60));
        assertThat(again.verdict()).isInstanceOf(Unchanged.class);
        assertThat(again.effects()).isEmpty();
    }

    @Test
    void aLaterReadConfirms() {
        var change = detection(read(known(THIRTY, List.of()), FOURTEEN, OBSERVED), false);
        assertThat(read(known(THIRTY, List.of(change)), FOURTEEN, LATER).effects())
                .containsExactly(new Confirm(change));
    }

    @Test
    void theAcceptedWordsRevertWhatWasFlagged() {
        var change = detection(read(known(THIRTY, List.of()), FOURTEEN, OBSERVED), true);
        var judgement = read(known(THIRTY, List.of(change)), THIRTY, LATER);
        assertThat(judgement.verdict()).isInstanceOf(Unchanged.class);
        assertThat(judgement.effects()).containsExactly(new End(change, Outcome.REVERTED));
    }

    @Test
    void aRevisitIsNeverAChange() {
        var change = detection(read(known(THIRTY, List.of()), FOURTEEN, OBSERVED), true);
        var last = new Known.Last(2, read(FOURTEEN), Optional.of(change.fingerprint()), TODAY);
        for (Known known : List.of(
                known(THIRTY, List.of()),
                new Known(baseline(THIRTY), Optional.of(last), List.of(change)),
                new Known(baseline(FOURTEEN), Optional.of(last), List.of()))) {
            var judgement = judge.judge(known, revisit(), Optional.empty(), text(THIRTY));
            assertThat(judgement.verdict()).isInstanceOf(Unchanged.class);
            assertThat(judgement.effects()).noneMatch(effect -> effect instanceof Observe);
        }
    }

    @Test
    void aReadThatFailedTouchesNothing() {
        var change = detection(read(known(THIRTY, List.of()), FOURTEEN, OBSERVED), true);
        var failed = new NoCapture(attempt(LATER), "TIMEOUT", "no answer within 30 seconds");
        var judgement = judge.judge(known(THIRTY, List.of(change)), failed, Optional.empty(), text(THIRTY));
        assertThat(judgement.verdict()).isInstanceOf(Unverifiable.class);
        assertThat(judgement.effects()).isEmpty();
        assertThat(judgement.good()).isFalse();
    }

    @Test
    void aBlockedPageTouchesNothing() {
        var change = detection(read(known(THIRTY, List.of()), FOURTEEN, OBSERVED), true);
        var blocked = new Reading(
                "1",
                "generic",
                Way.STRUCTURE,
                PageState.BLOCKED,
                List.of(new StateReason("cloudflare-challenge", "An anti-bot page stands in for the content.")),
                "Just a moment...",
                List.of(),
                0);
        var judgement = read(known(THIRTY, List.of(change)), blocked, LATER);
        assertThat(judgement.verdict()).isInstanceOf(Degraded.class);
        assertThat(judgement.effects()).isEmpty();
        assertThat(judgement.good()).isFalse();
    }

    private Judgement read(Known known, Reading reading, Instant at) {
        return judge.judge(known, response(at), Optional.of(legible(reading)), text(reading));
    }

    private static Known known(Reading accepted, List<Detection> pending) {
        var last = new Known.Last(1, read(accepted), Optional.empty(), TODAY);
        return new Known(baseline(accepted), Optional.of(last), pending);
    }

    private static Optional<Known.Baseline> baseline(Reading accepted) {
        long capture = accepted.equals(THIRTY) ? 1 : 2;
        return Optional.of(new Known.Baseline(capture, capture, read(accepted)));
    }

    private static Detection detection(Judgement observed, boolean confirmed) {
        return new Detection(
                7,
                Kind.CHANGED,
                observed.fingerprint().orElseThrow(),
                OBSERVED,
                confirmed,
                false,
                new Detection.Origin(Optional.of(1L), 2, TODAY));
    }

    private static Legible legible(Reading reading) {
        return new Legible(reading, way -> reading);
    }

    private static Known.Text read(Reading reading) {
        return new Known.Text(text(reading), reading.extractorVersion());
    }

    private static ContentDigest text(Reading reading) {
        return ContentDigest.of(reading.comparisonText());
    }

    private static Capture response(Instant at) {
        var answer = new Received(200, Map.of(), new byte[0], URL, List.of(), Optional.empty(), 0);
        return new Response(attempt(at), answer, ContentDigest.of("bytes"));
    }

    private static Capture revisit() {
        var held = new Held(1, ContentDigest.of("bytes"), 200, URL, Optional.empty());
        return new Revisit(attempt(LATER), Profile.SERVER_NOT_MODIFIED, held, URL, List.of(), Map.of());
    }

    private static Attempt attempt(Instant at) {
        return new Attempt(1, 1, Purpose.REFRESH, URL, at, Duration.ZERO);
    }

    private static Reading page(String text) {
        return new Reading(
                "1",
                "generic",
                Way.STRUCTURE,
                PageState.OK,
                List.of(),
                "Refunds",
                List.of(new Block("", text, text)),
                1);
    }
}
