package org.evidencewatch.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/**
 * The way out for what we tell others: webhooks, and the connections of mail. It has the same gate as pages have, with
 * networks of its own, and no redirects, robots or pacing. Safe for use by many threads.
 */
public final class Deliveries implements AutoCloseable {

    private final Gate gate;
    private final GatedSockets sockets;
    private final FetchLimits limits;
    private final CloseableHttpClient client;
    private final Deadlines deadlines = new Deadlines();

    /**
     * @param settings user agent and limits
     * @param allowed networks that may be dialled, on any port, beside public addresses
     */
    public Deliveries(FetchSettings settings, List<Network> allowed) {
        this(settings, new Gate(allowed), Lookup.system(settings.limits().lookup()), UnaryOperator.identity());
    }

    Deliveries(FetchSettings settings, Gate gate, Lookup lookup, UnaryOperator<InetSocketAddress> way) {
        var resolver = new GatedResolver(gate, lookup, way);
        this.gate = gate;
        this.limits = settings.limits();
        this.sockets = resolver.sockets(settings.ownPorts());
        this.client = LiveClient.assemble(settings, resolver);
    }

    /** Posts once. Blocks the caller for at most the limits' total time; never throws for what the network does. */
    public DeliveryResult post(URI url, Map<String, String> headers, byte[] body) {
        return switch (gate.admit(url.toString())) {
            case Denial denial -> new DeliveryResult.NotDelivered(denial.toString());
            case Target target -> post(target, headers, body);
        };
    }

    /**
     * Sockets for other protocols. Each judges the address that it connects to, on any port: host and port are the
     * operator's choice there.
     */
    public SocketFactory sockets() {
        return sockets;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        deadlines.close();
    }

    private DeliveryResult post(Target target, Map<String, String> headers, byte[] body) {
        var request = new HttpPost(target.uri());
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        try (var deadline = deadlines.start(limits.total(), request::cancel)) {
            var result = converse(target, request);
            return deadline.passed() && result instanceof DeliveryResult.NotDelivered
                    ? new DeliveryResult.NotDelivered("not done within " + limits.total())
                    : result;
        }
    }

    /** A date counts beside the server's own; without one it tells no length of time. */
    private static Optional<Duration> retryAfter(HttpResponse response) {
        return RetryAfter.of(
                name -> Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue), Optional.empty());
    }

    private DeliveryResult converse(Target target, HttpPost request) {
        try {
            var response = client.executeOpen(HttpHost.create(target.uri()), request, HttpClientContext.create());
            try {
                return new DeliveryResult.Answered(response.getCode(), retryAfter(response));
            } finally {
                // What the server says is not read: its connection is cut, not drained.
                request.cancel();
                Closer.closeQuietly(response);
            }
        } catch (IOException e) {
            return switch (Failures.beforeAnswer(e)) {
                case Exchange.Answer answer -> new DeliveryResult.Answered(answer.status());
                case Exchange.Refused refused -> new DeliveryResult.NotDelivered(refused.detail());
                case Exchange.Dropped dropped ->
                    new DeliveryResult.NotDelivered(dropped.failed().detail());
                case Exchange.Deferred deferred -> new DeliveryResult.NotDelivered(deferred.detail());
                case Exchange.Failed failed -> new DeliveryResult.NotDelivered(failed.cause() + ": " + failed.detail());
            };
        }
    }
}
