package org.evidencewatch.job;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.ProbePaths;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Fetcher;
import org.evidencewatch.fetch.Fetchers;
import org.evidencewatch.fetch.LiveFetchers;
import org.evidencewatch.snapshot.Purpose;
import org.evidencewatch.snapshot.WarcArchive;
import org.springframework.stereotype.Component;

/** What a run is carried out with: fetchers for the live web, a recorded night or an archive, and the time that it pretends. */
@Component
class Equipment {

    private final ReadingSettings settings;
    private final FetchSettings fetchSettings;
    private final LiveFetchers liveFetchers;
    private final ProbePaths probePaths;
    private final Extractor extractor;
    private final Clock clock;

    Equipment(
            ReadingSettings settings,
            FetchSettings fetchSettings,
            LiveFetchers liveFetchers,
            ProbePaths probePaths,
            Extractor extractor,
            Clock clock) {
        this.settings = settings;
        this.fetchSettings = fetchSettings;
        this.liveFetchers = liveFetchers;
        this.probePaths = probePaths;
        this.extractor = extractor;
        this.clock = clock;
    }

    /** Equips a run; {@code archive} is what its request names, where that is no folder. */
    ActiveRun of(Run run, Lease lease, Optional<WarcArchive> archive, Progress progress) {
        var probes = new NotFoundProbes(probePaths, extractor);
        var clocks = clocks(run);
        var fetchers = archive.map(web -> fetchers(web, clocks)).orElseGet(() -> fetchers(run));
        return new ActiveRun(run, lease, fetchers, clocks, probes, progress);
    }

    /** Each read sees the archive as of its own time. */
    private Map<Purpose, Fetcher> fetchers(WarcArchive archive, Map<Purpose, Clock> clocks) {
        var fetchers = new EnumMap<Purpose, Fetcher>(Purpose.class);
        clocks.forEach((purpose, time) ->
                fetchers.put(purpose, Fetchers.replay(archive.asOf(time.instant()), fetchSettings, clock)));
        return fetchers;
    }

    private Map<Purpose, Fetcher> fetchers(Run run) {
        return run.request()
                .replay()
                .map(night -> Map.of(
                        Purpose.REFRESH, Fetchers.replay(night, false, fetchSettings, clock),
                        Purpose.CONFIRM, Fetchers.replay(night, true, fetchSettings, clock)))
                .orElseGet(() -> {
                    var live = liveFetchers.open(Owner.ofThisProcess(), Owner::isDead);
                    return Map.of(Purpose.REFRESH, live, Purpose.CONFIRM, live);
                });
    }

    /** A replay happens at the time it pretends, and its second read as much later as a change must wait. */
    private Map<Purpose, Clock> clocks(Run run) {
        return run.request().replay().isEmpty()
                ? Map.of(Purpose.REFRESH, clock, Purpose.CONFIRM, clock)
                : Map.of(
                        Purpose.REFRESH, fixed(run.asOf()),
                        Purpose.CONFIRM, fixed(run.asOf().plus(settings.confirmAfter())));
    }

    private static Clock fixed(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
