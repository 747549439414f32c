package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePagesTest {

    private static final String DISCOURSE = "<meta name=generator content='Discourse 3'><body class=crawler>";

    static Stream<Named<String>> pages() {
        return Stream.of(
                Named.of("a million nested divisions", "<div>".repeat(1_000_000)),
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
                Named.of("spaces", "<p>" + " ".repeat(5_000_000) + "x"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void readsWithinBounds(String html) {
        // Far above what it takes, so that a busy machine does not fail it; quadratic work takes minutes.
        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Fixture.readHtml(html));

        assertThat(reading.blocks()).hasSizeLessThanOrEqualTo(20_001);
        assertThat(reading.text().length()).isLessThan(10_000_000);
    }
}
