package org.evidencewatch.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FloorTest {

    private static final SiteShape SHAPE = new SiteShape(130, 5, 7);

    private final HikariDataSource database = (HikariDataSource) TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void storesNewPagesOnceAndNotesThatOthersAreAsTheyWere() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            site.show(new Scene(Serving.VALIDATORS, false));
            assertThat(night(site)).isEqualTo(new Floor.Counts(130, 130, 0));
            assertThat(count("fresh")).isEqualTo(130);

            site.show(new Scene(Serving.VALIDATORS, true));
            assertThat(night(site)).isEqualTo(new Floor.Counts(130, 0, 130));
            site.show(new Scene(Serving.PLAIN, true));
            assertThat(night(site)).isEqualTo(new Floor.Counts(130, 130, 0));

            assertThat(count("fresh")).isEqualTo(130);
            assertThat(count("seen where status = 304")).isEqualTo(130);
            assertThat(count("seen where status = 200")).isEqualTo(130);
        }
    }

    @Test
    void storesAnewWhatHasOtherBytes() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO)) {
            site.show(new Scene(Serving.MIXED, false));
            night(site);
            site.show(new Scene(Serving.MIXED, true));
            night(site);

            // one page of four has changed or is noisy: 7 and 26 of 130
            assertThat(count("fresh")).isEqualTo(130 + 33);
            assertThat(count("seen")).isEqualTo(130 - 33);
        }
    }

    @Test
    void failsWhenAPageCannotBeRead() throws Exception {
        try (var site = Site.open(SHAPE, Duration.ZERO);
                var tables = FloorTables.open(environment())) {
            var unknown = URI.create("http://127.0.1.1:" + site.port() + "/nothing");
            assertThatIllegalStateException()
                    .isThrownBy(() -> Floor.run(List.of(unknown), tables))
                    .withMessageContaining(unknown.toString());
        }
    }

    private Floor.Counts night(Site site) throws Exception {
        var urls = IntStream.range(0, SHAPE.pages())
                .mapToObj(page -> URI.create("http://" + SHAPE.address(SHAPE.host(page)) + ":" + site.port()
                        + SHAPE.path(page, SHAPE.article(page))))
                .toList();
        try (var tables = FloorTables.open(environment())) {
            return Floor.run(urls, tables);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                BenchDatabase.URL, database.getJdbcUrl(),
                BenchDatabase.USER, database.getUsername(),
                BenchDatabase.PASSWORD, database.getPassword());
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
