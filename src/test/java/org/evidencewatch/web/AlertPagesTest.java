package org.evidencewatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.evidencewatch.review.Accounts;
import org.evidencewatch.review.Role;
import org.evidencewatch.review.Rows;
import org.evidencewatch.review.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The page of the alerts and their feed, as people and programs get them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PagesTest.Rooms.class)
class AlertPagesTest {

    private static final String ATTACK = "<script>alert(1)</script> & \" onload=x ' ]]> <img src=x>";

    @Autowired
    private DataSource database;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private JdbcClient db;
    private Visitor anna;

    @BeforeEach
    void nothingIsOpen() {
        db = JdbcClient.create(database);
        new Rows(database).clear();
        accounts.add("anna", "correct horse", Role.REVIEWER, "test");
        anna = new Visitor(port);
        anna.login("anna", "correct horse");
    }

    @Test
    void whereNothingIsOpenThePageSaysSo() {
        assertThat(anna.get("/alerts").body()).contains("All is well").doesNotContain("Acknowledge");
    }

    @Test
    void alertIsAcknowledgedWithAReason() {
        long id = alert("not confirmed since 2026-06-10");

        assertThat(anna.get("/alerts").body()).contains("Stale evidence", "not confirmed since 2026-06-10", "3 days");
        var answer = anna.post("/alerts", "/alerts/" + id + "/ack", Map.of("why", "we wrote to them"));

        assertThat(location(answer)).endsWith("/alerts?said=ack");
        assertThat(anna.get("/alerts?said=ack").body())
                .contains("Acknowledged", "Nothing new", "Answered, still open", "we wrote to them", "anna");
    }

    @Test
    void alertIsPutOffForDays() {
        long id = alert("not readable");

        anna.post("/alerts", "/alerts/" + id + "/snooze", Map.of("days", "7", "why", "they rebuild"));

        assertThat(db.sql("select until from alert_answer where alert_id = :id")
                        .param("id", id)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        assertThat(anna.get("/alerts").body()).contains("Put off until");
    }

    @Test
    void oneAnswerCanBeGivenToAllOfAKind() {
        for (int n = 0; n < 7; n++) {
            alert("not confirmed, page " + n);
        }
        assertThat(anna.get("/alerts").body()).contains("Answer all 7", "Answer this one", "not confirmed, page 6");

        var silent = anna.post("/alerts", "/alerts/stale-evidence/ack", Map.of("why", " "));
        assertThat(silent.statusCode()).isEqualTo(422);
        var answer = anna.post("/alerts", "/alerts/stale-evidence/snooze", Map.of("days", "3", "why", "holidays"));

        assertThat(location(answer)).endsWith("/alerts?said=snooze");
        assertThat(db.sql("select count(distinct alert_id) from alert_answer where why = 'holidays'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
        assertThat(anna.get("/alerts").body()).contains("Nothing new", "Put off until");
        assertThat(anna.post("/alerts", "/alerts/stale-evidence/ack", Map.of("why", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(anna.post("/alerts", "/alerts/nothing/ack", Map.of("why", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeRecordedIsSaidOnThePage() {
        long id = alert("not readable");

        var silent = anna.post("/alerts", "/alerts/" + id + "/ack", Map.of("why", " "));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("The reason is missing.");
        assertThat(anna.post("/alerts", "/alerts/" + id + "/snooze", Map.of("days", "0", "why", "x"))
                        .statusCode())
                .isEqualTo(422);
        for (String unknown : new String[] {"999999", "x", "99999999999999999999"}) {
            assertThat(anna.post("/alerts", "/alerts/" + unknown + "/ack", Map.of("why", "x"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(answers(id)).isZero();
    }

    @Test
    void nothingIsChangedByAGetOrByAReader() {
        long id = alert("not readable");
        accounts.add("rita", "password of rita", Role.READER, "test");
        var rita = new Visitor(port);
        rita.login("rita", "password of rita");

        assertThat(rita.get("/alerts").body()).contains("not readable").doesNotContain("Acknowledge</button>");
        assertThat(rita.post("/me", "/alerts/" + id + "/ack", Map.of("why", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(anna.get("/alerts/" + id + "/ack?why=x").statusCode()).isIn(404, 405);
        assertThat(anna.send("POST", "/alerts/" + id + "/ack", Map.of("why", "x"))
                        .statusCode())
                .as("without the token of the form")
                .isEqualTo(403);
        assertThat(answers(id)).isZero();
    }

    @Test
    void lettersThatWereNotDeliveredAreShown() {
        db.sql("""
                insert into outbox (id, channel, sort, subject, body, created_at, due_at, attempts, last_error, dead_at)
                values (gen_random_uuid(), 'webhook', 'news', 'Evidence Watch: 1 opened', '{}', now(), now(), 10,
                    'answered 500', now())
                """).update();

        assertThat(anna.get("/alerts").body()).contains("Not delivered", "given up on", "10 attempts", "answered 500");
    }

    @Test
    void feedTellsEachAlertUnderAnIdThatStays() throws Exception {
        alert(ATTACK);
        var open = feed(anna.get("/alerts.atom"));
        String id = text((Element) open.getElementsByTagName("entry").item(0), "id");
        db.sql("update alert set closed_at = :at where closed_at is null")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var closed = feed(anna.get("/alerts.atom"));
        var entry = (Element) closed.getElementsByTagName("entry").item(0);

        assertThat(text(open.getDocumentElement(), "id")).isEqualTo(text(closed.getDocumentElement(), "id"));
        assertThat(id).startsWith("urn:uuid:").isEqualTo(text(entry, "id"));
        assertThat(UUID.fromString(id.substring(9))).isNotNull();
        assertThat(text(entry, "summary")).isEqualTo(ATTACK);
        assertThat(text(entry, "title")).isEqualTo("Closed: Stale evidence");
        assertThat(text(entry, "updated")).isEqualTo(clock.instant().toString());
        assertThat(anna.get("/alerts").body()).contains("&lt;script&gt;").doesNotContain("<img src=x");
    }

    @Test
    void feedIsThereForProgramsWithATokenAndNotForStrangers() {
        String secret = ((Tokens.Issue.Issued) tokens.issue("anna", "feed", Role.READER)).secret();

        var answer = new Visitor(port).program("GET", "/alerts.atom", secret);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(location(new Visitor(port).get("/alerts.atom"))).contains("/login");
        assertThat(location(new Visitor(port).program("GET", "/alerts.atom", "ewt_wrong")))
                .contains("/login");
        assertThat(location(new Visitor(port).program("GET", "/alerts", secret)))
                .as("the token opens no page")
                .contains("/login");
    }

    @Test
    void whoeverHasTheFeedIsToldSo() {
        var token = Program.of(port, Role.READER, "feeds", accounts, tokens);
        alert("not readable");
        String etag = token.get("/alerts.atom").headers().firstValue("etag").orElseThrow();

        assertThat(token.get("/alerts.atom", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        alert("another");
        assertThat(token.get("/alerts.atom", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void freshnessShowsTheObjectives() {
        assertThat(anna.get("/freshness").body())
                .contains("Objectives of freshness", "95.00 % within 14 days", "Burn rate");
    }

    private long alert(String detail) {
        Instant opened = clock.instant().minus(Duration.ofDays(3));
        return db.sql("""
                        insert into alert (kind, subject, detail, opened_at)
                        values ('stale-evidence', 'citation:' || gen_random_uuid(), :detail, :at) returning id
                        """)
                .param("detail", detail)
                .param("at", opened.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private int answers(long alert) {
        return db.sql("select count(*) from alert_answer where alert_id = :id")
                .param("id", alert)
                .query(Integer.class)
                .single();
    }

    private static Document feed(HttpResponse<String> answer) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    }

    private static String text(Element in, String name) {
        return in.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }
}
