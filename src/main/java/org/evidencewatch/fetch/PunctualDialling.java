package org.evidencewatch.fetch;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Dials one vetted address after the other, directly, and no further one once the request's deadline has passed:
 * cancelling alone ends only the attempt that is under way.
 */
final class PunctualDialling extends DefaultHttpClientConnectionOperator {

    private static final String DEADLINE = "org.evidencewatch.fetch.deadline";

    private PunctualDialling(
            GatedSockets sockets, SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
        super(
                (DetachedSocketFactory) proxy -> sockets.createSocket(),
                ports,
                resolver,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.getId(), tls)
                        .build());
    }

    /** Connection managers that dial so. */
    static PoolingHttpClientConnectionManagerBuilder connections(GatedSockets sockets) {
        return new PoolingHttpClientConnectionManagerBuilder() {
            @Override
            protected HttpClientConnectionOperator createConnectionOperator(
                    SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
                return new PunctualDialling(sockets, ports, resolver, tls);
            }
        };
    }

    /** Puts a request under its deadline. */
    static void bind(HttpContext context, Deadlines.Deadline deadline) {
        context.setAttribute(DEADLINE, deadline);
    }

    /** Unchecked, because the only hook before an address is dialled declares no exception. */
    static final class TooLate extends RuntimeException {

        private TooLate() {
            super("the deadline passed before the next address was dialled");
        }
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost endpoint) {
        if (context.getAttribute(DEADLINE) instanceof Deadlines.Deadline deadline && deadline.passed()) {
            throw new TooLate();
        }
    }
}
