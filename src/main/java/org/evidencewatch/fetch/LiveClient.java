package org.evidencewatch.fetch;

import java.util.List;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Assembles the HTTP client: all that it would do by itself is off. */
final class LiveClient {

    /** An idle connection is looked at before it is used again: the server may have closed it meanwhile. */
    private static final TimeValue TRUSTED_IDLE = TimeValue.ofMilliseconds(500);

    private static final TimeValue KEPT_IDLE = TimeValue.ofSeconds(30);

    /** One request is in flight per host; a second connection may still be closing. */
    private static final int CONNECTIONS_PER_HOST = 4;

    /** Idle connections are kept for the hosts whose turn comes again: more of them than requests in flight. */
    private static final int CONNECTIONS = 512;

    private LiveClient() {}

    static CloseableHttpClient assemble(FetchSettings settings, GatedResolver resolver) {
        return HttpClients.custom()
                .setConnectionManager(connections(settings, resolver))
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(
                                Timeout.of(settings.limits().total()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(settings.userAgent())
                .setDefaultHeaders(List.of(
                        new BasicHeader(HttpHeaders.ACCEPT, "text/html, application/xhtml+xml, */*;q=0.5"),
                        new BasicHeader(HttpHeaders.ACCEPT_LANGUAGE, "en, *;q=0.5")))
                .evictIdleConnections(KEPT_IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(FetchSettings settings, GatedResolver resolver) {
        FetchLimits limits = settings.limits();
        Http1Config heads = Http1Config.custom()
                .setMaxLineLength((int) limits.headLine().toBytes())
                .setMaxHeaderCount(limits.headLines())
                .build();
        return PunctualDialling.connections(resolver.sockets(settings.ownPorts()))
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(heads)
                        .responseParserFactory(new HeadBounds(heads))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.silence()))
                        .setValidateAfterInactivity(TRUSTED_IDLE)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(limits.connect()))
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .build();
    }
}
