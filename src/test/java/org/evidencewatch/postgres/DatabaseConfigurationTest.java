package org.evidencewatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withPropertyValues("spring.datasource.connection-fetch=lazy");

    @Test
    void connectsTheDataSourceAndStopsTheServerAfterIt() throws IOException {
        TestHome home = TestHome.named("spring");
        house.withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withPropertyValues("evidence.home=" + home.directory())
                .run(context -> {
                    assertThat(Files.exists(home.data())).isFalse();
                    assertThat(ask(context, "select current_user")).isEqualTo("evidence");
                    assertThat(home.isServed()).isTrue();
                });
        assertThat(home.isServed()).isFalse();
    }

    @Test
    void startsAServerAgainThatWasKilled() throws IOException {
        TestHome home = TestHome.named("kept");
        house.withPropertyValues("evidence.home=" + home.directory()).run(context -> {
            assertThat(ask(context, "select 'before'")).isEqualTo("before");
            home.killServer();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(ask(context, "select 'after'")).isEqualTo("after"));
        });
        assertThat(home.isServed()).isFalse();
    }

    @Test
    void startsNothingWhenAServerIsNamed(@TempDir Path directory) {
        Path home = directory.resolve("home");
        try (EmbeddedPostgres server = EmbeddedPostgres.open(Path.of("target/test-home"))) {
            house.withPropertyValues(
                            "evidence.home=" + home,
                            "evidence.database.url=" + server.jdbcUrl(),
                            "evidence.database.user=" + server.user(),
                            "evidence.database.password=" + server.password())
                    .run(context -> assertThat(ask(context, "select current_database()"))
                            .isEqualTo("evidence"));
        }
        assertThat(home).doesNotExist();
    }

    @Test
    void refusesAnAddressThatIsNotPostgres() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings.Server(
                        "postgres://localhost/evidence", Optional.empty(), Optional.empty()))
                .withMessageContaining("EVIDENCE_DATABASE_URL")
                .withMessageContaining("postgres://localhost/evidence");
    }

    private static String ask(ApplicationContext context, String sql) {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql(sql)
                .query(String.class)
                .single();
    }
}
