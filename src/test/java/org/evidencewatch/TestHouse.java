package org.evidencewatch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.evidencewatch.citation.Disputes;
import org.evidencewatch.citation.RecordImport;
import org.evidencewatch.citation.Records;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.postgres.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** The whole house on a database of its own, with a clock that a test can set. */
public final class TestHouse implements AutoCloseable {

    private final SettableClock clock;
    private final ConfigurableApplicationContext context;
    private final HikariDataSource pool;
    private final String[] settings;

    private TestHouse(
            SettableClock clock, ConfigurableApplicationContext context, HikariDataSource pool, String... settings) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
        this.context = context;
    }

    /** Opens it at a time, with settings as {@code name=value}. */
    public static TestHouse open(Instant now, String... settings) {
        return open(new SettableClock(now, false), (HikariDataSource) TestDatabase.fresh(), beans -> {}, settings);
    }

    /** Opens it as a release with that extractor would. */
    public static TestHouse open(Instant now, Extractor extractor, String... settings) {
        return open(
                new SettableClock(now, false),
                (HikariDataSource) TestDatabase.fresh(),
                replacing(Extractor.class, extractor),
                settings);
    }

    /** Opens it with settings for fetching that no environment could give, and with a clock that goes. */
    public static TestHouse open(Instant now, FetchSettings fetching) {
        return open(
                new SettableClock(now, true),
                (HikariDataSource) TestDatabase.fresh(),
                replacing(FetchSettings.class, fetching));
    }

    /** Opens it on that database, in whatever state that is. */
    public static TestHouse on(DataSource database, Instant now, String... settings) {
        return open(new SettableClock(now, false), (HikariDataSource) database, beans -> {}, settings);
    }

    /** Another release on the same database and the same clock, with the extractor that it comes with; closes this one. */
    public TestHouse upgraded(Extractor extractor) {
        context.close();
        return open(clock, pool, replacing(Extractor.class, extractor), settings);
    }

    private static <T> Consumer<GenericApplicationContext> replacing(Class<T> type, T bean) {
        return beans -> beans.registerBean("other" + type.getSimpleName(), type, () -> bean, d -> d.setPrimary(true));
    }

    private static TestHouse open(
            SettableClock clock,
            HikariDataSource pool,
            Consumer<GenericApplicationContext> replacements,
            String... settings) {
        // As connection-fetch does to the program's own: a transaction borrows a connection at its first statement.
        var database = new LazyConnectionDataSourceProxy(pool);
        var context = new SpringApplicationBuilder(EvidenceWatch.class)
                .initializers(c -> {
                    var beans = (GenericApplicationContext) c;
                    beans.registerBean("testClock", Clock.class, () -> clock, d -> d.setPrimary(true));
                    beans.registerBean("testDatabase", DataSource.class, () -> database, d -> d.setPrimary(true));
                    replacements.accept(beans);
                })
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(settings)
                .run();
        return new TestHouse(clock, context, pool, settings);
    }

    /** A bean of the house. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** How many connections are borrowed from its pool now. */
    public int borrowedConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** The whole of it, for what opens and closes a house by itself. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Imports a file of records, which must be without fault. */
    public void importRecord(Path file) {
        load(file, false);
    }

    /** Imports records as the demonstration does. */
    public void importSample(Path file) {
        load(file, true);
    }

    private void load(Path file, boolean sample) {
        var summary = new RecordImport(get(Records.class), get(Disputes.class), html -> List.of(), clock)
                .run(List.of(file), sample);
        if (!summary.errors().isEmpty()) {
            throw new IllegalArgumentException(summary.errors().toString());
        }
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        clock.now.updateAndGet(t -> t.plus(time));
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class SettableClock extends Clock {

        private final AtomicReference<Instant> now;
        private final boolean going;
        private final long start = System.nanoTime();

        SettableClock(Instant now, boolean going) {
            this.now = new AtomicReference<>(now);
            this.going = going;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return going ? now.get().plusNanos(System.nanoTime() - start) : now.get();
        }
    }
}
