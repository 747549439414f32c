package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told of a page that reads well all the same. */
class NoticesTest {

    private static final String TEXT =
            "<main><h1>Refunds</h1><p>We pay back within 14 days of your first payment, whatever"
                    + " your reason is, to the card that you paid with.</p></main>";

    @ParameterizedTest
    @CsvSource({
        "https://help.example/a, https://help.example/a, false",
        "https://help.example/a, http://help.example/a, true",
        "http://help.example/a, http://help.example/a, false",
        "http://help.example/a, https://help.example/a, false"
    })
    void f23ThatAnybodyOnTheWayCouldHaveWrittenIt(URI cited, URI effective, boolean downgraded) {
        Reading reading = read(Optional.of(cited), Optional.of(effective), "<html><body>" + TEXT + "</body></html>");
        assertThat(reading.good()).isTrue();
        assertThat(reading.notices().stream().map(StateReason::code).anyMatch("tls-downgrade"::equals))
                .isEqualTo(downgraded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body>%s</body></html> | false",
                "<html><body>%s</BODY > | false",
                "<HTML><body>%s</html> | false",
                "<!doctype html><html lang=en><body>%s | true",
                "<body class=x>%s | true",
                "%s | false"
            })
    void thatThePageDoesNotCloseItsBody(String frame, boolean unclosed) {
        Reading reading = read(Optional.empty(), Optional.empty(), frame.formatted(TEXT));
        assertThat(reading.unclosed()).isEqualTo(unclosed);
        assertThat(reading.text()).contains("We pay back within 14 days");
    }

    @Test
    void nothingOfAPageWithoutFault() {
        URI url = URI.create("https://help.example/a");
        assertThat(read(Optional.of(url), Optional.of(url), "<html><body>" + TEXT + "</body></html>")
                        .notices())
                .isEmpty();
    }

    private static Reading read(Optional<URI> cited, Optional<URI> effective, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return new Extractor().read(new Page(cited, effective, 200, Map.of(), body));
    }
}
