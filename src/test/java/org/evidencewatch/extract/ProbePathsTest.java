package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that cannot exist, of the shape of a page's. */
class ProbePathsTest {

    private final ProbePaths paths = new Extractor().probePaths();

    @ParameterizedTest
    @CsvSource({
        "discourse, https://a.example/t/refund-after-trial/77/5, https://a.example/t/zzzz/99999999",
        "discourse, https://a.example/forum/t/77, https://a.example/forum/t/99999999",
        "zendesk, https://a.example/hc/en-us/articles/360001234567-Refunds, https://a.example/hc/en-us/articles/999999999999",
        "helpscout, http://a.example:8080/article/12-refunds, http://a.example:8080/article/99999999",
        "phpbb, https://a.example/viewtopic.php?f=2&t=101, https://a.example/viewtopic.php?f=2&t=99999999",
        "khoros, https://a.example/t5/billing/refund/td-p/4711, https://a.example/t5/billing/refund/td-p/99999999",
        "notion, https://a.example/Refunds-0123456789abcdef0123456789abcdef, https://a.example/Refunds-ffffffffffffffffffffffffffffffff"
    })
    void bearAnotherIdWhereThePlatformHasIds(String platform, URI page, URI probe) {
        assertThat(paths.of(page, Optional.of(platform))).contains(probe);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/help/refunds, https://a.example/help/zzzz-[0-9a-f]{8}",
        "https://a.example/help/refunds/, https://a.example/help/zzzz-[0-9a-f]{8}/",
        "https://a.example/refunds.html, https://a.example/zzzz-[0-9a-f]{8}.html",
        "https://a.example/kb/1234, https://a.example/kb/99999999",
        "https://a.example/kb/1234567890-refunds, https://a.example/kb/9999999999"
    })
    void bearAnotherLastSegmentElsewhere(URI page, String probe) {
        assertThat(paths.of(page, Optional.empty()))
                .hasValueSatisfying(url -> assertThat(url.toString()).matches(probe));
        assertThat(paths.of(page, Optional.of("no-platform"))).isEqualTo(paths.of(page, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/", "https://a.example", "https://a.example/help?article=refunds"})
    void areNotMadeUpForHomePagesAndQueries(URI page) {
        assertThat(paths.of(page, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"shopify, https://a.example/policies/refund-policy, https://a.example/policies/zzzz-[0-9a-f]{8}"})
    void bearAnotherNameWhereThePlatformHasNames(String platform, URI page, String probe) {
        assertThat(paths.of(page, Optional.of(platform)))
                .hasValueSatisfying(url -> assertThat(url.toString()).matches(probe));
    }
}
