package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.extract.Extractor;
import org.evidencewatch.extract.Fixture;
import org.evidencewatch.extract.Page;
import org.evidencewatch.extract.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a changed topic means for who cites it, or one post of it. */
class TopicPostsTest {

    private static final String TOPIC = "https://lumen.example/t/refund-after-trial/77";

    @ParameterizedTest
    @CsvSource({
        "refund-topic/before, refund-topic/member-reply, ''",
        "refund-topic/before, refund-topic/staff-reply, post-added",
        "refund-topic/before, refund-topic/edited, number-changed",
        "refund-topic/before, refund-topic/removed, text-removed",
        "solved-topic/before, solved-topic/cited-edited, number-changed",
        "solved-topic/before, solved-topic/other-solution, solution-changed",
        "solved-topic/before, solved-topic/quote-altered, ''",
        "solved-topic/before, solved-topic/closed, topic-closed",
        "solved-topic/before, solved-topic/next-page, ''"
    })
    void tellsEvidenceFromChatter(String before, String after, String code) {
        Verdict verdict = compared(before, after, TOPIC);

        if (code.isEmpty()) {
            assertThat(verdict).isNotInstanceOf(Changed.class);
        } else {
            assertThat(codes(verdict)).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cited-edited, /2, 60, 100",
        "uncited-edited, /2, 1, 10",
        "uncited-edited, /5, 60, 100",
        "uncited-edited, '', 60, 100",
        "other-solution, /2, 40, 60",
        "closed, /2, 5, 20"
    })
    void weighsPostsBesideTheCitedOneLow(String after, String post, int least, int most) {
        Verdict verdict = compared("solved-topic/before", "solved-topic/" + after, TOPIC + post);

        assertThat(((Changed) verdict).severity()).isBetween(least, most);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSwitchBetweenPageAndEndpointIsNoChangeThoughTheEndpointShowsMorePosts(boolean toEndpoint) throws IOException {
        String html = Files.readString(Path.of("fixtures/pages/discourse/solved-topic/next-page.html"));
        String json = Files.readString(Path.of("fixtures/pages/discourse/solved-topic/topic.json"));
        Reading page = read(TOPIC, "text/html", html.substring(0, html.indexOf("<div id='post_5'")));
        Reading endpoint = read(
                "https://lumen.example/t/77.json",
                "application/json",
                json.replace("\"stream\": [", "\"stream\": [906, 907,").replace("\"staff\": false", "\"staff\": true"));

        Verdict verdict = toEndpoint ? compared(page, endpoint) : compared(endpoint, page);

        assertThat(verdict).isInstanceOf(Cosmetic.class);
        assertThat(page.topic().orElseThrow().posts()).hasSize(4);
        assertThat(endpoint.topic().orElseThrow().posts()).hasSize(5);
    }

    private static Verdict compared(Reading before, Reading after) {
        return new ChangeDetector().compare(before, after);
    }

    private static Reading read(String from, String mediaType, String body) {
        return new Extractor()
                .read(new Page(
                        Optional.of(URI.create(TOPIC)),
                        Optional.of(URI.create(from)),
                        200,
                        Map.of("content-type", List.of(mediaType)),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatStaffStatesIsAFactAndWhatMembersSayIsNone() throws IOException {
        String page = Files.readString(Path.of("fixtures/pages/discourse/refund-topic/before.html"));
        Reading ofStaff = read(TOPIC, "text/html", page);
        Reading ofMembers = read(TOPIC, "text/html", page.replace(" (Staff)", ""));
        String edited = page.replace("within 14 days", "within 7 days");

        assertThat(((Changed) compared(ofStaff, read(TOPIC, "text/html", edited))).facts())
                .extracting(change -> change.role().word())
                .containsExactly("refund_window");
        assertThat(((Changed) compared(ofMembers, read(TOPIC, "text/html", edited.replace(" (Staff)", "")))).facts())
                .isEmpty();
    }

    @Test
    void aNewReplyByStaffMayStateAFact() throws IOException {
        String reply = Files.readString(Path.of("fixtures/pages/discourse/refund-topic/staff-reply.html"));
        var changed = (Changed) compared(
                Fixture.read("discourse/refund-topic/before.html", TOPIC),
                read(TOPIC, "text/html", reply.replace("Update: from", "We charge a cancellation fee of $5. From")));

        assertThat(changed.facts())
                .extracting(change -> change.after().orElseThrow().value().text())
                .contains("USD 5");
    }

    @Test
    void aHiddenPostIsToldAsSuch() {
        assertThat(codes(compared("solved-topic/before", "solved-topic/hidden", TOPIC + "/2")))
                .contains("post-hidden");
    }

    @Test
    void showsTheOldSolutionAndTheNew() {
        var changed = (Changed) compared("solved-topic/before", "solved-topic/other-solution", TOPIC);
        Reason reason = changed.reasons().getFirst();

        assertThat(reason.before().orElseThrow()).startsWith("It worked: the form under Billing");
        assertThat(reason.after().orElseThrow()).startsWith("I waited 20 days");
    }

    @Test
    void aTopicBesideAPageThatIsNoneIsComparedAsItIs() {
        Reading before = Fixture.read("discourse/refund-topic/before.html", TOPIC);
        Reading after = Fixture.readHtml("<title>Refund after trial</title><main><h1>Refund after trial</h1><p>"
                + "Yes. We refund a renewal within 7 days when you write to billing.</p></main>");

        assertThat(new ChangeDetector().compare(before, after)).isNotInstanceOf(Cosmetic.class);
    }

    private static List<String> codes(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Changed.class);
        return ((Changed) verdict).reasons().stream().map(Reason::code).toList();
    }

    private static Verdict compared(String before, String after, String url) {
        return new ChangeDetector()
                .compare(
                        Fixture.read("discourse/" + before + ".html", url),
                        Fixture.read("discourse/" + after + ".html", url));
    }
}
