package org.evidencewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.evidencewatch.company.Sha256;
import org.evidencewatch.fetch.Deliveries;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Network;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks as the Standard Webhooks specification has them, at a receiver that behaves in every way. */
@Timeout(120)
class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-06-28T06:00:00Z");
    private static final String OLD = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    private static final String NEW = "whsec_bmV3ZXIgMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    private final Deliveries deliveries = new Deliveries(FetchSettings.DEFAULTS, List.of(Network.parse("127.0.0.0/8")));
    private Receiver receiver = new Receiver();
    private DataSource database;
    private AlertRoom.Time time;
    private int alerts;

    @TempDir
    Path files;

    @BeforeEach
    void setUp() {
        database = TestDatabase.fresh();
        time = new AlertRoom.Time(NOW);
    }

    @AfterEach
    void stop() {
        receiver.close();
        deliveries.close();
    }

    @Test
    void signatureIsVerifiedByTheLibraryOfTheSpecification() throws Exception {
        var room = room(Clock.systemUTC(), settings(OLD, Optional.empty()));
        alert(room);
        room.delivery.deliverDue();

        var got = receiver.got.getFirst();
        new Webhook(OLD).verify(text(got.body()), headers(got));
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> new Webhook(NEW).verify(text(got.body()), headers(got)));
        assertThatExceptionOfType(WebhookVerificationException.class)
                .isThrownBy(() -> new Webhook(OLD).verify(text(got.body()) + " ", headers(got)));
    }

    @Test
    void signatureIsMadeOfIdTimestampAndBody() throws Exception {
        var room = room(time, settings(OLD, Optional.empty()));
        alert(room);
        time.pass(Duration.ofMinutes(3));
        room.delivery.deliverDue();

        var got = receiver.got.getFirst();
        assertThat(got.header("webhook-timestamp"))
                .isEqualTo(Long.toString(NOW.plusSeconds(180).getEpochSecond()));
        assertThat(got.header("webhook-signature")).isEqualTo(signature(OLD, got));
        assertThat(got.header("content-type")).isEqualTo("application/json");
    }

    @Test
    void whileAKeyRotatesBothKeysSignAndTheFileIsReadAnew() throws Exception {
        Path file = files.resolve("secrets");
        Files.writeString(file, OLD + "\n");
        var room = room(
                time,
                new WebhookSettings(
                        Optional.of(receiver.hook()), Optional.empty(), Optional.of(file), Optional.empty()));
        alert(room);
        room.delivery.deliverDue();
        Files.writeString(file, NEW + "\n" + OLD + "\n");
        alert(room);
        room.delivery.deliverDue();
        Files.delete(file);
        alert(room);

        assertThat(receiver.got.get(0).header("webhook-signature")).isEqualTo(signature(OLD, receiver.got.get(0)));
        assertThat(receiver.got.get(1).header("webhook-signature"))
                .isEqualTo(signature(NEW, receiver.got.get(1)) + " " + signature(OLD, receiver.got.get(1)));
        assertThat(room.delivery.deliverDue().failures())
                .containsExactly("webhook: the file of the webhook's secrets cannot be read");
        assertThat(receiver.got).as("nothing goes out unsigned").hasSize(2);
    }

    @Test
    void receiverThatFailsForTwoDaysAndStartsAgainHasEveryAlertUnderOneIdAndBody() {
        var room = room(time, settings(OLD, Optional.empty()));
        receiver.answers(500);
        for (int hour = 0; hour < 48; hour++) {
            alert(room);
            room.delivery.deliverDue();
            time.pass(Duration.ofHours(1));
        }
        int port = receiver.port();
        var before = List.copyOf(receiver.got);
        receiver.close();
        assertThat(room.delivery.deliverDue().failures()).hasSize(1);
        receiver = new Receiver(port);
        for (int hour = 0; hour < 36; hour++) {
            time.pass(Duration.ofHours(1));
            room.delivery.deliverDue();
        }

        assertThat(room.count("outbox where delivered_at is null")).isZero();
        assertThat(receiver.got.stream().map(Receiver.Got::id))
                .doesNotHaveDuplicates()
                .hasSize(48);
        var all = new ArrayList<>(before);
        all.addAll(receiver.got);
        assertThat(all.stream().map(got -> got.id() + Sha256.of(got.body())).distinct())
                .as("one body for each id")
                .hasSize(48);
        assertThat(room.count("alert where closed_at is null")).isEqualTo(48);
    }

    @Test
    void receiverIsLeftAloneAsLongAsItAsks() {
        var room = room(time, settings(OLD, Optional.empty()));
        receiver.answers(id -> new Receiver.Answer(429, Map.of("Retry-After", "7200")));
        alert(room);
        alert(room);
        room.delivery.deliverDue();
        receiver.answers(200);
        time.pass(Duration.ofMinutes(119));
        assertThat(room.delivery.deliverDue()).isEqualTo(new DeliveryReport(0, List.of()));
        assertThat(receiver.got).as("the other letter waits, too").hasSize(1);

        time.pass(Duration.ofMinutes(1));
        assertThat(room.delivery.deliverDue().delivered()).isEqualTo(2);
    }

    @Test
    void dateInRetryAfterCountsBesideTheServersOwn() {
        var room = room(time, settings(OLD, Optional.empty()));
        var inAnHour = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Clock.systemUTC().instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
        receiver.answers(id -> new Receiver.Answer(503, Map.of("Retry-After", inAnHour)));
        alert(room);
        room.delivery.deliverDue();
        receiver.answers(200);
        time.pass(Duration.ofMinutes(58));
        assertThat(room.delivery.deliverDue().delivered()).isZero();
        time.pass(Duration.ofMinutes(3));
        assertThat(room.delivery.deliverDue().delivered()).isEqualTo(1);
    }

    @Test
    void goneDisablesTheEndpointTellsTheOperatorAndIsEnabledByACommand() {
        var mail = new AlertRoom.Taking("mail");
        var settings = settings(OLD, Optional.empty());
        var room = AlertRoom.on(database, time, settings, channel(settings, time), mail);
        receiver.answers(410);
        alert(room);

        assertThat(room.delivery.deliverDue().failures()).containsExactly("webhook: answered 410");
        assertThat(room.staleness.open()).anySatisfy(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.ENDPOINT_DISABLED);
            assertThat(alert.detail()).contains("answered 410", "./evidence outbox enable webhook");
        });
        assertThat(
                        room.count(
                                "outbox where channel = 'mail' and subject like '%Webhook disabled' and delivered_at is not null"))
                .as("mailed in the same round")
                .isEqualTo(1);
        receiver.answers(200);
        time.pass(Duration.ofDays(5));
        assertThat(room.delivery.deliverDue().delivered()).isZero();
        assertThat(receiver.got).hasSize(1);

        assertThat(room.letters.enable("webhook")).isTrue();
        assertThat(room.staleness.open()).noneMatch(alert -> alert.kind() == Kind.ENDPOINT_DISABLED);
        room.delivery.deliverDue();
        assertThat(room.count("outbox where delivered_at is null")).isZero();
        assertThat(receiver.got.stream()
                        .map(Receiver.Got::id)
                        .filter(receiver.got.getFirst().id()::equals))
                .as("the first letter, again")
                .hasSize(2);
    }

    @Test
    void redirectIsAFailureAndIsNotFollowed() {
        var room = room(time, settings(OLD, Optional.empty()));
        receiver.answers(id -> new Receiver.Answer(301, Map.of("Location", "/elsewhere")));
        alert(room);

        assertThat(room.delivery.deliverDue().failures()).containsExactly("webhook: answered 301");
        assertThat(receiver.got).extracting(Receiver.Got::path).containsExactly("/hook");
    }

    @Test
    void letterThatIsRefusedStandsInNobodysWayAndIsGivenUpAfterThreeDays() {
        var room = room(time, settings(OLD, Optional.empty()));
        alert(room);
        String refused = room.letters.undelivered(1).getFirst().id().toString();
        receiver.answers(id -> Receiver.Answer.of(id.equals(refused) ? 400 : 200));
        var times = new ArrayList<Instant>();
        for (int i = 0; i < 5 * 24 * 12; i++) {
            int before = receiver.got.size();
            room.delivery.deliverDue();
            if (receiver.got.size() > before) {
                times.add(time.instant());
            }
            time.pass(Duration.ofMinutes(5));
        }
        alert(room);
        assertThat(room.delivery.deliverDue().delivered()).isEqualTo(1);

        assertThat(times).hasSize(10);
        assertThat(Duration.between(times.getFirst(), times.getLast()))
                .isBetween(Duration.ofHours(72), Duration.ofHours(92));
        assertThat(room.letters.undelivered(10)).singleElement().satisfies(letter -> {
            assertThat(letter.deadAt()).isPresent();
            assertThat(letter.error()).contains("answered 400");
        });
        assertThat(room.staleness.check(time.instant()).opened())
                .extracting(Alert::kind)
                .contains(Kind.UNDELIVERED);

        receiver.answers(200);
        assertThat(room.letters.retry(Optional.empty())).isEqualTo(2);
        room.delivery.deliverDue();
        assertThat(receiver.got.stream().map(Receiver.Got::id).filter(refused::equals))
                .hasSize(11);
        assertThat(room.staleness.open()).noneMatch(alert -> alert.kind() == Kind.UNDELIVERED);
    }

    @Test
    void waitsGrowAndDifferFromLetterToLetter() {
        var waits = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> Backoff.after(n, new UUID(1, 2)).orElseThrow())
                .toList();
        assertThat(waits).isSorted();
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(75), Duration.ofHours(91));
        assertThat(Backoff.after(10, new UUID(1, 2))).isEmpty();
        assertThat(IntStream.range(0, 100)
                        .mapToObj(n -> Backoff.after(4, new UUID(n, 7)))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void processThatDiesBetweenSendingAndMarkingSendsTheSameAgain() {
        var settings = settings(OLD, Optional.empty());
        var real = channel(settings, time);
        var dying = new Channel() {
            @Override
            public String name() {
                return "webhook";
            }

            @Override
            public Optional<String> address() {
                return real.address();
            }

            @Override
            public SendResult send(Letter letter) {
                real.send(letter);
                throw new OutOfMemoryError("the process is killed here");
            }
        };
        var doomed = AlertRoom.on(database, time, settings, dying);
        alert(doomed);
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(doomed.delivery::deliverDue);

        var other = room(time, settings);
        assertThat(other.delivery.deliverDue().delivered())
                .as("it is in the dead one's hand")
                .isZero();
        other.db
                .sql("update outbox set claimed_until = clock_timestamp() - interval '1 second'")
                .update();
        assertThat(other.delivery.deliverDue().delivered()).isEqualTo(1);

        assertThat(receiver.got).hasSize(2);
        assertThat(receiver.got.stream().map(Receiver.Got::id).distinct()).hasSize(1);
        assertThat(receiver.got.get(0).body()).isEqualTo(receiver.got.get(1).body());
    }

    @Test
    void processesThatDeliverAtOnceSendNoLetterTwice() throws Exception {
        var settings = settings(OLD, Optional.empty());
        var rooms = List.of(room(time, settings), room(time, settings));
        for (int i = 0; i < 40; i++) {
            alert(rooms.get(i % 2));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<DeliveryReport> one = rooms.get(0).delivery::deliverDue;
            Callable<DeliveryReport> two = rooms.get(1).delivery::deliverDue;
            int delivered = 0;
            for (var done : threads.invokeAll(List.of(one, two, one, two))) {
                delivered += done.get().delivered();
            }
            assertThat(delivered).isEqualTo(40);
        }
        assertThat(receiver.got.stream().map(Receiver.Got::id))
                .doesNotHaveDuplicates()
                .hasSize(40);
    }

    @Test
    void templateMakesAMessageForAChatToolAndStrangersCannotCallAnybody() {
        var room = room(time, settings(OLD, Optional.of("{\"text\": \"{{text}}\", \"n\": {{opened}}}")));
        room.staleness.tell(
                Set.of(Kind.RUN_FAILED),
                IntStream.range(0, 60)
                        .mapToObj(n -> Finding.of(
                                Kind.RUN_FAILED, "job:" + n, "\"quoted\" \\ <!channel> @here <https://evil.example|x>"))
                        .toList(),
                NOW);
        room.delivery.deliverDue();

        assertThat(receiver.got).as("people have one message").hasSize(1);
        var body = JsonMapper.shared().readTree(receiver.got.getFirst().body());
        assertThat(body.get("n").asInt()).isEqualTo(60);
        assertThat(body.get("text").asString())
                .contains("60 opened", "\"quoted\" \\ ‹!channel›", "and 40 more")
                .doesNotContain("<", "@here");
    }

    private WebhookSettings settings(String secret, Optional<String> template) {
        return new WebhookSettings(Optional.of(receiver.hook()), Optional.of(secret), Optional.empty(), template);
    }

    private Channel channel(WebhookSettings settings, Clock clock) {
        return new WebhookChannel(settings, new GatedWebhookSender(deliveries), clock);
    }

    private AlertRoom room(Clock clock, WebhookSettings settings) {
        return AlertRoom.on(database, clock, settings, channel(settings, clock));
    }

    /** One alert more than before, hence one letter more. */
    private void alert(AlertRoom room) {
        alerts++;
        room.staleness.tell(
                Set.of(Kind.RUN_FAILED),
                IntStream.rangeClosed(1, alerts)
                        .mapToObj(n -> Finding.of(Kind.RUN_FAILED, "job:" + n, "run " + n + " failed"))
                        .toList(),
                time.instant());
    }

    /** As the specification writes it, by other code than the room's. */
    private static String signature(String secret, Receiver.Got got) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = got.id() + "." + got.header("webhook-timestamp") + "." + text(got.body());
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpHeaders headers(Receiver.Got got) {
        return HttpHeaders.of(got.headers(), (name, value) -> true);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
