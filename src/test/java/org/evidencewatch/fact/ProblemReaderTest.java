package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.Fixture;
import org.evidencewatch.extract.Post;
import org.evidencewatch.extract.Post.Role;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Topic;
import org.evidencewatch.fact.ProblemStep.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The course of a reported problem over a thread. */
class ProblemReaderTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    private final List<Post> posts = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    @Test
    void followsAProblemThroughAPageOfAForum() {
        ReportedProblem problem = read(Fixture.read("discourse/reported-problem/page.html"));

        assertThat(problem.course())
                .extracting(step ->
                        step.post() + " " + step.said() + " " + step.date().orElseThrow())
                .containsExactly(
                        "1 REPORTED 2026-03-02",
                        "2 REPORTED 2026-03-02",
                        "2 SAID_FIXED_BY_MEMBER 2026-03-02",
                        "3 CONFIRMED 2026-03-03",
                        "4 SAID_FIXED_BY_MEMBER 2026-03-05",
                        "5 FIXED 2026-03-05");
        assertThat(problem.standing())
                .isEqualTo(new ProblemStep(
                        Said.FIXED,
                        5,
                        "lee",
                        Role.STAFF,
                        Optional.of(LocalDate.parse("2026-03-05")),
                        "The fix went live yesterday evening."));
    }

    @Test
    void findsTheRepairThatTheDemosForumTellsOf() throws IOException {
        String answer = Files.readString(Path.of(
                "fixtures/nights/2026-06-10/community.deeplearning.ai/t",
                "unable-to-cancel-my-subscription/885757.http"));

        ProblemStep standing = read(Fixture.readHtml(answer.substring(answer.indexOf("<!DOCTYPE"))))
                .standing();

        assertThat(standing.said()).isEqualTo(Said.FIXED);
        assertThat(standing.date()).contains(LocalDate.parse("2025-12-27"));
        assertThat(standing.by()).isEqualTo("demo-moderator");
    }

    @Test
    void aMemberWhoSaysItIsFixedFixesNothing() {
        post(Role.MEMBER, "The cancel button does not work.");
        post(Role.STAFF, "This is a known issue.");
        post(Role.MEMBER, "It is fixed now, works again for everyone.");

        assertThat(standing().said()).isEqualTo(Said.CONFIRMED);
    }

    @Test
    void aMemberMayNotPassForStaffByQuotingThem() {
        post(Role.MEMBER, "The cancel button does not work.");
        post(Role.MEMBER, "Staff wrote: this was fixed on 1 March.");

        assertThat(standing().said()).isEqualTo(Said.REPORTED);
    }

    @Test
    void theLastWordOfStaffCounts() {
        post(Role.MEMBER, "I cannot cancel my plan.");
        post(Role.STAFF, "The fix went live today.");
        post(Role.MEMBER, "Thank you!");
        post(Role.STAFF, "Sadly it is not fixed after all.");

        assertThat(standing().said()).isEqualTo(Said.REOPENED);
        assertThat(standing().date()).contains(FIRST.plusDays(3));
    }

    @Test
    void whoRepeatsAStateDoesNotMoveItsDay() {
        post(Role.MEMBER, "I cannot cancel my plan.");
        post(Role.STAFF, "This is a known issue.");
        post(Role.STAFF, "Our team is still looking into it.");

        assertThat(standing().date()).contains(FIRST.plusDays(1));
    }

    @Test
    void aRepairInPartIsNone() {
        post(Role.MEMBER, "I cannot cancel my plan.");
        post(Role.STAFF, "It is fixed for monthly plans. For annual plans it is not fixed yet.");

        assertThat(standing().said()).isEqualTo(Said.CONFIRMED);
    }

    @Test
    void whatIsSaidAfterTheRepairOfItsCauseIsNoNews() {
        post(Role.MEMBER, "I cannot cancel my plan.");
        post(Role.STAFF, "We deployed a fix. It was a known issue with the form.");

        assertThat(standing().said()).isEqualTo(Said.FIXED);
    }

    @Test
    void theTitleIsOfWhoOpenedTheTopic() {
        blocks.add(new Block("", "Unable to cancel my plan", "", BlockKind.HEADING, Optional.empty()));
        post(Role.MEMBER, "What should I do?");

        assertThat(standing().quote()).isEqualTo("Unable to cancel my plan");
    }

    @Test
    void postsAreReadInTheOrderOfTheirNumbers() {
        posts.add(new Post(9, "lee", Role.STAFF, true, false));
        posts.add(new Post(4, "mara", Role.MEMBER, false, false));
        say(9, "This is fixed.", BlockKind.PARAGRAPH);
        say(4, "The form shows an error.", BlockKind.PARAGRAPH);

        assertThat(problem().orElseThrow().course())
                .extracting(ProblemStep::said)
                .containsExactly(Said.REPORTED, Said.FIXED);
        assertThat(standing().date()).isEmpty();
    }

    @Test
    void wordsOfOthersAndHiddenPostsSayNothing() {
        posts.add(new Post(1, "lee", Role.STAFF, false, false));
        posts.add(new Post(2, "lee", Role.STAFF, false, true));
        say(1, "There is a bug in the form today.", BlockKind.QUOTE);
        say(1, "There is a bug in the form today.", BlockKind.CODE);
        say(2, "There is a bug in the form today.", BlockKind.PARAGRAPH);

        assertThat(problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You cannot cancel after the renewal. Codes do not work with other offers.",
                "Your price is fixed for 12 months. Our team is working on weekdays.",
                "We are looking into adding a way to pause. It is now available again in spring.",
                "If something goes wrong, contact us."
            })
    void rulesOfTheCompanyAreNoProblem(String rules) {
        post(Role.STAFF, rules);
        post(Role.MEMBER, "Thank you, that helps. When do I get my refund?");

        assertThat(problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "discourse/refund-topic/before.html",
                "discourse/solved-topic/before.html",
                "khoros/thread/page.html",
                "stackexchange/question/page.html"
            })
    void topicsOfRulesTellOfNoProblem(String page) {
        Reading reading = Fixture.read(page);

        assertThat(new ProblemReader().read(reading.blocks(), reading.topic().orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @Timeout(120)
    @ValueSource(
            strings = {
                "fixed ",
                "not yet fixed, ",
                "is not ",
                "27 December ",
                "2 2 2. ",
                "on Monday reported ",
                "the the same problem is back since the fix of yesterday "
            })
    void hostileWordsAreReadInBoundedTime(String repeated) {
        post(Role.MEMBER, repeated.repeat(500_000 / repeated.length()));
        post(Role.STAFF, repeated.repeat(500_000 / repeated.length()));

        assertThat(problem().map(problem -> problem.course().size()).orElse(0)).isLessThan(10);
        assertThat(problem().stream().flatMap(problem -> problem.course().stream()))
                .allSatisfy(step -> assertThat(step.quote()).hasSizeLessThan(300));
    }

    private ProblemStep standing() {
        return problem().orElseThrow().standing();
    }

    private Optional<ReportedProblem> problem() {
        return new ProblemReader().read(blocks, new Topic(posts, Optional.empty(), List.of()));
    }

    private static ReportedProblem read(Reading reading) {
        return new ProblemReader()
                .read(reading.blocks(), reading.topic().orElseThrow())
                .orElseThrow();
    }

    private void post(Role role, String text) {
        int number = posts.size() + 1;
        posts.add(new Post(number, role.name(), role, false, false, Optional.of(FIRST.plusDays(number - 1L))));
        say(number, text, BlockKind.PARAGRAPH);
    }

    private void say(long post, String text, BlockKind kind) {
        blocks.add(new Block("", text, text, kind, Optional.of(post)));
    }
}
