package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plain text and Markdown as evidence. */
class PlainTextTest {

    private static Reading read(String mediaType, String text) {
        return read(mediaType, text, Optional.empty());
    }

    private static Reading read(String mediaType, String text, Optional<URI> url) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new Extractor().read(new Page(url, url, 200, Map.of("content-type", List.of(mediaType)), body));
    }

    @Test
    void joinsTheLinesOfAPassage() {
        Reading reading = read("text/plain; charset=utf-8", """
                TERMS OF REFUND

                We refund a purchase within 14 days, in full, to the card
                that you paid with. Annual plans are refunded within 30 days
                of the renewal.

                - Monthly plans: no refund after the first day of a month,
                  whatever the reason is.
                - Gift cards: no refund.
                """);

        assertThat(reading.title()).isEqualTo("TERMS OF REFUND");
        assertThat(reading.blocks())
                .extracting(Block::kind, Block::text)
                .containsExactly(
                        tuple(BlockKind.PARAGRAPH, "TERMS OF REFUND"),
                        tuple(
                                BlockKind.PARAGRAPH,
                                "We refund a purchase within 14 days, in full, to the card that you paid with. Annual plans are"
                                        + " refunded within 30 days of the renewal."),
                        tuple(
                                BlockKind.LIST_ITEM,
                                "- Monthly plans: no refund after the first day of a month, whatever the reason is."),
                        tuple(BlockKind.LIST_ITEM, "- Gift cards: no refund."));
    }

    @Test
    void keepsLinesApartThatNobodyWrapped() {
        assertThat(read("text/plain", "Refunds\n14 days\nNo fee").text()).isEqualTo("Refunds\n14 days\nNo fee");
    }

    @Test
    void readsTheSameWordsWrappedOtherwiseAsTheSameText() {
        String words =
                "We refund a purchase within 14 days, in full, to the card that you paid with, whatever you paid for it.";

        assertThat(read("text/plain", words.replace("full, ", "full,\n").replace("whatever ", "whatever\n"))
                        .comparisonText())
                .isEqualTo(read("text/plain", words.replace("card ", "card\n")).comparisonText());
    }

    @Test
    void readsMarkdownAsThePageThatItBecomes() {
        Reading reading = read("text/markdown", """
                ---
                title: refunds
                ---
                Refunds
                =======

                We **refund** a purchase within _14 days_, see [the terms](https://cedar.example/terms "Terms").
                It is paid to your card.

                ## Annual plans ##
                * Within 30 days of the
                  renewal
                1. Write to us

                > You may cancel at any time.

                | Plan | Fee |
                |------|----:|
                | Monthly | none |

                ```
                cancel --now
                ```
                [terms]: https://cedar.example/terms
                """);

        assertThat(reading.title()).isEqualTo("Refunds");
        assertThat(reading.blocks())
                .extracting(Block::kind, Block::heading, Block::text)
                .containsExactly(
                        tuple(BlockKind.HEADING, "", "Refunds"),
                        tuple(
                                BlockKind.PARAGRAPH,
                                "Refunds",
                                "We refund a purchase within 14 days, see the terms. It is paid to your card."),
                        tuple(BlockKind.HEADING, "Refunds", "Annual plans"),
                        tuple(BlockKind.LIST_ITEM, "Refunds > Annual plans", "Within 30 days of the renewal"),
                        tuple(BlockKind.LIST_ITEM, "Refunds > Annual plans", "Write to us"),
                        tuple(BlockKind.QUOTE, "Refunds > Annual plans", "You may cancel at any time."),
                        tuple(BlockKind.TABLE_ROW, "Refunds > Annual plans", "Plan | Fee"),
                        tuple(BlockKind.TABLE_ROW, "Refunds > Annual plans", "Monthly | none"),
                        tuple(BlockKind.CODE, "Refunds > Annual plans", "cancel --now"));
    }

    @Test
    void readsAFileOfMarkdownThatIsServedAsPlainText() {
        var url = Optional.of(URI.create("https://cedar.example/docs/REFUNDS.md?raw=1"));

        assertThat(read("text/plain", "# Refunds\nWithin 14 days.", url)
                        .blocks()
                        .getFirst()
                        .kind())
                .isEqualTo(BlockKind.HEADING);
    }

    @Test
    void aTextWithoutWordsIsEmptyAndOneOfAnAbsentPageIsGone() {
        assertThat(read("text/plain", " \n--\n").state()).isEqualTo(PageState.EMPTY);
        assertThat(read("text/plain", "404 Not Found\n").state()).isEqualTo(PageState.GONE);
    }

    @Test
    void readsHostileTextWithinBounds() {
        for (String type : List.of("text/plain", "text/markdown")) {
            for (String text : List.of(
                    "[".repeat(500_000),
                    "*".repeat(500_000) + "a",
                    "[a](".repeat(200_000),
                    "<!--".repeat(200_000),
                    "> ".repeat(300_000) + "a",
                    "| ".repeat(300_000),
                    "# a\n".repeat(100_000))) {
                assertThat(read(type, text).blocks()).hasSizeLessThanOrEqualTo(20_001);
            }
        }
    }
}
