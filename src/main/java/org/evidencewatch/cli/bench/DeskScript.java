package org.evidencewatch.cli.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.evidencewatch.change.ChangeDetector;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements with the figures of a shape in their places, written {@code :items}, {@code :sources}, {@code :companies}, {@code
 * :nights}, {@code :start} (the eve of the first night), and in those of one night {@code :night}, {@code :least}, {@code :most}.
 * {@code :version} and {@code :detector} are the rules of today.
 */
final class DeskScript {

    private final JdbcClient db;
    private final DeskShape shape;
    private final Instant start;
    private final String version;

    /**
     * @param version of the extractor that reads today
     */
    DeskScript(DataSource database, DeskShape shape, Instant now, String version) {
        this.version = version;
        this.db = JdbcClient.create(database);
        this.shape = shape;
        this.start = now.minus(Duration.ofDays(shape.nights())).minus(Duration.ofHours(6));
    }

    /** Runs one statement, as often as asked with the same result in an empty database. */
    void run(String sql) {
        run(sql, 0, 0, 0);
    }

    /** Runs one statement for a night and the sources from {@code least} to {@code most}. */
    void run(String sql, int night, int least, int most) {
        var statement = db.sql(sql);
        for (var figure : new Object[][] {
            {"items", shape.items()},
            {"sources", shape.sources()},
            {"companies", shape.companies()},
            {"nights", shape.nights()},
            {"start", Timestamp.from(start)},
            {"night", night},
            {"least", least},
            {"most", most},
            {"version", version},
            {"detector", ChangeDetector.VERSION}
        }) {
            statement = sql.contains(":" + figure[0]) ? statement.param((String) figure[0], figure[1]) : statement;
        }
        statement.update();
    }
}
