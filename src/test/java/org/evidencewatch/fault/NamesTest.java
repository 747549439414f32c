package org.evidencewatch.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.evidencewatch.fault.FaultyNames.Behaviour;
import org.evidencewatch.fault.Watch.Filed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F-26: a DNS that does not know a name any more, fails, is slow, answers too much, or points inwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class NamesTest {

    private final Site site = new Site(1);
    private final Map<String, URI> pages = new LinkedHashMap<>();
    private final Map<String, Filed> faulty = new LinkedHashMap<>();
    private Watch watch;

    @BeforeAll
    void threeNights(@TempDir Path folder) {
        watch = new Watch(folder);
        for (Behaviour behaviour : Behaviour.values()) {
            String label = behaviour.name().toLowerCase(Locale.ROOT);
            String host = FaultyNames.name(label, Behaviour.WELL);
            pages.put(
                    behaviour.name(),
                    URI.create("http://" + host + ":" + site.server().port() + Site.PATH));
            watch.cite(label, page(behaviour.name()));
        }
        assertThat(watch.night().firstSeen()).isEqualTo(pages.size());
        for (Behaviour behaviour : Behaviour.values()) {
            FaultyNames.name(behaviour.name().toLowerCase(Locale.ROOT), behaviour);
        }
        watch.nextNight();
        pages.forEach((name, page) -> faulty.put(name, watch.newest(page)));
    }

    @AfterAll
    void close() {
        watch.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NXDOMAIN, DNS_ERROR",
        "SERVFAIL, DNS_ERROR",
        "SLOW, DNS_ERROR",
        "THOUSANDS, REFUSED",
        "INWARDS, REFUSED"
    })
    void f26IsAFailedReadAndNeverAnAbsence(String name, String outcome) {
        Filed filed = Objects.requireNonNull(faulty.get(name));
        assertThat(filed.outcome() + " " + filed.verdict()).as(filed.detail()).isEqualTo(outcome + " unverifiable");
        assertThat(filed.detail()).doesNotContain("10.0.0.1");
        assertThat(watch.detected(page(name))).isEmpty();
        assertThat(watch.goodBody(page(name))).isEqualTo(Site.PAGE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherNamesAreReadMeanwhileAndAllOfThemAfterwards() {
        assertThat(Objects.requireNonNull(faulty.get("WELL")).verdict()).isEqualTo("unchanged");
        for (Behaviour behaviour : Behaviour.values()) {
            FaultyNames.name(behaviour.name().toLowerCase(Locale.ROOT), Behaviour.WELL);
        }
        assertThat(watch.nextNight().unchanged()).isEqualTo(pages.size());
        assertThat(watch.queue()).isEmpty();
        assertThat(watch.broken()).isEmpty();
    }

    private URI page(String name) {
        return Objects.requireNonNull(pages.get(name));
    }
}
