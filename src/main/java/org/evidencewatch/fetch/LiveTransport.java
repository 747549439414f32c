package org.evidencewatch.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/**
 * Asks over the network, with Apache HttpClient on the caller's thread: HTTP/1.1, one connection at a time for each
 * request, no redirects, cookies, credentials, retries, proxies or system properties. An answer that is not read to its
 * end has its connection closed, never drained.
 */
final class LiveTransport implements Transport {

    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();
    private final FetchLimits limits;
    private final GatedResolver resolver;

    LiveTransport(FetchSettings settings, GatedResolver resolver) {
        this.client = LiveClient.assemble(settings, resolver);
        this.limits = settings.limits();
        this.resolver = resolver;
    }

    @Override
    public Optional<InetAddress> whereabouts(Target target) {
        try {
            return Optional.of(
                    resolver.resolve(target.host(), target.port()).getFirst().getAddress());
        } catch (UnknownHostException refusedOrUnknown) {
            return Optional.empty();
        }
    }

    @Override
    public Exchange exchange(Ask ask) {
        HttpGet get = request(ask);
        try (var deadline = deadlines.start(limits.total(), get::cancel)) {
            HttpClientContext context = context(deadline);
            Exchange exchange = converse(ask, get, context);
            if (deadline.passed() && !(exchange instanceof Exchange.Answer)) {
                return new Exchange.Failed(FailureCause.TIMEOUT, true, "not done within " + limits.total());
            }
            return exchange instanceof Exchange.Failed failed && closedMeanwhile(failed, context)
                    ? new Exchange.Dropped(failed)
                    : exchange;
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        deadlines.close();
    }

    private static HttpClientContext context(Deadlines.Deadline deadline) {
        HttpClientContext context = HttpClientContext.create();
        PunctualDialling.bind(context, deadline);
        return context;
    }

    /** Whether a kept connection turned out to be closed when we wrote to it. */
    private static boolean closedMeanwhile(Exchange.Failed failed, HttpClientContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        return failed.cause() == FailureCause.PROTOCOL_ERROR
                && failed.retryable()
                && connection != null
                && connection.getResponseCount() > 0;
    }

    private static HttpGet request(Ask ask) {
        var get = new HttpGet(ask.target().uri());
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, Decoding.ACCEPTED);
        ask.validators().flatMap(Validators::etag).ifPresent(etag -> get.setHeader(HttpHeaders.IF_NONE_MATCH, etag));
        ask.validators()
                .flatMap(Validators::lastModified)
                .ifPresent(date -> get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
        return get;
    }

    private Exchange converse(Ask ask, HttpGet get, HttpClientContext context) {
        try {
            HttpHost host = HttpHost.create(ask.target().uri());
            ClassicHttpResponse response = client.executeOpen(host, get, context);
            try {
                return answer(response, ask.limit(), get);
            } finally {
                Closer.closeQuietly(response);
            }
        } catch (IOException e) {
            return orInterrupted(Failures.beforeAnswer(e));
        } catch (PunctualDialling.TooLate e) {
            return new Exchange.Failed(FailureCause.TIMEOUT, true, "no address of the host accepted in time");
        }
    }

    /** Reads the content; whatever is not read to its end is cut off here. */
    private static Exchange answer(ClassicHttpResponse response, BodyLimit limit, HttpGet get) {
        try {
            HttpEntity entity = response.getEntity();
            WireBody wire = entity == null
                    ? new WireBody(new byte[0], true)
                    : WireBody.read(entity.getContent(), entity.getContentLength(), limit.wire());
            if (!wire.whole()) {
                get.cancel();
            }
            return wire.whole() || limit.cut()
                    ? decoded(response, wire, limit)
                    : new Exchange.Refused(Refusal.TOO_LARGE, "content above " + limit.wire() + " octets");
        } catch (IOException e) {
            get.cancel();
            return orInterrupted(Failures.inContent(e));
        }
    }

    /** The answer with its content, whose codings are taken off. */
    static Exchange decoded(ClassicHttpResponse response, WireBody wire, BodyLimit limit) {
        Map<String, List<String>> headers = headers(response);
        Optional<String> encoding =
                Optional.ofNullable(headers.get("content-encoding")).map(values -> String.join(", ", values));
        return switch (Decoding.decode(wire.octets(), encoding.orElse(""), limit, wire.whole())) {
            case Decoding.Broken broken -> broken.why();
            case Decoding.Content content ->
                new Exchange.Answer(response.getCode(), headers, content.octets(), encoding, wire.octets().length);
        };
    }

    /** NUL, which HttpClient lets through, becomes a space (RFC 9110, section 5.5). */
    static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(value.replace('\0', ' '));
        }
        return headers;
    }

    /** An interrupted thread's socket is closed under it: that is no failure of the origin. */
    private static Exchange orInterrupted(Exchange failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted during a request");
        }
        return failure;
    }
}
