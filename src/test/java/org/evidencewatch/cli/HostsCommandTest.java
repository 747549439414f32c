package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.sql.DataSource;
import org.evidencewatch.job.AlertHouse;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code hosts}, as a person types it. */
class HostsCommandTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final DataSource database = TestDatabase.fresh();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveStreamsBack() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    @Test
    void stopsAHostInAnySpellingAndLetsItGoOn() {
        assertThat(run("hosts", "stop", "Help.Example.COM.", "--why", "they asked us to", "--by", "Ada"))
                .isZero();
        assertThat(run("hosts", "list")).isZero();
        assertThat(printed()).isEqualTo("""
                help.example.com: stopped
                help.example.com
                  stopped by Ada on 2026-06-28T06:00:00Z: they asked us to
                """);
        assertThat(run("hosts", "resume", "help.example.com")).isZero();
        assertThat(run("hosts", "resume", "help.example.com")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("help.example.com is not stopped");
    }

    @Test
    void listsWhoRestsAndWhy() {
        JdbcClient.create(database).sql("""
                insert into host (name, until, strikes, rest_until, rest_why) values
                    ('tired.example', now(), 2, '2026-06-28T07:00:00Z', 'status 429'),
                    ('rested.example', now(), 0, '2026-06-28T05:00:00Z', 'status 503'),
                    ('well.example', now(), 0, null, null)""").update();
        run("hosts", "stop", "--all", "--why", "our address is blocked");
        out.reset();
        assertThat(run("hosts", "list", "--json")).isZero();
        var hosts = JsonMapper.shared().readTree(printed()).get("hosts");
        assertThat(hosts).hasSize(2);
        assertThat(hosts.at("/0/host").asString()).isEqualTo("*");
        assertThat(hosts.at("/0/stopped/why").asString()).isEqualTo("our address is blocked");
        assertThat(hosts.at("/1/host").asString()).isEqualTo("tired.example");
        assertThat(hosts.at("/1/restsUntil").asString()).isEqualTo("2026-06-28T07:00:00Z");
        assertThat(hosts.at("/1/restsBecause").asString()).isEqualTo("status 429");
    }

    @Test
    void refusesWhatNamesNoHost() {
        assertThat(run("hosts", "stop", "--why", "x")).isEqualTo(2);
        assertThat(run("hosts", "stop", "a.example", "--all", "--why", "x")).isEqualTo(2);
        assertThat(run("hosts", "stop", "http://a.example/", "--why", "x")).isEqualTo(2);
        assertThat(run("hosts", "stop", "a.example", "--why", " ")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("name one host, or give --all")
                .contains("'http://a.example/' is no host name")
                .contains("--why is empty");
    }

    @Test
    void saysThatNothingIsWrong() {
        assertThat(run("hosts", "list")).isZero();
        assertThat(printed()).isEqualTo("No host is stopped, and none rests.\n");
    }

    private int run(String... args) {
        return Evidence.run((web, properties) -> AlertHouse.open(database, NOW), args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
