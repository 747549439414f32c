package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareClientTest {

    private final BareClient client = new BareClient(1);

    @Test
    void givesTheBodyAsTransferredWithItsValidators() throws IOException {
        try (var server = new RawServer()) {
            server.on("/a", RawServer.ok("ETag: \"1\"\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n", "zip"));

            var answer = client.get(server.at("/a"), Optional.empty());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).asString().isEqualTo("zip");
            assertThat(answer.gzip()).isTrue();
            assertThat(answer.validators().flatMap(Validators::etag)).contains("\"1\"");
        }
    }

    @Test
    void asksConditionallyWhenItHoldsValidators() throws IOException {
        try (var server = new RawServer()) {
            server.on("/a", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");
            var held = Validators.of(Optional.of("\"1\""), Optional.of("Mon, 12 Jan 2026 09:30:00 GMT"));

            assertThat(client.get(server.at("/a"), held).status()).isEqualTo(304);
            assertThat(server.seen().getFirst().head())
                    .contains("If-None-Match: \"1\"", "If-Modified-Since: Mon, 12 Jan 2026 09:30:00 GMT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/",
                "http://10.0.0.1/",
                "http://128.0.0.1/",
                "http://127.1:1/",
                "http://2130706433/",
                "http://[::1]:1/",
                "http://127.0.0.1.example/",
                "mailto:a@127.0.0.1"
            })
    void dialsNothingButAddressesOfTheLoopbackNetwork(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> client.get(URI.create(url), Optional.empty()));
    }
}
