package org.evidencewatch.snapshot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ArchivedHeadTest {

    @Test
    void whatSpeaksOfTheTransferIsRenamedAndTheLengthIsThatOfTheContent() {
        assertThat(head(
                        200,
                        Map.of(
                                "content-encoding", List.of("gzip"),
                                "transfer-encoding", List.of("chunked"),
                                "content-length", List.of("17"),
                                "etag", List.of("\"1\"")),
                        OptionalLong.of(42)))
                .isEqualTo("""
                        HTTP/1.1 200\s
                        X-Archive-Orig-content-encoding: gzip
                        X-Archive-Orig-content-length: 17
                        etag: "1"
                        X-Archive-Orig-transfer-encoding: chunked
                        Content-Length: 42

                        """);
    }

    @Test
    void notModifiedHasNoLength() {
        assertThat(head(304, Map.of("content-length", List.of("17")), OptionalLong.empty()))
                .isEqualTo("HTTP/1.1 304 \nX-Archive-Orig-content-length: 17\n\n");
    }

    @Test
    void valuesOfCookiesAndWhateverAuthorisesAreLeftOutAndThatIsSaid() {
        assertThat(head(
                        200,
                        Map.of(
                                "set-cookie", List.of("xf_session=SECRET; Path=/", "SECRET"),
                                "authorization", List.of("Basic SECRET"),
                                "proxy-authentication-info", List.of("SECRET")),
                        OptionalLong.of(0)))
                .doesNotContain("SECRET")
                .contains("set-cookie: xf_session=\nset-cookie: \n")
                .contains("X-Archive-Redacted: authorization, proxy-authentication-info, set-cookie\n");
    }

    @Test
    void noValueAndNoNameBringsALineOfItsOwn() {
        assertThat(head(
                        200,
                        Map.of(
                                "x-a", List.of("one\r\nSet-Cookie: two\0\u0085\u2028three"),
                                "x b: c\r\nx-d", List.of("four"),
                                "x-e", List.of("\u20ac\u00e9")),
                        OptionalLong.of(0)))
                .isEqualTo("""
                        HTTP/1.1 200\s
                        x-a: one  Set-Cookie: two   three
                        x-e: ?\u00e9
                        Content-Length: 0
                        X-Archive-Redacted: unreadable-name

                        """);
    }

    private static String head(int status, Map<String, List<String>> headers, OptionalLong length) {
        String head = new String(ArchivedHead.of(status, headers, length), ISO_8859_1);
        assertThat(head.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        return head.replace("\r\n", "\n");
    }
}
