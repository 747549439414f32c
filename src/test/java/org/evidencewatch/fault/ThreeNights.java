package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evidencewatch.fault.Watch.Filed;
import org.evidencewatch.fetch.RawServer.Seen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages that are read well in a first night, each of a host and a company of its own; in the second night each meets its
 * fault; in the third all is well again. Then every fault is looked at, on the record and at the server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class ThreeNights {

    private final Map<Fault, Site> sites = new LinkedHashMap<>();
    private Map<Fault, Filed> faulty = Map.of();
    private Map<Fault, List<String>> detected = Map.of();
    private Map<Fault, List<Long>> acceptedBefore = Map.of();
    private Map<Fault, List<Long>> acceptedAfter = Map.of();
    private Map<Fault, Filed> healed = Map.of();
    private Map<Fault, Long> asked = Map.of();
    private @Nullable Watch watch;

    abstract List<Fault> faults();

    /** How often a page may be asked for in the night of its fault. */
    long mostRequestsForThePage() {
        return 2;
    }

    /** Around the night of the faults. */
    void faultyNight(Runnable night) {
        night.run();
    }

    @BeforeAll
    void threeNights(@TempDir Path folder) {
        var house = new Watch(folder);
        watch = house;
        for (Fault fault : faults()) {
            Site site = new Site(1 + sites.size());
            sites.put(fault, site);
            house.cite("c" + sites.size(), site.page());
        }
        house.night();
        acceptedBefore = each(site -> house.accepted(site.page()));
        var before = each(this::pageRequests);
        sites.forEach((fault, site) -> fault.by().accept(site));
        faultyNight(house::nextNight);
        faulty = each(site -> house.newest(site.page()));
        detected = each(site -> house.detected(site.page()));
        acceptedAfter = each(site -> house.accepted(site.page()));
        asked = new LinkedHashMap<>(each(this::pageRequests));
        asked.replaceAll((fault, all) -> all - before.getOrDefault(fault, 0L));
        sites.values().forEach(Site::recover);
        house.nextNight();
        healed = each(site -> house.newest(site.page()));
    }

    @AfterAll
    void close() {
        sites.values().forEach(Site::close);
        if (watch != null) {
            watch.close();
        }
    }

    Stream<Fault> each() {
        return sites.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void isFiledAsWhatItIs(Fault fault) {
        Filed filed = of(faulty, fault);
        assertThat(filed.outcome() + ", " + filed.verdict())
                .as(filed.detail())
                .isEqualTo(fault.outcome() + ", " + fault.verdict());
        assertThat(filed.good()).isFalse();
        assertThat(filed.detail()).isNotBlank().doesNotContain("null").doesNotContain("Exception");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void leavesTheLastGoodSnapshotAndTheBaseline(Fault fault) {
        assertThat(of(acceptedAfter, fault)).isEqualTo(of(acceptedBefore, fault));
        assertThat(house().goodBody(site(fault).page())).isEqualTo(Site.PAGE.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void isNoChangeOfWords(Fault fault) {
        assertThat(of(detected, fault)).isEqualTo(fault.detected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void isForgottenAfterOneGoodNight(Fault fault) {
        Filed filed = of(healed, fault);
        assertThat(filed.good()).as(filed.outcome() + ": " + filed.detail()).isTrue();
        assertThat(filed.verdict()).isEqualTo("unchanged");
        assertThat(house().detected(site(fault).page())).noneMatch(change -> change.endsWith("observed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("each")
    void isMetPolitely(Fault fault) {
        List<Seen> seen = site(fault).seen();
        assertThat(seen.getFirst().path()).isEqualTo("/robots.txt");
        assertThat(IntStream.range(1, seen.size())
                        .mapToLong(i -> seen.get(i).from() - seen.get(i - 1).until()))
                .as("nanoseconds between two requests")
                .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Watch.DELAY.toNanos() - 5_000_000));
        assertThat(site(fault).server().mostInFlight()).isLessThanOrEqualTo(1);
        assertThat(of(asked, fault))
                .as("requests for the page in one night")
                .isLessThanOrEqualTo(mostRequestsForThePage());
    }

    @Test
    void nobodyIsAskedToLook() {
        assertThat(house().queue()).isEmpty();
    }

    @Test
    void everyInvariantHolds() {
        assertThat(house().broken()).isEmpty();
    }

    /** The record of the faulty night. */
    Filed filed(String name) {
        return faulty.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private Watch house() {
        return Objects.requireNonNull(watch);
    }

    private Site site(Fault fault) {
        return of(sites, fault);
    }

    private long pageRequests(Site site) {
        return site.seen().stream()
                .filter(seen -> seen.path().equals(Site.PATH))
                .count();
    }

    private <T> Map<Fault, T> each(Function<Site, T> question) {
        var answers = new LinkedHashMap<Fault, T>();
        sites.forEach((fault, site) -> answers.put(fault, question.apply(site)));
        return answers;
    }

    private static <T> T of(Map<Fault, T> by, Fault fault) {
        return Objects.requireNonNull(by.get(fault));
    }
}
