package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a page that moved may be now. */
class MovesTest {

    private static final URI CITED = URI.create("https://cedar.example/help/refunds");
    private static final String TEXT = "<main><h1>Cedar</h1><p>We refund a purchase within 14 days of the purchase.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta http-equiv=refresh content='0; url=/help/money-back?utm_source=x'> | https://cedar.example/help/money-back",
                "<meta http-equiv=refresh content='0; url=money-back#top'> | https://cedar.example/help/money-back",
                "<base href='https://docs.cedar.example/en/'><meta http-equiv=refresh content='0; url=back'> | https://docs.cedar.example/en/back",
                "<meta http-equiv=refresh content='0; url=mailto:help@cedar.example'> | ",
                "<meta http-equiv=refresh content='0; url=https://a b/'> | ",
                "<script>location.href='/help/back'</script> | https://cedar.example/help/back",
                "<script>location.replace('//docs.cedar.example/back')</script> | https://docs.cedar.example/back"
            })
    void isWhereThePageSendsItsReaders(String head, URI candidate) {
        assertMoved(read(CITED, CITED, List.of(), "<head>" + head + "</head><body>"), candidate);
    }

    @Test
    void isWhatAnotherArticleCallsItself() {
        var article = URI.create("https://cedar.example/en/articles/12-refunds");
        String html = "<head><link rel=canonical href='/en/articles/99-sora?utm_medium=y'></head>" + TEXT;

        assertMoved(read(article, article, List.of(), html), URI.create("https://cedar.example/en/articles/99-sora"));
    }

    @ParameterizedTest
    @CsvSource({
        "301, https://cedar.example/help/money-back, redirected-path",
        "308, https://cedar.example/help/money-back, redirected-path",
        "302, https://cedar.example/help/money-back, redirected-for-now",
        "303, https://cedar.example/help/money-back, redirected-for-now",
        "307, https://cedar.example/help/money-back, redirected-for-now",
        "302, https://cedar.example/help/, redirected-section",
        "302, https://cedar.example/, redirected-home"
    })
    void isWhereARedirectLedAndTheCodeTellsWhetherItLasts(int status, URI to, String code) {
        Reading reading = read(CITED, to, List.of(301, status), TEXT);

        assertMoved(reading, to);
        assertThat(reading.stateReasons()).extracting(StateReason::code).containsExactly(code);
    }

    @Test
    void isWhatARedirectNamesThatWasNotFollowed() {
        var page = new Page(
                Optional.of(CITED),
                Optional.of(CITED),
                301,
                Map.of("location", List.of("/help/money-back")),
                TEXT.getBytes(StandardCharsets.UTF_8));

        assertMoved(new Extractor().read(page), URI.create("https://cedar.example/help/money-back"));
    }

    private static void assertMoved(Reading reading, URI candidate) {
        assertThat(reading.state()).isEqualTo(PageState.MOVED);
        assertThat(reading.candidate()).isEqualTo(Optional.ofNullable(candidate));
    }

    private static Reading read(URI cited, URI effective, List<Integer> hops, String html) {
        return new Extractor()
                .read(new Page(
                        Optional.of(cited),
                        Optional.of(effective),
                        200,
                        Map.of(),
                        html.getBytes(StandardCharsets.UTF_8),
                        hops));
    }
}
