package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePagesTest {

    private static final String DISCOURSE = "<meta name=generator content='Discourse 3'><body class=crawler>";

    static Stream<Named<String>> pages() {
        return Stream.of(
                Named.of("half a million nested divisions", "<div>".repeat(500_000)),
                Named.of("nested paragraphs", "<div><p>".repeat(300_000) + "text"),
                Named.of("nested formatting", "<b><i><a href=x>".repeat(300_000) + "text"),
                Named.of("a table of 130,000 rows", "<table>" + "<tr><td>one<td>2<td>3</tr>".repeat(130_000)),
                Named.of("a word of five million letters", "<p>" + "a".repeat(5_000_000)),
                Named.of("a passage of hexadecimal", "<p>" + "0123456789abcdef-".repeat(250_000)),
                Named.of("a passage of stamps", "<p>" + "Updated ".repeat(600_000)),
                Named.of("a title without end", "<title>" + "page not ".repeat(500_000)),
                Named.of("a heading without end", "<h1>" + "{{ undefined ".repeat(300_000)),
                Named.of("nested posts", DISCOURSE + "<div class=crawler-post><div class=post>a".repeat(100_000)),
                Named.of("posts", DISCOURSE + "<div class=crawler-post><div class=post>a</div></div>".repeat(100_000)),
                Named.of("assets", "<link href=//x.freshworks.com/" + ".freshworks.com/".repeat(300_000) + ">"),
                Named.of(
                        "preloaded",
                        DISCOURSE + "<i id=data-preloaded data-preloaded='" + "[".repeat(2_000_000) + "'>"),
                Named.of("controls", "<p hidden aria-controls='a b'>a</p>".repeat(120_000)),
                Named.of("breaks", "a<br>".repeat(900_000)),
                Named.of("headings", "<h1>a</h1><h2>b</h2>".repeat(200_000)),
                Named.of("spaces", "<p>" + " ".repeat(5_000_000) + "x"),
                Named.of("a line of five million letters", "<p>" + "Refunds within 14 days. ".repeat(210_000)),
                Named.of("a hundred thousand cells", "<table><tr>" + "<td>one</td>".repeat(100_000)),
                Named.of("an attribute of a million letters", "<p class='" + "menu ".repeat(200_000) + "'>text"),
                Named.of("a million entities", "<p>" + "&amp;&eacute;".repeat(500_000)),
                Named.of("entities of no character", "<p>" + "&#xD800;&#0;&none;".repeat(300_000)),
                Named.of("entities escaped twice", "<p>" + "&amp;#233;".repeat(500_000)),
                Named.of("a letter with two million marks", "<p>e" + "\u0301\u0327".repeat(1_000_000)),
                Named.of("apologies", ("<p>" + "sorry, oops! ".repeat(25)).repeat(15_000)),
                Named.of("addresses to go to", "<script>location.href='/a';</script>".repeat(80_000)),
                Named.of("refreshes without end", "<meta http-equiv=refresh content='" + "0;url=".repeat(300_000)));
    }

    static Stream<Named<byte[]>> octets() {
        byte[] random = new byte[3_000_000];
        new Random(20260707).nextBytes(random);
        byte[] broken = new byte[3_000_000];
        Arrays.fill(broken, (byte) 0xC3);
        return Stream.of(
                Named.of("random octets", random),
                Named.of("halves of characters", broken),
                Named.of("nothing but NUL", new byte[5_000_000]));
    }

    @ParameterizedTest
    @MethodSource("octets")
    void readsWhateverOctetsComeWithinBounds(byte[] body) {
        Reading reading = assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> new Extractor().read(Page.ofFile(Optional.empty(), body)));

        assertThat(reading.text()).doesNotContain("\0");
    }

    @Test
    void bringsNoHalfCharactersAndControlsIntoTheText() {
        String html =
                "<main><h1>Plans&#xD800;</h1><p>Cancel &#xDC00;any&#0;&amp;#0;&amp;#xD83D; time &#x1F44D; in your profile,"
                        + " and ask for a refund within 14 days.";
        Reading reading = Fixture.readHtml(html);

        assertThat(reading.text().codePoints())
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        assertThat(reading.text()).contains("time \uD83D\uDC4D in your profile");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readsWithinBounds(String html) {
        // Far above what it takes, so that a busy machine does not fail it; quadratic work takes minutes.
        Reading reading = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> Fixture.readHtml(html));

        assertThat(reading.blocks()).hasSizeLessThanOrEqualTo(20_001);
        assertThat(reading.text().length()).isLessThan(10_000_000);
    }
}
