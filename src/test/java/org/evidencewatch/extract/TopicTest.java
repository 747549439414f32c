package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Post.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forum pages read by posts. */
class TopicTest {

    private static final String SOLVED = "discourse/solved-topic/";

    @Test
    void readsThePostsOfATopicWithAuthorAndRole() {
        Reading reading = Fixture.read("discourse/refund-topic/before.html");

        assertThat(topic(reading).posts())
                .containsExactly(
                        new Post(1, "mara", Role.MEMBER, false, false), new Post(2, "lee", Role.STAFF, false, false));
        assertThat(reading.blocks())
                .extracting(Block::post)
                .containsExactly(Optional.empty(), Optional.of(1L), Optional.of(2L), Optional.empty());
        assertThat(reading.blocks().getLast().kind()).isEqualTo(BlockKind.QUOTE);
        assertThat(reading.text()).isEqualTo("""
                Refund after trial
                I forgot to cancel the trial. Can I have my money back?
                Yes. We refund a renewal within 14 days when you write to billing.
                Can I have my money back?""");
    }

    @Test
    void readsTheViewForReadersWithoutScripts() {
        Reading reading = Fixture.read("discourse/noscript-view/page.html");

        assertThat(reading.state()).isEqualTo(PageState.OK);
        assertThat(topic(reading).posts()).extracting(Post::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void readsATopicThatStandsInThePageAsDataForScripts() {
        Reading reading = Fixture.read("discourse/scripts-only/page.html");

        assertThat(reading.state()).isEqualTo(PageState.OK);
        assertThat(reading.text())
                .startsWith("Refund after trial\nI forgot to cancel the trial.")
                .contains("We refund a renewal within 14 days");
        assertThat(topic(reading).posts())
                .containsExactly(
                        new Post(1, "mara", Role.MEMBER, false, false),
                        new Post(2, "lee", Role.STAFF, true, false),
                        new Post(4, "tom", Role.MEMBER, false, true));
        assertThat(topic(reading).flags()).containsExactly(TopicFlag.CLOSED);
        assertThat(reading.notices())
                .extracting(StateReason::code)
                .containsExactly("topic-closed", "post-hidden", "more-pages");
    }

    @ParameterizedTest
    @CsvSource({
        "khoros/thread, 4711, mara_k, , 4720, LeeCedar, true, ",
        "phpbb/topic, 101, mara, 2026-05-06, 104, lee, false, ",
        "vbulletin/thread, 901, mara, , 907, lee, false, ",
        "xenforo/thread, 501, mara, 2026-05-05, 509, lee, true, ",
        "invision/topic, 71, mara, 2026-05-05, 75, lee, false, ",
        "vanilla/discussion, 31, mara, 2026-05-05, 77, lee, false, ",
        "stackexchange/question, 1, mara, , 40, lee, true, 2026-05-06",
        "smf/topic, 301, mara, , 305, lee, false, ",
        "forumotion/topic, 7, mara, , 9, lee, false, "
    })
    void readsThePostsOfOtherForums(
            String page,
            long asked,
            String member,
            LocalDate askedOn,
            long answered,
            String staff,
            boolean solved,
            LocalDate answeredOn) {
        assertThat(topic(Fixture.read(page + "/page.html")).posts())
                .containsExactly(
                        new Post(asked, member, Role.MEMBER, false, false, Optional.ofNullable(askedOn)),
                        new Post(answered, staff, Role.STAFF, solved, false, Optional.ofNullable(answeredOn)));
    }

    @Test
    void theDayOfAPostIsNotCompared() {
        Reading dated = Fixture.read(SOLVED + "before.html");
        Reading undated = Fixture.readHtml(
                Fixture.source(SOLVED + "before.html").replaceAll("<span class=\"crawler-post-infos\">.*?</span>", ""));

        assertThat(topic(dated).posts())
                .extracting(post -> post.date().orElseThrow())
                .isSorted()
                .startsWith(LocalDate.parse("2026-05-01"));
        assertThat(topic(undated).posts())
                .allSatisfy(post -> assertThat(post.date()).isEmpty());
        assertThat(dated.comparisonText()).isEqualTo(undated.comparisonText()).doesNotContain("2026");
        assertThat(dated.text()).doesNotContain("May");
    }

    @ParameterizedTest
    @CsvSource({
        "https://lumen.example/t/refund-after-trial/77/4, 4",
        "https://lumen.example/t/77/4, 4",
        "https://lumen.example/t/refund-after-trial/77, ",
        "https://lumen.example/t/77, "
    })
    void knowsThePostThatTheAddressCites(String url, Long cited) {
        assertThat(topic(Fixture.read(SOLVED + "before.html", url)).cited()).isEqualTo(Optional.ofNullable(cited));
    }

    @ParameterizedTest
    @CsvSource({
        "khoros/thread, https://a.example/t5/Billing/Cancel-a-plan/m-p/4720, 4720",
        "khoros/thread, https://a.example/t5/Billing/Cancel-a-plan/td-p/4711, ",
        "xenforo/thread, https://a.example/threads/cancel-a-plan.31/post-509, 509",
        "xenforo/thread, https://a.example/threads/cancel-a-plan.31/page-2#post-509, 509",
        "stackexchange/question, https://a.example/questions/31/cancel-a-plan/40, 40",
        "smf/topic, https://a.example/index.php?topic=31.msg305, 305",
        "phpbb/topic, https://a.example/viewtopic.php?f=2&t=31#p104, 104",
        "vanilla/discussion, https://a.example/discussion/31/cancel#Comment_77, 77"
    })
    void knowsThePostThatTheAddressesOfOtherForumsCite(String page, String url, Long cited) {
        Reading reading = Fixture.read(page + "/page.html", url);

        assertThat(topic(reading).cited()).isEqualTo(Optional.ofNullable(cited));
        assertThat(reading.notices()).extracting(StateReason::code).doesNotContain("cited-post-missing");
    }

    @Test
    void tellsWhatAReaderOfOnePageCannotSee() {
        Reading reading = Fixture.read(SOLVED + "next-page.html", "https://lumen.example/t/refund-after-trial/77/41");

        assertThat(reading.state()).isEqualTo(PageState.OK);
        assertThat(reading.notices()).extracting(StateReason::code).containsExactly("more-pages", "cited-post-missing");
    }

    @Test
    void aShortPostOfTheForumItselfClosesATopic() {
        Reading reading = Fixture.read(SOLVED + "closed.html");

        assertThat(topic(reading).flags()).containsExactly(TopicFlag.CLOSED);
        assertThat(reading.comparisonText()).endsWith("<accepted 4>\n<topic-closed>");
    }

    @Test
    void takesTheSolutionThatThePageStatesForMachines() {
        String html = Fixture.source("discourse/refund-topic/before.html")
                .replace(
                        "</head>",
                        "<script type=application/ld+json>{\"mainEntity\":{\"acceptedAnswer\":{\"text\":\"Yes {\","
                                + "\"url\":\"https://lumen.example/t/refund-after-trial/77/2\"}}}</script></head>");

        assertThat(topic(Fixture.readHtml(html)).posts())
                .filteredOn(Post::accepted)
                .extracting(Post::number)
                .isEqualTo(List.of(2L));
    }

    private static Topic topic(Reading reading) {
        return reading.topic().orElseThrow();
    }
}
