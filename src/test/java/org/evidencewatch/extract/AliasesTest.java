package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evidencewatch.citation.Alias;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which other addresses are those of the same page. */
class AliasesTest {

    private static final String TOPIC = Fixture.source("discourse/solved-topic/before.html");

    @ParameterizedTest
    @CsvSource({
        "https://lumen.example/t/refund/77, https://lumen.example/t/refund-after-trial/77, SLUG",
        "https://lumen.example/t/77, https://lumen.example/t/refund-after-trial/77, SLUG",
        "https://lumen.example/t/refund/77/4, https://lumen.example/t/refund-after-trial/77/4, SLUG",
        "http://lumen.example/t/refund/77, https://www.lumen.example/t/refund/77/, REDIRECT",
        "https://lumen.example/t/refund/77, https://lumen.example/t/refund/77?utm_source=x,",
        "https://lumen.example/t/refund/77, https://lumen.example/t/refund/77,",
        "https://lumen.example/t/refund/77/4, https://lumen.example/t/refund-after-trial/77,",
        "https://lumen.example/t/refund/77, https://lumen.example/t/refund-after-trial/77?page=2,",
        "https://lumen.example/t/refund/77, https://talk.lumen.example/t/refund/77,",
        "https://lumen.example/en/t/refund/77, https://lumen.example/de/t/refund/77,"
    })
    void readsAPageAtANewAddressAndTellsTheAddress(String cited, String effective, Alias.Kind kind) {
        Reading reading = read(cited, effective, TOPIC);

        if (kind != null) {
            assertThat(reading.state()).isEqualTo(PageState.OK);
        }
        assertThat(reading.aliases())
                .isEqualTo(kind == null ? List.of() : List.of(new Alias(kind, URI.create(effective))));
    }

    @ParameterizedTest
    @CsvSource({
        "https://lumen.example/t/refund/77, /t/refund-after-trial/77, https://lumen.example/t/refund-after-trial/77",
        "http://lumen.example/t/refund/77, https://lumen.example/t/refund/77, https://lumen.example/t/refund/77",
        "https://lumen.example/t/refund/77/4, /t/refund-after-trial/77,",
        "https://lumen.example/t/refund/77, https://lumen.example/,",
        "https://lumen.example/t/refund/77, https://lumen.example/t/refund/77,",
        "https://lumen.example/t/refund/77, javascript:alert(1),",
        "https://lumen.example/t/refund/77, 'https://user:word@lumen.example/t/x/77',"
    })
    void tellsWhatThePageCallsItself(String cited, String canonical, URI alias) {
        Reading reading =
                read(cited, cited, TOPIC.replace("</head>", "<link rel=canonical href=\"" + canonical + "\"></head>"));

        assertThat(reading.aliases())
                .isEqualTo(alias == null ? List.of() : List.of(new Alias(Alias.Kind.CANONICAL, alias)));
    }

    @Test
    void aSlugOfAnUnknownPlatformMayBeAnotherPage() {
        Reading reading = read(
                "https://cedar.example/help/refunds",
                "https://cedar.example/help/money-back",
                "<main><h1>Money back</h1><p>We refund a purchase within 14 days.");

        assertThat(reading.state()).isEqualTo(PageState.MOVED);
        assertThat(reading.aliases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "khoros/thread, https://cedar.example/t5/billing/old/td-p/4711, https://cedar.example/t5/plans/new/td-p/4711",
        "xenforo/thread, https://cedar.example/threads/old.501/, https://cedar.example/threads/new-title.501/",
        "phpbb/topic, https://cedar.example/viewtopic.php?f=2&t=101, https://cedar.example/viewtopic.php?t=101"
    })
    void aNewSlugUnderTheNumberOfAPlatformIsNoMove(String page, String cited, String effective) {
        assertThat(read(cited, effective, Fixture.source(page + "/page.html")).state())
                .isEqualTo(PageState.OK);
    }

    private static Reading read(String cited, String effective, String html) {
        return new Extractor()
                .read(new Page(
                        Optional.of(URI.create(cited)),
                        Optional.of(URI.create(effective)),
                        200,
                        Map.of(),
                        html.getBytes(StandardCharsets.UTF_8)));
    }
}
