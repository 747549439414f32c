package org.evidencewatch.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The room as one process has it: on a database, under a clock that a test sets, with channels of the test's. */
final class AlertRoom {

    static final Limits LIMITS = new Limits(
            Duration.ofDays(14), Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(1), DataSize.ofGigabytes(10));

    static final WebhookSettings NO_WEBHOOK =
            new WebhookSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    final JdbcClient db;
    final Staleness staleness;
    final Delivery delivery;
    final Letters letters;
    final Digests digests;
    final Answering answering;
    final Objectives objectives;
    final Outbox outbox;

    private AlertRoom(
            DataSource database, Clock clock, List<Channel> channels, WebhookSettings webhook, List<Tier> tiers) {
        this.db = JdbcClient.create(database);
        var json = JsonMapper.shared();
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var alerts = new Alerts(db, json);
        var freshness = new Freshness(db);
        var endpoints = new EndpointRows(db);
        var undelivered = new Undelivered(db, endpoints, channels);
        this.outbox = new Outbox(db);
        this.objectives = new Objectives(db, new ObjectiveSettings(tiers), LIMITS);
        var post = new Post(outbox, alerts, channels, new WebhookBody(webhook, json));
        List<Watch> watches = List.of(
                new EvidenceFindings(freshness, new GonePages(db), objectives, LIMITS),
                new QueueFindings(db, LIMITS),
                new DatabaseFindings(db, LIMITS),
                undelivered);
        this.staleness = new Staleness(watches, alerts, post, LIMITS, transaction);
        this.delivery = new Delivery(outbox, endpoints, undelivered, staleness, channels, clock, transaction);
        this.letters = new Letters(db, endpoints, undelivered, staleness, channels, clock, transaction);
        this.digests = new Digests(freshness, objectives, new WorkRows(db), alerts, outbox, post, transaction);
        this.answering = new Answering(alerts, clock, transaction);
    }

    static AlertRoom on(DataSource database, Clock clock, Channel... channels) {
        return new AlertRoom(database, clock, List.of(channels), NO_WEBHOOK, List.of());
    }

    /** One whose webhook has these settings. */
    static AlertRoom on(DataSource database, Clock clock, WebhookSettings webhook, Channel... channels) {
        return new AlertRoom(database, clock, List.of(channels), webhook, List.of());
    }

    /** One with these objectives. */
    static AlertRoom on(DataSource database, Clock clock, List<Tier> tiers, Channel... channels) {
        return new AlertRoom(database, clock, List.of(channels), NO_WEBHOOK, tiers);
    }

    /** How many rows this question finds. */
    int count(String fromWhere) {
        return db.sql("select count(*) from " + fromWhere).query(Integer.class).single();
    }

    /** A clock that stands still until it is set. */
    static final class Time extends Clock {

        private volatile Instant now;

        Time(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        void set(Instant at) {
            now = at;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A channel that is set up and takes everything. */
    record Taking(String name) implements Channel {

        @Override
        public Optional<String> address() {
            return Optional.of(name + ":test");
        }

        @Override
        public SendResult send(Letter letter) {
            return new SendResult.Sent();
        }
    }
}
