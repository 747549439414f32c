package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Finding;
import org.evidencewatch.change.Hindsight;
import org.evidencewatch.change.Judge;
import org.evidencewatch.change.Known;
import org.evidencewatch.change.Past;
import org.evidencewatch.change.Rule;
import org.evidencewatch.change.Versions;
import org.evidencewatch.citation.SourceAliases;
import org.evidencewatch.cli.Explanation.Found;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.extract.StateReason;
import org.evidencewatch.snapshot.Capture;
import org.evidencewatch.snapshot.Captures;
import org.evidencewatch.snapshot.Captures.Recorded;
import org.evidencewatch.snapshot.Captures.Signed;
import org.evidencewatch.snapshot.ContentDigest;
import org.evidencewatch.snapshot.PastCaptures;
import org.springframework.context.ApplicationContext;

/**
 * Why a capture was flagged or was not: the document of {@code explain --capture}. Made from the stored bytes alone, it is
 * the same whenever it is asked for, until the rules change.
 *
 * @param signed who brought it, where no program of ours read it
 * @param aliases other addresses of the page, as they are on record today
 * @param rule the one that decided
 * @param change the one that was detected in the capture, or that it shows once more
 * @param baseline what it was compared with; left out when the page was never read before
 * @param shown what it showed; left out when the attempt brought nothing
 * @param recordedBy the rules by which it was judged, {@code today} those of this release
 * @param agrees whether the capture amounts today to what was recorded
 * @param differences how the two read, where they do not read alike
 */
@JsonInclude(Include.NON_ABSENT)
record CaptureExplanation(
        long capture,
        String url,
        Instant at,
        String outcome,
        Optional<Signed> signed,
        List<SourceAliases.Recorded> aliases,
        RuleView rule,
        Optional<Long> change,
        Optional<Side> baseline,
        Optional<Side> shown,
        Versions recordedBy,
        Versions today,
        boolean sameRules,
        Found recorded,
        Found recomputed,
        boolean agrees,
        List<LineDifference> differences) {

    /** A rule by its code, and what it says. */
    record RuleView(String code, String sentence) {

        static RuleView of(Rule rule) {
            return new RuleView(rule.code(), rule.sentence());
        }
    }

    /** One side, read anew; {@code broughtBy} is another capture where this is a revisit of it. */
    @JsonInclude(Include.NON_ABSENT)
    record Side(
            long capture,
            Optional<String> signedBy,
            Optional<Long> broughtBy,
            PageState state,
            List<StateReason> stateReasons,
            String platform,
            String way,
            String digest,
            Optional<String> firstReadBy) {}

    /** Explains a capture by what is on record, and by what it amounts to today. */
    static CaptureExplanation of(ApplicationContext house, Recorded recorded) {
        var hindsight = house.getBean(Hindsight.class);
        var readings = house.getBean(Readings.class);
        Past past = hindsight.find(recorded.id()).orElseThrow();
        var capture = house.getBean(PastCaptures.class).of(recorded.id());
        var shown = recorded.bytes().map(bytes -> readings.anew(bytes.responseId()));
        var finding = judgedAgain(readings, hindsight.known(past), capture, shown);
        var today = Versions.today(readings.version());
        return new CaptureExplanation(
                recorded.id(),
                recorded.url(),
                recorded.at(),
                recorded.outcome(),
                recorded.signed(),
                house.getBean(SourceAliases.class).of(recorded.url()),
                RuleView.of(Rule.of(past, capture)),
                past.flagged().or(() -> hindsight.repeated(past)),
                past.baseline().map(side -> side(house, side.captureId())),
                shown.map(page -> side(house, recorded.id())),
                past.by(),
                today,
                past.by().equals(today),
                Found.of(past.recorded()),
                Found.of(finding),
                past.recorded().equals(finding),
                differences(past.baseline().map(side -> readings.anew(side.responseId())), shown));
    }

    /** With what was known then; how long a confirmation must wait plays no part in a verdict. */
    private static Finding judgedAgain(Readings readings, Known known, Capture capture, Optional<Legible> shown) {
        var judge = new Judge(readings::anew, readings.version(), Duration.ZERO);
        var text =
                ContentDigest.of(shown.map(page -> page.own().comparisonText()).orElse(""));
        return Finding.of(judge.judge(known, capture, shown, text).verdict());
    }

    private static List<LineDifference> differences(Optional<Legible> baseline, Optional<Legible> shown) {
        return baseline.isEmpty() || shown.isEmpty() ? List.of() : LineDifference.between(baseline.get(), shown.get());
    }

    private static Side side(ApplicationContext house, long id) {
        var readings = house.getBean(Readings.class);
        var recorded = house.getBean(Captures.class).find(id);
        var bytes = recorded.flatMap(Recorded::bytes)
                .orElseThrow(() -> new IllegalStateException("capture " + id + " has no bytes"));
        var reading = readings.anew(bytes.responseId()).own();
        return new Side(
                id,
                recorded.flatMap(Recorded::signed).map(Signed::by),
                Optional.of(bytes.responseId()).filter(response -> response != id),
                reading.state(),
                reading.stateReasons(),
                reading.platform(),
                reading.way().word(),
                bytes.digest().hex(),
                readings.firstReadBy(bytes.responseId()));
    }
}
