package org.evidencewatch.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.HelpCenterPage;
import org.evidencewatch.TestHouse;
import org.evidencewatch.alert.CitationClock;
import org.evidencewatch.alert.Freshness;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.citation.Alias;
import org.evidencewatch.citation.SourceAliases;
import org.evidencewatch.job.ManualCapture.Outcome;
import org.evidencewatch.job.ManualCapture.Outcome.Busy;
import org.evidencewatch.job.ManualCapture.Outcome.Refused;
import org.evidencewatch.job.ManualCapture.Outcome.Taken;
import org.evidencewatch.job.Refresh.Outcome.Completed;
import org.evidencewatch.review.Queued;
import org.evidencewatch.snapshot.Capture.Response;
import org.evidencewatch.snapshot.PastCaptures;
import org.evidencewatch.snapshot.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages that a person brings, beside nights in which we read, or may not read, the same pages. */
@Timeout(120)
class ManualCaptureTest {

    private static final Instant NIGHT = Instant.parse("2026-06-10T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final WireMockServer site = new WireMockServer(wireMockConfig().dynamicPort());
    private TestHouse house;
    private String url;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        site.start();
        url = "http://127.0.0.1:" + site.port() + "/hc/en-us/articles/17-refunds";
        house = TestHouse.open(NIGHT, "EVIDENCE_FETCH_ALLOWED_ADDRESSES=127.0.0.0/8", "EVIDENCE_FETCH_HOST_DELAY=PT0S");
        house.importRecord(Files.writeString(folder.resolve("r.json"), """
                {"name": "Lumora", "slug": "lumora", "claims": [{"dimension": "refund", "statement": "within 30 days"}],
                 "citations": [{"url": "%s"}]}""".formatted(url)));
    }

    @AfterEach
    void close() {
        house.close();
        site.stop();
    }

    private void disallowed() {
        site.stubFor(get(urlEqualTo("/robots.txt"))
                .willReturn(
                        aResponse().withHeader("Content-Type", "text/plain").withBody("User-agent: *\nDisallow: /")));
    }

    private void served(String words) {
        site.stubFor(get(urlEqualTo("/robots.txt")).willReturn(status(404)));
        site.stubFor(get(urlEqualTo(URI.create(url).getPath()))
                .willReturn(aResponse().withHeader("Content-Type", "text/html").withBody(words)));
    }

    private static String refunds(String window) {
        return HelpCenterPage.html("Lumora has three plans", window, 1);
    }

    private ManualPage page(String body, Instant seenAt) {
        return new ManualPage(url, body.getBytes(UTF_8), Optional.empty(), "anna", seenAt, "robots.txt keeps us out");
    }

    private Instant now() {
        return house.get(java.time.Clock.class).instant();
    }

    private Outcome bring(String body) {
        return house.get(ManualCapture.class).take(page(body, now()));
    }

    private Taken taken(String body) {
        return (Taken) bring(body);
    }

    private static String because(Outcome outcome) {
        return ((Refused) outcome).because();
    }

    private RefreshReport night() {
        return ((Completed) house.get(Refresh.class).refresh(RefreshRequest.NIGHTLY, Progress.NONE)).report();
    }

    private CitationClock clock() {
        return house.get(Freshness.class).citations().getFirst();
    }

    private List<String> rows(String sql) {
        return house.get(JdbcClient.class)
                .sql(sql)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void everythingHolds() {
        assertThat(house.get(Verification.class).checks()).allMatch(Verification.Check::ok);
    }

    @Test
    void aPageThatRobotsKeepFromUsIsStoredAndJudgedAsItWasSeen() {
        disallowed();
        assertThat(night().disallowed()).isEqualTo(1);
        house.pass(HALF_AN_HOUR);

        var taken = taken(refunds("within 30 days"));

        assertThat(taken.finding().verdict()).isEqualTo("first-seen");
        assertThat(taken.capture().signed())
                .contains(new org.evidencewatch.snapshot.Captures.Signed("anna", "robots.txt keeps us out"));
        assertThat(rows("""
                        select kind || ' ' || purpose || ' ' || outcome || ' ' || good || ' ' || status || ' ' || headers
                        || ' ' || signed_by || ' ' || (seen_at = '2026-06-10T02:30:00Z') from capture
                        where purpose = 'manual'""")).containsExactly("response manual OK true 200 {} anna true");
        assertThat(
                        rows(
                                "select job || ' ' || state || ' ' || (parameters ->> 'why') from run order by id desc limit 1"))
                .containsExactly("manual-capture completed robots.txt keeps us out");
        var again = (Response) house.get(PastCaptures.class).of(taken.capture().id());
        assertThat(again.attempt().signedBy()).contains("anna");
        assertThat(again.attempt().purpose()).isEqualTo(Purpose.MANUAL);
        everythingHolds();
    }

    @Test
    void weStillSayThatWeCannotReadItAndTryAgainAsIfNobodyHadBroughtIt() {
        disallowed();
        night();
        house.pass(HALF_AN_HOUR);
        taken(refunds("within 30 days"));

        assertThat(clock().lastConfirmed()).contains(NIGHT.plus(HALF_AN_HOUR));
        assertThat(clock().lastAttempt().orElseThrow().outcome()).isEqualTo("ROBOTS_DENIED");
        assertThat(Unreadable.of(house.get(Freshness.class).citations()))
                .singleElement()
                .extracting(Unreadable::since)
                .isEqualTo(NIGHT);

        house.pass(DAY);
        var next = night();
        assertThat(next.sources()).isEqualTo(1);
        assertThat(next.cannotRead())
                .singleElement()
                .extracting(RefreshReport.CannotRead::since)
                .isEqualTo(NIGHT);
        house.pass(DAY.multipliedBy(3));
        night();
        taken(refunds("within 30 days"));
        house.pass(DAY);
        assertThat(night().sources())
                .as("every second night, for it has failed for days")
                .isZero();
        everythingHolds();
    }

    @Test
    void twoCapturesThatFarApartByWhenTheyWereSeenAgreeOnAChange() {
        disallowed();
        night();
        taken(refunds("within 30 days"));
        house.pass(DAY);

        var first = taken(refunds("within 14 days"));
        assertThat(first.finding().verdict()).isEqualTo("changed");
        assertThat(first.queued()).isEmpty();
        var seen = now();
        house.pass(DAY);
        var soon = house.get(ManualCapture.class)
                .take(page(refunds("within 14 days"), seen.plus(HALF_AN_HOUR).minusSeconds(1)));
        assertThat(((Taken) soon).queued()).isEmpty();
        var later = house.get(ManualCapture.class).take(page(refunds("within 14 days"), seen.plus(HALF_AN_HOUR)));

        assertThat(((Taken) later).queued())
                .singleElement()
                .extracting(Queued::company)
                .isEqualTo("lumora");
        assertThat(rows("select state from change_state")).containsExactly("open");
        everythingHolds();
    }

    @Test
    void aChangeThatAPersonBroughtIsNotAskedForAgainWhereWeCannotRead() {
        disallowed();
        night();
        taken(refunds("within 30 days"));
        house.pass(DAY);
        taken(refunds("within 14 days"));
        house.pass(DAY);

        house.get(Refresh.class).confirm(Progress.NONE);

        assertThat(rows("select 1 from visit where purpose = 'confirm'")).isEmpty();
        site.verify(0, getRequestedFor(urlEqualTo(URI.create(url).getPath())));
    }

    @Test
    void ourOwnReadAgreesWithWhatAPersonSaw() {
        served(refunds("within 30 days"));
        night();
        house.pass(Duration.ofHours(2));
        assertThat(taken(refunds("within 14 days")).finding().verdict()).isEqualTo("changed");
        served(refunds("within 14 days"));
        house.pass(HALF_AN_HOUR);

        var confirmed = (Completed) house.get(Refresh.class).confirm(Progress.NONE);

        assertThat(confirmed.report().queued())
                .singleElement()
                .extracting(RefreshReport.Queued::company)
                .isEqualTo("lumora");
        assertThat(rows("select purpose || ' ' || kind || ' ' || coalesce(profile, '-') from capture order by id"))
                .containsExactly("refresh response -", "manual response -", "confirm revisit identical-payload-digest");
        everythingHolds();
    }

    @Test
    void whatAPersonBroughtTwiceIsSignedForTwice() {
        disallowed();
        night();
        taken(refunds("within 30 days"));
        house.pass(DAY);

        assertThat(taken(refunds("within 30 days")).finding().verdict()).isEqualTo("unchanged");

        assertThat(rows("select kind from capture where purpose = 'manual'")).containsExactly("response", "response");
        assertThat(rows("select digest from snapshot")).hasSize(1);
        everythingHolds();
    }

    @Test
    void aPageThatIsNotThePageIsOnRecordAndChangesNothing() {
        disallowed();
        night();
        taken(refunds("within 30 days"));
        house.pass(DAY);

        var blocked = taken("<html><head><title>Just a moment...</title></head><body><div id='challenge-form'>"
                + "Checking your browser before accessing the site.</div></body></html>");

        assertThat(blocked.capture().outcome()).isNotEqualTo("OK");
        assertThat(rows("select id from change")).isEmpty();
        assertThat(rows("select capture_id from current_baseline")).hasSize(1);
        everythingHolds();
    }

    @Test
    void plainTextIsReadAsSuchByItsTypeAlsoWhenItIsReadAgain() {
        disallowed();
        night();
        var text = new ManualPage(
                url,
                "Refunds\n\nYou can ask for your money back within 30 days of your first payment, for any reason. <b>"
                        .getBytes(UTF_8),
                Optional.of("text/plain; charset=utf-8"),
                "anna",
                now(),
                "the site blocks us");

        assertThat(house.get(ManualCapture.class).take(text))
                .isInstanceOfSatisfying(
                        Taken.class,
                        taken -> assertThat(taken.capture().outcome()).isEqualTo("OK"));
        assertThat(rows("select headers ->> 'content-type' from capture where purpose = 'manual'"))
                .containsExactly("[\"text/plain; charset=utf-8\"]");
    }

    @Test
    void anAliasOfACitedPageWillDo() {
        disallowed();
        long source = Long.parseLong(rows("select id from source").getFirst());
        var alias = URI.create(url + "-and-returns");
        house.get(SourceAliases.class)
                .record(List.of(new SourceAliases.Seen(source, new Alias(Alias.Kind.SLUG, alias), NIGHT)));
        var page = new ManualPage(
                alias + "#x", refunds("within 30 days").getBytes(UTF_8), Optional.empty(), "anna", now(), "blocked");

        assertThat(house.get(ManualCapture.class).take(page)).isInstanceOf(Taken.class);
    }

    @Test
    void refusesWhatCannotHaveBeenSeenOrIsNoCitedPage() {
        served(refunds("within 30 days"));
        night();
        var captures = house.get(ManualCapture.class);
        String body = refunds("within 14 days");

        assertThat(because(captures.take(page(body, NIGHT.plusSeconds(1))))).contains("yet to come");
        assertThat(because(captures.take(page(body, NIGHT.minusSeconds(1)))))
                .isEqualTo("the page was read well at 2026-06-10T02:00:00Z, after this was seen");
        assertThat(because(captures.take(page("", NIGHT)))).isEqualTo("the file is empty");
        assertThat(because(captures.take(page("x".repeat(16 * 1024 * 1024 + 1), NIGHT))))
                .contains("larger than the 16 MB");
        var image = new ManualPage(url, new byte[] {1}, Optional.of("image/png"), "anna", NIGHT, "why");
        assertThat(because(captures.take(image))).contains("the content type is none of application/pdf");
        var unsigned = new ManualPage(url, new byte[] {1}, Optional.empty(), " ", NIGHT, "why");
        assertThat(because(captures.take(unsigned))).contains("name of the reviewer is missing");
        var elsewhere = new ManualPage(url + "/x", new byte[] {1}, Optional.empty(), "anna", NIGHT, "why");
        assertThat(because(captures.take(elsewhere))).startsWith("no record cites ");
        assertThat(rows("select id from run where job = 'manual-capture'")).isEmpty();
    }

    @Test
    void waitsForNoRunThatReadsNow() {
        disallowed();

        var outcome = house.get(HeldLeases.class).hold(HeldLeases.READING, lease -> bring(refunds("within 30 days")));

        assertThat(outcome.orElseThrow()).isInstanceOf(Busy.class);
        assertThat(rows("select id from run")).isEmpty();
    }
}
