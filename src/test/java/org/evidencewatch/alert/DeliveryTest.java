package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import javax.sql.DataSource;
import org.evidencewatch.fetch.Deliveries;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private DataSource database;
    private JdbcClient db;
    private AlertRoom.Time time;
    private ServerSetup address;
    private GreenMail mail;

    @BeforeEach
    void setUp() throws IOException {
        database = TestDatabase.fresh();
        db = JdbcClient.create(database);
        time = new AlertRoom.Time(NOW);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = new ServerSetup(free.getLocalPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        }
        mail = new GreenMail(address);
    }

    @AfterEach
    void stopMail() {
        mail.stop();
    }

    @Test
    void letterIsMailedOnce() throws Exception {
        mail.start();
        var room = room(mailChannel("a@example.org, b@example.org"));
        post(room, "acme", "the disk is full");

        assertThat(room.delivery.deliverDue()).isEqualTo(new DeliveryReport(1, List.of()));
        time.pass(Duration.ofDays(1));
        assertThat(room.delivery.deliverDue()).isEqualTo(new DeliveryReport(0, List.of()));

        var message = mail.getReceivedMessages()[0];
        assertThat(mail.getReceivedMessages()).as("one for each recipient").hasSize(2);
        assertThat(message.getSubject()).isEqualTo("Evidence Watch: Run failed");
        assertThat(message.getSentDate()).isEqualTo(NOW);
        assertThat(message.getContent().toString())
                .contains("- Run failed (No 1, since 2026-06-28 06:00 UTC): acme: the disk is full");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@example.org", "b@example.org");
    }

    @Test
    void failedMailIsTriedAgainLaterUnderTheSameId() throws Exception {
        var room = room(mailChannel("a@example.org"));
        post(room, "acme", "the disk is full");

        assertThat(room.delivery.deliverDue().failures())
                .singleElement()
                .asString()
                .startsWith("mail: ");
        var id = db.sql("select id from outbox where last_error is not null")
                .query(UUID.class)
                .single();

        mail.start();
        time.pass(Duration.ofSeconds(59));
        assertThat(room.delivery.deliverDue().delivered()).isZero();
        time.pass(Duration.ofSeconds(15));
        assertThat(room.delivery.deliverDue().delivered()).isEqualTo(1);
        assertThat(messageIds()).containsExactly("<" + id + "@example.com>");
        assertThat(room.count("outbox where attempts = 2 and last_error is null and delivered_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void mailSentTwiceCarriesOneId() throws Exception {
        mail.start();
        var room = room(mailChannel("a@example.org"));
        post(room, "acme", "the disk is full");
        room.delivery.deliverDue();
        db.sql("update outbox set delivered_at = null").update();

        room.delivery.deliverDue();

        assertThat(messageIds()).hasSize(2);
        assertThat(messageIds().stream().distinct()).hasSize(1);
    }

    @Test
    void wordsFromPagesReachNoHeader() throws Exception {
        mail.start();
        var room = room(mailChannel("a@example.org"));
        post(
                room,
                "=?utf-8?q?Bcc:_evil?=\r\nBcc: evil@example.net\r\n\r\nHello",
                "x\nSubject: y\u0085Cc: z@example.net \u202Egpj.exe");
        room.digests.write(NOW);

        room.delivery.deliverDue();

        assertThat(mail.getReceivedMessages()).hasSize(2);
        for (MimeMessage message : mail.getReceivedMessages()) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getHeader("Cc")).isNull();
            assertThat(message.getHeader("Subject")).hasSize(1);
            assertThat(message.getSubject()).doesNotContain("Hello", "evil");
            assertThat(message.getContent().toString().replaceAll("\\s+", " "))
                    .contains(
                            "=?utf-8?q?Bcc:_evil?= Bcc: evil@example.net Hello: x Subject: y Cc: z@example.net gpj.exe");
        }
    }

    @Test
    void mailServerMeetsTheGateWhereItIsDialled() {
        mail.start();
        try (var nothingAllowed = new Deliveries(FetchSettings.DEFAULTS, List.of())) {
            var room = room(mailChannel("a@example.org", nothingAllowed.sockets()));
            post(room, "acme", "the disk is full");

            assertThat(room.delivery.deliverDue().failures())
                    .singleElement()
                    .asString()
                    .contains("the outbound gate is closed");
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void noMoreMailsAtOnceThanFourAnHourAndNoneIsLost() {
        var room = room(new AlertRoom.Taking("mail"));
        for (int i = 1; i <= 10; i++) {
            var failed = IntStream.rangeClosed(1, i)
                    .mapToObj(n -> Finding.of(Kind.RUN_FAILED, "job:" + n, n + " failed"))
                    .toList();
            room.staleness.tell(Set.of(Kind.RUN_FAILED), failed, NOW.plusSeconds(i));
        }
        assertThat(room.count("outbox where sort = 'urgent'")).isEqualTo(4);
        assertThat(room.count("alert where told_at is null")).isEqualTo(6);

        room.staleness.check(NOW.plus(Duration.ofHours(2)));

        assertThat(room.count("outbox where sort = 'urgent'")).isEqualTo(5);
        assertThat(room.count("alert where told_at is null and closed_at is null and urgent"))
                .isZero();
        assertThat(db.sql("select subject from outbox order by created_at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Evidence Watch: Run failed and 5 more");
    }

    @Test
    void nothingIsPutInTheOutboxWhereNoChannelIsSetUp() {
        var none = new MailSettings(
                Optional.empty(), 25, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var room = AlertRoom.on(database, time, new MailChannel(none, SocketFactory.getDefault()));

        assertThat(room.digests.write(NOW)).isEqualTo(Digests.Outcome.NO_MAIL);
        room.staleness.tell(Set.of(Kind.RUN_FAILED), List.of(Finding.of(Kind.RUN_FAILED, "job:a", "it failed")), NOW);
        assertThat(room.count("outbox")).isZero();
    }

    private MailChannel mailChannel(String to) {
        return mailChannel(to, SocketFactory.getDefault());
    }

    private MailChannel mailChannel(String to, SocketFactory sockets) {
        return new MailChannel(
                new MailSettings(
                        Optional.of("127.0.0.1"),
                        address.getPort(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Evidence Watch <watch@example.com>"),
                        Optional.of(to)),
                sockets);
    }

    private List<String> messageIds() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(DeliveryTest::messageId)
                .toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private AlertRoom room(Channel channel) {
        return AlertRoom.on(database, time, channel);
    }

    /** A mail at once of something that cannot wait. */
    private static void post(AlertRoom room, String company, String detail) {
        room.staleness.tell(
                Set.of(Kind.RUN_FAILED),
                List.of(Finding.of(Kind.RUN_FAILED, "job:" + company, company + ": " + detail)),
                NOW);
    }
}
