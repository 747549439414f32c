package org.evidencewatch.fetch;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers out of a {@link RecordedWeb} instead of the network.
 *
 * <p>An answer is given as it was recorded, also to a conditional request. Only where the server said "not modified" then is
 * it said again, to a request with the validators that it was said of; other requests are given the content it stood for.
 */
final class ArchivedTransport implements Transport {

    private final RecordedWeb web;
    private final RecordedMessages messages;

    ArchivedTransport(RecordedWeb web, FetchLimits limits) {
        this.web = web;
        this.messages = new RecordedMessages(limits);
    }

    @Override
    public Exchange exchange(Ask ask) {
        return switch (web.at(ask.target().uri())) {
            case RecordedPage.Answered answered -> messages.read(answered.message(), ask.limit());
            case RecordedPage.Same same -> same(ask, same);
            case RecordedPage.Unanswered unanswered -> unanswered(unanswered.how());
            case RecordedPage.Missing missing -> RecordedTransport.notRecorded(ask.target(), missing.detail());
        };
    }

    @Override
    public Optional<InetAddress> whereabouts(Target target) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // The record is its owner's to close.
    }

    private Exchange same(Ask ask, RecordedPage.Same same) {
        Optional<Exchange.Answer> head = same.head().map(messages::readHead).flatMap(ArchivedTransport::answer);
        Exchange earlier = same.earlier()
                .map(message -> messages.read(message, ask.limit()))
                .orElseGet(() -> new Exchange.Failed(
                        FailureCause.NOT_RECORDED,
                        false,
                        "it was the same as before, and what was before is not in the record: "
                                + ask.target().uri()));
        Optional<Exchange.Answer> content = answer(earlier);
        return same.notModified()
                ? notModified(ask, content, head).orElse(earlier)
                : content.<Exchange>map(c -> head.map(h -> relabelled(c, h)).orElse(c))
                        .orElse(earlier);
    }

    /** 304 to whoever holds what it was said of, also where the content itself is not in the record. */
    private static Optional<Exchange> notModified(
            Ask ask, Optional<Exchange.Answer> content, Optional<Exchange.Answer> head) {
        Optional<Exchange> said = content.or(() -> head)
                .map(stored -> RecordedTransport.conditional(ask, refreshed(stored, head)))
                .filter(exchange ->
                        answer(exchange).filter(a -> a.status() == 304).isPresent());
        return said.or(() -> content.map(stored -> refreshed(stored, head)));
    }

    /** The stored answer as a 304 leaves it (RFC 9111, section 3.2): its own content, and what is said of it now. */
    private static Exchange.Answer refreshed(Exchange.Answer stored, Optional<Exchange.Answer> notModified) {
        Map<String, List<String>> headers = new HashMap<>(stored.headers());
        notModified.ifPresent(answer -> answer.headers().forEach((name, values) -> {
            if (!name.startsWith("content-")) {
                headers.put(name, values);
            }
        }));
        int status = stored.status() == 304 ? 200 : stored.status();
        return new Exchange.Answer(status, headers, stored.body(), stored.contentEncoding(), stored.wireLength());
    }

    private static Exchange.Answer relabelled(Exchange.Answer content, Exchange.Answer head) {
        return new Exchange.Answer(
                head.status(), head.headers(), content.body(), content.contentEncoding(), content.wireLength());
    }

    private static Optional<Exchange.Answer> answer(Exchange exchange) {
        return exchange instanceof Exchange.Answer answer ? Optional.of(answer) : Optional.empty();
    }

    /** Where a redirect leads to what had no answer. */
    private static Exchange unanswered(FetchResult how) {
        return how instanceof FetchResult.Failed failed
                ? new Exchange.Failed(failed.cause(), false, failed.detail())
                : new Exchange.Failed(FailureCause.NOT_RECORDED, false, "it was not answered then");
    }
}
