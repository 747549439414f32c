package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that stand in for the cited one are told from pages that write about them. */
class StandInsTest {

    private static final Pattern HEAD =
            Pattern.compile("## ([A-Z]+) (\\S+) (\\[framed\\] )?([^\\n]+)\\n(.+?)(?=\\n## |\\Z)", Pattern.DOTALL);
    private static final Pattern GOOD = Pattern.compile("## ([^\\n]+)\\n(.+?)(?=\\n## |\\Z)", Pattern.DOTALL);

    static Stream<Arguments> standIns() {
        return HEAD.matcher(file("states/stand-ins.txt")).results().flatMap(found -> {
            var bare = Arguments.of(found.group(4), found.group(1), found.group(2), found.group(5));
            var framed =
                    Arguments.of(found.group(4) + ", framed", found.group(1), found.group(2), framed(found.group(5)));
            return found.group(3) == null ? Stream.of(bare) : Stream.of(bare, framed);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("standIns")
    void recognisesAPageThatStandsIn(String name, PageState state, String code, String html) {
        Reading reading = read(html);
        assertThat(reading.stateReasons()).extracting(StateReason::code).containsExactly(code);
        assertThat(reading.state()).isEqualTo(state);
    }

    static Stream<Arguments> good() {
        return GOOD.matcher(file("states/good.txt"))
                .results()
                .flatMap(found -> Stream.of(
                        Arguments.of(found.group(1), found.group(2)),
                        Arguments.of(found.group(1) + ", framed", framed(found.group(2)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void keepsAPageThatWritesAboutThem(String name, String html) {
        Reading reading = read(html);
        assertThat(reading.stateReasons()).isEmpty();
        assertThat(reading.blocks()).isNotEmpty();
    }

    /** The page's body within the navigation and the footer of a site, of some hundred words. */
    private static String framed(String html) {
        String items = IntStream.range(0, 60)
                .mapToObj(i -> "<div class=x%1$d><a href=/n/%1$d>Menu entry number %1$d</a></div>".formatted(i))
                .reduce("", String::concat);
        String body = html.replaceFirst("(<body[^>]*>)", "$1<div class=top><div class=row>" + items + "</div></div>");
        return body.replace("</body>", "<div class=bottom><p>Cedar Software, 1 Example Street</p></div></body>");
    }

    private static Reading read(String html) {
        var url = Optional.of(URI.create("https://www.cedar.example/help/refund-terms"));
        return new Extractor().read(Page.ofFile(url, html.getBytes(StandardCharsets.UTF_8)));
    }

    private static String file(String path) {
        return new String(Fixture.octets(path), StandardCharsets.UTF_8);
    }
}
