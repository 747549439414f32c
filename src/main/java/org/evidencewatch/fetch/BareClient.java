package org.evidencewatch.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;

/**
 * The least that asking for a page can be: one GET on a kept connection, without robots.txt, turns, deadlines, limits
 * and redirects. It is there to be measured beside the fetcher. So that it can never stand in for the fetcher and its
 * gate, it dials addresses of 127.0.0.0/8 and nothing else. Safe for use by many threads.
 */
public final class BareClient implements AutoCloseable {

    private static final Network LOOPBACK = Network.parse("127.0.0.0/8");

    /** Idle connections are kept for the hosts whose turn comes again, as the fetcher does. */
    private static final int KEPT_PER_REQUEST = 4;

    private final CloseableHttpClient client;

    /**
     * What came back.
     *
     * @param body as transferred
     * @param gzip whether the body is packed so
     */
    public record Answer(int status, byte[] body, boolean gzip, Optional<Validators> validators) {}

    /** A client for so many requests at a time. */
    public BareClient(int requests) {
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(KEPT_PER_REQUEST * requests)
                        .setMaxConnPerRoute(requests)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    /**
     * Asks for a page, conditionally where there are validators.
     *
     * @throws IllegalArgumentException when the host is no address of 127.0.0.0/8
     */
    public Answer get(URI url, Optional<Validators> validators) throws IOException {
        if (url.getHost() == null
                || Address.parse(url.getHost()).filter(LOOPBACK::contains).isEmpty()) {
            throw new IllegalArgumentException(url + " is not on an address of 127.0.0.0/8");
        }
        var get = new HttpGet(url);
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        validators.flatMap(Validators::etag).ifPresent(etag -> get.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        validators
                .flatMap(Validators::lastModified)
                .ifPresent(date -> get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        return client.execute(get, BareClient::answer);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        return new Answer(
                response.getCode(),
                response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity()),
                header(response, HttpHeaders.CONTENT_ENCODING)
                        .filter("gzip"::equals)
                        .isPresent(),
                Validators.of(header(response, HttpHeaders.ETAG), header(response, HttpHeaders.LAST_MODIFIED)));
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }
}
