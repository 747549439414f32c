package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.change.Detection.Origin;
import org.evidencewatch.change.Effect.Confirm;
import org.evidencewatch.change.Effect.End;
import org.evidencewatch.change.Effect.Outcome;
import org.evidencewatch.change.Known.Baseline;
import org.evidencewatch.change.Known.Last;
import org.evidencewatch.change.Known.Text;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Way;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.snapshot.Attempt;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Capture.Profile;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.Capture.Revisit;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.Held;
import org.evidencewatch.snapshot.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The nights around a new extractor. The older one read the banner of a page too, and today's does not; page 1 is the
 * baseline, page 2 says something else.
 */
class UpgradedJudgeTest {

    private static final Instant OBSERVED = Instant.parse("2026-06-12T02:00:00Z");
    private static final Instant LATER = OBSERVED.plus(Duration.ofDays(1));
    private static final URI URL = URI.create("https://help.lumora.example/refunds");
    private static final String OLDER = "1";
    private static final String TODAY = "2";
    private static final long BASELINE = 1;
    private static final long OTHER = 2;
    private static final String THIRTY = "Ask for a refund within 30 days of the payment.";
    private static final String FOURTEEN = "Ask for a refund within 14 days of the payment.";

    private final Judge judge =
            new Judge(id -> today(id == BASELINE ? THIRTY : FOURTEEN), TODAY, Duration.ofMinutes(30));

    /**
     * @param bytes same: the server says 304 to what we hold; other: a response
     * @param version newer: an older extractor judged the last night
     * @param text same: today's extractor reads the baseline's words
     * @param pending a change to those other words was observed on the last night
     */
    @ParameterizedTest
    @CsvSource({
        "same,  same,  same,    false, unchanged",
        "same,  newer, same,    false, reinterpreted",
        "other, same,  same,    false, unchanged",
        "other, newer, same,    false, reinterpreted",
        "same,  same,  differs, true,  unchanged Confirm",
        "same,  newer, differs, true,  unchanged Confirm",
        "other, same,  differs, true,  unchanged Confirm",
        "other, newer, differs, true,  unchanged Confirm",
        "same,  same,  same,    true,  unchanged End",
        "same,  newer, same,    true,  reinterpreted End",
        "same,  newer, differs, false, changed Observe",
        "other, same,  differs, false, changed Observe",
        "other, newer, differs, false, changed Observe",
        "other, same,  same,    true,  unchanged End",
        "other, newer, same,    true,  reinterpreted End",
    })
    void judges(String bytes, String version, String text, boolean pending, String expected) {
        boolean differs = text.equals("differs");
        var by = version.equals("same") ? TODAY : OLDER;
        var judged = bytes.equals("same")
                ? revisit(known(by, differs, pending), differs)
                : response(known(by, pending, pending), differs);
        var told = new StringBuilder(Verdicts.word(judged.verdict()));
        judged.effects().forEach(e -> told.append(' ').append(e.getClass().getSimpleName()));
        assertThat(told).hasToString(expected);
    }

    @Test
    void anUpgradeThatReadsAPageAlikeIsNoNews() {
        var baseline = new Baseline(BASELINE, BASELINE, new Text(digest(today(THIRTY)), OLDER));
        assertThat(response(new Known(Optional.of(baseline), Optional.empty(), List.of()), false)
                        .verdict())
                .isEqualTo(new Verdict.Unchanged());
    }

    @Test
    void aChangeThatTodaysExtractorDoesNotSeeIsNotToldToAnybodyNew() {
        var observed = vanished(false);
        var judged = response(knownWith(observed), false);
        assertThat(judged.effects()).containsExactly(new End(observed, Outcome.SUPPRESSED));
    }

    @Test
    void aChangeThatAPersonHasIsLeftToThatPerson() {
        assertThat(response(knownWith(vanished(true)), false).effects()).isEmpty();
    }

    @Test
    void aBaselineThatIsNoLongerLegibleIsReplacedWithoutAnAlarm() {
        var blind = new Judge(id -> page("", PageState.EMPTY), TODAY, Duration.ofMinutes(30));
        var judged = blind.judge(
                known(OLDER, false, false), response(), Optional.of(today(FOURTEEN)), digest(today(FOURTEEN)));
        assertThat(judged.verdict()).isEqualTo(new Verdict.Reinterpreted());
        assertThat(judged.becomesBaseline()).isTrue();
        assertThat(judged.effects()).isEmpty();
    }

    @Test
    void anotherComparisonIsAnUpgradeToo() {
        var older = new Versions(TODAY, "0");
        var origin = new Origin(Optional.of(BASELINE), OTHER, older);
        var change = new Detection(7, Kind.CHANGED, new Fingerprint("changed:older"), OBSERVED, false, false, origin);
        var renewed = new Renewal(id -> today(id == BASELINE ? THIRTY : FOURTEEN), Versions.today(TODAY))
                .of(knownWith(change));
        assertThat(response(knownWith(change), true).effects())
                .containsExactly(new Confirm(renewed.standing().getFirst()));
    }

    /** What an older extractor, or today's, left on record. */
    private Known known(String by, boolean differs, boolean pending) {
        var change = new Detection(
                7,
                Kind.CHANGED,
                by.equals(TODAY) ? fingerprintToday() : new Fingerprint("changed:older"),
                OBSERVED,
                false,
                false,
                new Origin(Optional.of(BASELINE), OTHER, Versions.today(by)));
        var last = new Last(
                differs ? OTHER : BASELINE,
                recorded(differs ? FOURTEEN : THIRTY, by),
                differs && pending ? Optional.of(change.fingerprint()) : Optional.empty(),
                Versions.today(by));
        var baseline = new Baseline(BASELINE, BASELINE, recorded(THIRTY, by));
        return new Known(Optional.of(baseline), Optional.of(last), pending ? List.of(change) : List.of());
    }

    private static Known knownWith(Detection pending) {
        var baseline = new Baseline(BASELINE, BASELINE, recorded(THIRTY, OLDER));
        return new Known(Optional.of(baseline), Optional.empty(), List.of(pending));
    }

    private static Detection vanished(boolean confirmed) {
        var origin = new Origin(Optional.of(BASELINE), BASELINE, Versions.today(OLDER));
        return new Detection(7, Kind.CHANGED, new Fingerprint("changed:banner"), OBSERVED, confirmed, false, origin);
    }

    private Fingerprint fingerprintToday() {
        var baseline = new Baseline(BASELINE, BASELINE, recorded(THIRTY, TODAY));
        return response(new Known(Optional.of(baseline), Optional.empty(), List.of()), true)
                .fingerprint()
                .orElseThrow();
    }

    private static Text recorded(String words, String by) {
        return by.equals(TODAY)
                ? new Text(digest(today(words)), TODAY)
                : new Text(ContentDigest.of("Banner\n" + words), OLDER);
    }

    private Judgement revisit(Known known, boolean differs) {
        var held = new Held(differs ? OTHER : BASELINE, ContentDigest.of("bytes"), 200, URL, Optional.empty());
        Capture capture = new Revisit(attempt(), Profile.SERVER_NOT_MODIFIED, held, URL, List.of(), Map.of());
        return judge.judge(known, capture, Optional.empty(), ContentDigest.of(""));
    }

    private Judgement response(Known known, boolean differs) {
        var page = today(differs ? FOURTEEN : THIRTY);
        return judge.judge(known, response(), Optional.of(page), digest(page));
    }

    private static Capture response() {
        var answer = new Received(200, Map.of(), new byte[0], URL, List.of(), Optional.empty(), 0);
        return new Response(attempt(), answer, ContentDigest.of("bytes"));
    }

    private static Attempt attempt() {
        return new Attempt(1, 1, Purpose.REFRESH, URL, LATER, Duration.ZERO);
    }

    private static Legible today(String words) {
        return page(words, PageState.OK);
    }

    private static Legible page(String words, PageState state) {
        var blocks = List.of(new Block("", words, words));
        var reading = new Reading(TODAY, "generic", Way.STRUCTURE, state, List.of(), "Refunds", blocks, 1);
        return new Legible(reading, way -> reading);
    }

    private static ContentDigest digest(Legible page) {
        return ContentDigest.of(page.own().comparisonText());
    }
}
