package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.evidencewatch.change.Anchor.Ambiguous;
import org.evidencewatch.change.Anchor.Exact;
import org.evidencewatch.change.Anchor.InContext;
import org.evidencewatch.change.Anchor.Lost;
import org.evidencewatch.change.Anchor.Normalised;
import org.evidencewatch.change.Anchor.Suggested;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.PageState;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Way;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Quotes are found by a ladder, and never in a look-alike. */
class AnchoringTest {

    private static final String LONG =
            "If you cancel within the first 14 days of an annual plan from Cedar, we refund the"
                    + " whole amount to the card that you paid with, without asking for a reason.";

    @Test
    void findsTheExactWordsAndWhereTheyStand() {
        var anchor = anchor("within 14 days.", "Refunds.", "We refund within 14 days. Ask us.");
        assertThat(anchor).isEqualTo(new Exact(new Place(19, 34, "within 14 days.", "Help")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We don\u2019t refund \u201Cpartial\u201D months | We don't re\u00ADfund \"partial\" months",
                "within 5-10 business days | within 5\u201310 business\u00A0days",
                "You can CANCEL your plan. | you can cancel your plan.",
                "Click Cancel, then Confirm. | Click Cancel then Confirm."
            })
    void findsTheWordsInOtherTypography(String quote, String text) {
        assertThat(anchor(quote, "Start.", text, "End."))
                .isInstanceOfSatisfying(
                        Normalised.class,
                        found -> assertThat(text.startsWith(found.at().words())).isTrue());
    }

    @Test
    void findsWordsAcrossBlocks() {
        assertThat(anchor("Open settings. Choose cancel.", "First:", "Open settings.", "Choose cancel."))
                .isInstanceOfSatisfying(
                        Normalised.class,
                        found -> assertThat(found.at().words()).isEqualTo("Open settings.\nChoose cancel."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 days to cancel | You have 14 days to cancel",
                "000 euros | It costs 1,000 euros",
                "able to cancel | You are unable to cancel",
                "Write to help@cedar.example to cancel. | Write to sales@cedar.example to cancel.",
                "Refunds are available within 14 days. | Refunds are available within 14 days, less a fee of 5 %.",
                "Refunds are available within 14 days. | Unless you live abroad, refunds are available within 14 days."
            })
    void doesNotFindAQuoteThatIsOnlyPartOfSomethingElse(String quote, String text) {
        assertThat(anchor(quote, text).places()).isEmpty();
    }

    @Test
    void tellsRepeatedWordsApartByWhatStandsAround() {
        var text = text("Monthly: refunds take 5 days. Call us.", "Annual: refunds take 5 days. Write to us.");
        assertThat(Anchoring.of(new Quote("refunds take 5 days.", "Annual:", "Write"), text))
                .isInstanceOfSatisfying(InContext.class, found -> {
                    assertThat(found.at().start())
                            .isEqualTo("Monthly: refunds take 5 days. Call us.\nAnnual: ".length());
                    assertThat(found.others()).hasSize(1);
                });
        assertThat(Anchoring.of(new Quote("refunds take 5 days.", "", ""), text))
                .isInstanceOfSatisfying(
                        Ambiguous.class, found -> assertThat(found.places()).hasSize(2));
        assertThat(Anchoring.of(new Quote("refunds take 5 days.", "Weekly", "Fax us"), text))
                .isInstanceOf(Ambiguous.class);
    }

    @Test
    void suggestsARewording() {
        String now = LONG.replace("the whole amount", "the full amount").replace("asking for", "asking you for");
        assertThat(anchor(LONG, "Hello.", now, "Bye.")).isInstanceOfSatisfying(Suggested.class, found -> {
            assertThat(found.at().words()).isEqualTo(now.substring(0, now.length() - 1));
            assertThat(found.likeness()).isBetween(0.9, 0.99);
            assertThat(found.margin()).isGreaterThan(0.5);
        });
    }

    static Stream<String> lookAlikes() {
        return Stream.of(
                LONG.replace("14", "30"),
                LONG.replace("14 days", "fourteen days"),
                LONG.replace("we refund", "we never refund"),
                LONG.replace("we refund", "we don't refund"),
                LONG.replace("without asking", "after asking"),
                LONG.replace("Cedar", "Birch"),
                LONG.replace("from Cedar", "from Cedar Studio"),
                LONG.replace("the whole amount", "50 % of the amount"));
    }

    @ParameterizedTest
    @MethodSource("lookAlikes")
    void suggestsNoSentenceOfOtherNumbersNegationsOrNames(String lookAlike) {
        assertThat(anchor(LONG, "Hello.", lookAlike, "Bye.")).isInstanceOf(Lost.class);
    }

    @Test
    void suggestsNothingWhereTwoPlacesAreAsLike() {
        String one = LONG.replace("the whole amount", "the full amount");
        String other = LONG.replace("the whole amount", "the entire amount");
        assertThat(anchor(LONG, one, other)).isInstanceOf(Lost.class);
    }

    @Test
    void asksMoreOfAShortSentence() {
        assertThat(anchor("You can cancel online.", "You can pay online.")).isInstanceOf(Lost.class);
        assertThat(anchor("Cancel now.", "Cancel today.")).isInstanceOf(Lost.class);
    }

    @Test
    void suggestsNothingThatStoodBesideTheQuoteBefore() {
        String beside = LONG.replace("the whole amount", "the full amount");
        var before = text(LONG, beside);
        var quote = new Quote(LONG, "", "");
        assertThat(Anchoring.after(before, quote, text(beside))).isInstanceOf(Lost.class);
        assertThat(Anchoring.of(quote, text(beside))).isInstanceOf(Suggested.class);
    }

    /** Delete one sentence of a page of look-alikes: no other may pass for it. */
    @Test
    void neverFindsADeletedSentenceOnAPageOfLookAlikes() {
        var random = new Random(20260606);
        for (int round = 0; round < 2_000; round++) {
            var sentences = new ArrayList<String>();
            for (int i = 0; i < 12; i++) {
                sentences.add(sentence(random));
            }
            String deleted = sentences.removeFirst();
            if (!sentences.contains(deleted)) {
                var before = text(
                        Stream.concat(Stream.of(deleted), sentences.stream()).toArray(String[]::new));
                var after = text(sentences.toArray(String[]::new));
                assertThat(Anchoring.after(before, new Quote(deleted, "", ""), after))
                        .as(deleted)
                        .isInstanceOf(Lost.class);
            }
        }
    }

    private static String sentence(Random random) {
        String[] subjects = {"Refunds", "Credits", "Transfers", "Exchanges"};
        String[] verbs = {"are", "are not", "may be", "will never be", "remain"};
        String[] plans = {"annual", "monthly", "Studio", "Team", "trial"};
        return "%s %s available within %d days for %s plans bought %s."
                .formatted(
                        subjects[random.nextInt(subjects.length)],
                        verbs[random.nextInt(verbs.length)],
                        random.nextInt(3) * 7 + 7,
                        plans[random.nextInt(plans.length)],
                        random.nextBoolean() ? "on our site" : "in a store");
    }

    static Stream<Named<String>> longTexts() {
        return Stream.of(
                Named.of("one word", "the ".repeat(1_250_000)),
                Named.of(
                        "the quote but for its end",
                        LONG.substring(0, 150).concat(" ").repeat(33_000)),
                Named.of("the quote", LONG.concat(" ").repeat(32_000)),
                Named.of("letters without a space", "a".repeat(5_000_000)),
                Named.of("ideographs", "\u6c34".repeat(1_700_000)));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void isBoundedOnLongTexts(String text) {
        var quotes = List.of(LONG, "the ".repeat(499), "a".repeat(1_999) + "b", "\u6c34".repeat(1_999) + "\u706b");
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            var searched = text(text);
            for (String quote : quotes) {
                assertThat(Anchoring.after(searched, new Quote(quote, "the", "the"), searched)
                                .places())
                        .hasSizeLessThanOrEqualTo(200);
            }
        });
    }

    private static Anchor anchor(String quote, String... blocks) {
        return Anchoring.of(new Quote(quote, "", ""), text(blocks));
    }

    private static SearchedText text(String... blocks) {
        var all = Arrays.stream(blocks)
                .map(block -> new Block("Help", block, block))
                .toList();
        return SearchedText.of(new Reading("1", "generic", Way.STRUCTURE, PageState.OK, List.of(), "Help", all, 1));
    }
}
