package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evidencewatch.TestHouse;
import org.evidencewatch.alert.Kind;
import org.evidencewatch.alert.Staleness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs {@code digest} and {@code deliver} in the whole house, with a mail server. */
class DigestJobTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private GreenMail mail;
    private TestHouse house;

    @BeforeEach
    void open() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        house = TestHouse.open(
                NOW,
                "evidence.mail.host=127.0.0.1",
                "evidence.mail.port=" + port,
                "evidence.mail.from=watch@example.com",
                "evidence.mail.to=desk@example.org",
                "evidence.delivery.allowed-addresses=127.0.0.1/32");
    }

    @AfterEach
    void close() {
        house.close();
        mail.stop();
    }

    @Test
    void runsOfADayMailOneDigestAndTheNextDayMailsItsOwn() throws Exception {
        for (int hour = 0; hour < 26; hour++) {
            assertThat(run(DigestJob.class).success()).isTrue();
            house.pass(Duration.ofHours(1));
        }

        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(mail.getReceivedMessages()[0].getSubject()).startsWith("Evidence Watch 2026-06-28: ");
        assertThat(mail.getReceivedMessages()[1].getSubject()).startsWith("Evidence Watch 2026-06-29: ");
    }

    @Test
    void brokenInvariantIsMailedAtOnceAndClosesWhenItHolds() throws Exception {
        var db = house.get(JdbcClient.class);
        db.sql("""
                insert into company (slug, name, created_at) values ('acme', 'Acme', now());
                insert into work_item (company_id, opened_at) select id, now() from company
                """).update();

        assertThat(run(VerifyJob.class).success()).isFalse();
        run(DeliverJob.class);

        assertThat(subjects()).contains("Evidence Watch: Invariant broken");
        db.sql("delete from work_item").update();
        house.pass(Duration.ofDays(1));
        assertThat(run(VerifyJob.class).success()).isTrue();
        assertThat(house.get(Staleness.class).open()).noneMatch(alert -> alert.kind() == Kind.INVARIANT_BROKEN);
    }

    @Test
    void failedRunIsToldAtOnceByTheCheckOfTheHour() throws Exception {
        house.get(JdbcClient.class).sql("""
                insert into run (job, parameters, as_of, started_at, ended_at, state, note)
                values ('refresh', '{}', '2026-06-28', '2026-06-28', '2026-06-28', 'failed', 'disk full')
                """).update();

        run(StalenessJob.class);

        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Evidence Watch: Run failed");
        assertThat(mail.getReceivedMessages()[0].getContent().toString()).contains("refresh failed", "disk full");
    }

    @Test
    void whereNothingIsDueDeliveringLeavesNoRun() {
        assertThat(run(DeliverJob.class)).isEqualTo(new JobOutcome(true, "nothing to deliver"));

        assertThat(house.get(JdbcClient.class)
                        .sql("select count(*) from run")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> subjects() throws MessagingException {
        var subjects = new ArrayList<String>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    private <T extends NamedJob> JobOutcome run(Class<T> job) {
        return house.get(job).run(Map.of());
    }
}
