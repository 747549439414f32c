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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class DeliveryTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");

    private DataSource database;
    private JdbcClient db;
    private ServerSetup address;
    private GreenMail mail;

    @BeforeEach
    void setUp() throws IOException {
        database = TestDatabase.fresh();
        db = JdbcClient.create(database);
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
    void digestIsMailedOnce() throws Exception {
        mail.start();
        var outbox = outbox(mailChannel("a@example.org, b@example.org"));
        outbox.put(digest("Acme", "not confirmed since 2026-06-10"), NOW);

        assertThat(deliver(outbox, NOW)).isEqualTo(new DeliveryReport(1, List.of()));
        assertThat(deliver(outbox, NOW.plus(Duration.ofDays(1)))).isEqualTo(new DeliveryReport(0, List.of()));

        var message = mail.getReceivedMessages()[0];
        assertThat(mail.getReceivedMessages()).as("one for each recipient").hasSize(2);
        assertThat(message.getSubject()).isEqualTo("Evidence Watch: 1 opened, 0 closed, 0 still open");
        assertThat(message.getSentDate()).isEqualTo(NOW);
        assertThat(message.getContent().toString()).contains("- Acme: not confirmed since 2026-06-10");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@example.org", "b@example.org");
    }

    @Test
    void failedMailIsTriedAgainLaterUnderTheSameId() throws Exception {
        var outbox = outbox(mailChannel("a@example.org"));
        outbox.put(digest("Acme", "not confirmed"), NOW);

        assertThat(deliver(outbox, NOW).failures()).singleElement().asString().startsWith("mail: ");
        var id = db.sql("select id from outbox where last_error is not null")
                .query(UUID.class)
                .single();

        mail.start();
        assertThat(deliver(outbox, NOW.plus(Duration.ofMinutes(9))).delivered()).isZero();
        assertThat(deliver(outbox, NOW.plus(Duration.ofMinutes(10))).delivered())
                .isEqualTo(1);
        assertThat(messageIds()).containsExactly("<" + id + "@example.com>");
        assertThat(db.sql(
                                "select count(*) from outbox where attempts = 2 and last_error is null and delivered_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void mailSentTwiceCarriesOneId() throws Exception {
        mail.start();
        var outbox = outbox(mailChannel("a@example.org"));
        outbox.put(digest("Acme", "not confirmed"), NOW);
        deliver(outbox, NOW);
        db.sql("update outbox set delivered_at = null").update();

        deliver(outbox, NOW.plus(Duration.ofDays(1)));

        assertThat(messageIds()).hasSize(2);
        assertThat(messageIds().stream().distinct()).hasSize(1);
    }

    @Test
    void wordsFromPagesReachNoHeader() throws Exception {
        mail.start();
        var outbox = outbox(mailChannel("a@example.org"));
        outbox.put(digest("Acme\r\nBcc: evil@example.net\r\n\r\nHello", "x\nSubject: y\u0085Cc: z@example.net"), NOW);

        deliver(outbox, NOW);

        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("Cc")).isNull();
        assertThat(message.getHeader("Subject")).hasSize(1);
        assertThat(message.getContent().toString())
                .contains("- Acme Bcc: evil@example.net Hello: x Subject: y Cc: z@example.net");
    }

    @Test
    void mailServerMeetsTheGateWhereItIsDialled() {
        mail.start();
        try (var nothingAllowed = new Deliveries(FetchSettings.DEFAULTS, List.of())) {
            var outbox = outbox(mailChannel("a@example.org", nothingAllowed.sockets()));
            outbox.put(digest("Acme", "not confirmed"), NOW);

            assertThat(deliver(outbox, NOW).failures())
                    .singleElement()
                    .asString()
                    .contains("the outbound gate is closed");
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void backOffGrowsToADay() {
        var refusing = new Refusing();
        var outbox = outbox(refusing);
        outbox.put(digest("Acme", "not confirmed"), NOW);

        List<Duration> waits = new ArrayList<>();
        Instant at = NOW;
        for (int i = 0; i < 10; i++) {
            deliver(outbox, at);
            var due = db.sql("select due_at from outbox")
                    .query(java.time.OffsetDateTime.class)
                    .single()
                    .toInstant();
            waits.add(Duration.between(at, due));
            at = due;
        }

        assertThat(waits).startsWith(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(40));
        assertThat(waits).endsWith(Duration.ofDays(1), Duration.ofDays(1));
        assertThat(refusing.ids.stream().distinct()).hasSize(1);
    }

    @Test
    void failingChannelIsLeftForALaterRoundAfterItsFirstFailure() {
        var refusing = new Refusing();
        var outbox = outbox(refusing);
        outbox.put(digest("Acme", "not confirmed"), NOW);
        outbox.put(digest("Zenith", "not confirmed"), NOW);

        assertThat(deliver(outbox, NOW).failures()).containsExactly("webhook: answered 503");
        assertThat(refusing.ids).hasSize(1);
    }

    @Test
    void nothingIsPutInTheOutboxWhereNoChannelIsSetUp() {
        var none = new MailSettings(
                Optional.empty(), 25, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var outbox = outbox(new MailChannel(none, SocketFactory.getDefault()));

        outbox.put(digest("Acme", "not confirmed"), NOW);

        assertThat(db.sql("select count(*) from outbox").query(Long.class).single())
                .isZero();
    }

    /** A channel whose other side never takes anything. */
    private static final class Refusing implements Channel {

        private final List<UUID> ids = new ArrayList<>();

        @Override
        public String name() {
            return "webhook";
        }

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public SendResult send(UUID id, Digest digest) {
            ids.add(id);
            return new SendResult.NotSent("answered 503");
        }
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

    private Outbox outbox(Channel channel) {
        return new Outbox(db, JsonMapper.shared(), List.of(channel));
    }

    private DeliveryReport deliver(Outbox outbox, Instant now) {
        return new Delivery(outbox, new TransactionTemplate(new JdbcTransactionManager(database))).deliverDue(now);
    }

    private static Digest digest(String company, String detail) {
        var alert = new Alert(1, Finding.STALE, "citation:1", Optional.of(company), detail, NOW);
        return Digest.of(NOW, List.of(alert), List.of(), 0);
    }
}
