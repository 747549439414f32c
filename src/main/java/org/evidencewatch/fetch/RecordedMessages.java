package org.evidencewatch.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Reads recorded HTTP messages by the parser and within the bounds of the network.
 *
 * <p>Some recorders take the codings off a content and leave the head as it was. Content that is evidently not chunked, or
 * not gzip or zstd, is taken as it is; then its announced length is of something else. Any other length that is not the
 * content's makes the message no answer: what is short broke off, and what is long is not one message. Of a redirect only the
 * head counts; browsers do not hand out its content.
 */
final class RecordedMessages {

    private static final int BUFFER = 8 * 1024;

    /** Recorders add lines of their own. */
    private static final int ADDED_LINES = 16;

    private static final int LONGEST_CHUNK_LINE = 64;

    private final Http1Config heads;

    RecordedMessages(FetchLimits limits) {
        this.heads = Http1Config.custom()
                .setMaxLineLength((int) limits.headLine().toBytes())
                .setMaxHeaderCount(limits.headLines() + ADDED_LINES)
                .build();
    }

    /** The answer, or why it is none. */
    Exchange read(RecordedPage.Message message, BodyLimit limit) {
        try (InputStream in = message.open()) {
            SessionInputBuffer buffer = buffer();
            ClassicHttpResponse head = head(buffer, in);
            if (Redirects.isRedirect(head.getCode())) {
                return headAlone(head);
            }
            WireBody wire = WireBody.read(new IdentityInputStream(buffer, in), -1, limit.wire());
            return wire.whole() || limit.cut()
                    ? content(head, wire, limit)
                    : new Exchange.Refused(Refusal.TOO_LARGE, "content above " + limit.wire() + " octets");
        } catch (HttpException e) {
            return protocol(String.valueOf(e.getMessage()));
        } catch (MessageConstraintException e) {
            return new Exchange.Refused(Refusal.TOO_LARGE, "head of the answer: " + e.getMessage());
        } catch (IOException e) {
            return lasting(Failures.inContent(e));
        }
    }

    /** The head alone, as an answer without content. */
    Exchange readHead(RecordedPage.Message message) {
        try (InputStream in = message.open()) {
            return headAlone(head(buffer(), in));
        } catch (HttpException | IOException e) {
            return protocol(String.valueOf(e.getMessage()));
        }
    }

    private static Exchange headAlone(ClassicHttpResponse head) {
        return new Exchange.Answer(head.getCode(), LiveTransport.headers(head), new byte[0], Optional.empty(), 0);
    }

    private SessionInputBuffer buffer() {
        return new SessionInputBufferImpl(
                new BasicHttpTransportMetrics(), BUFFER, BUFFER, heads.getMaxLineLength(), null);
    }

    /** The final head; interim ones (1xx) are passed over. */
    private ClassicHttpResponse head(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        var parser = new HeadBounds(heads).create();
        ClassicHttpResponse head = parser.parse(buffer, in);
        while (head != null && head.getCode() < 200) {
            head = parser.parse(buffer, in);
        }
        if (head == null) {
            throw new HttpException("no HTTP message");
        }
        return head;
    }

    private Exchange content(ClassicHttpResponse head, WireBody wire, BodyLimit limit)
            throws IOException, HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(head);
        WireBody content = wire;
        if (length == ContentLengthStrategy.CHUNKED && chunked(wire.octets())) {
            content = dechunked(wire, limit);
        }
        if (wire.whole() && decodedBefore(head, content.octets())) {
            head.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        } else if (length >= 0 && wire.whole() && length != content.octets().length) {
            int held = content.octets().length;
            String detail = "Content-Length is " + length + ", and " + held + " octets are recorded";
            return length > held ? new Exchange.Failed(FailureCause.TRUNCATED, false, detail) : protocol(detail);
        }
        return lasting(LiveTransport.decoded(head, content, limit));
    }

    private WireBody dechunked(WireBody wire, BodyLimit limit) throws IOException {
        try (var in = new ChunkedInputStream(buffer(), new ByteArrayInputStream(wire.octets()), heads)) {
            return WireBody.read(in, -1, limit.wire());
        }
    }

    /** Whether content begins with the size of a chunk (RFC 9112, section 7.1). */
    private static boolean chunked(byte[] content) {
        int at = 0;
        while (at < content.length && Character.digit(content[at], 16) >= 0) {
            at++;
        }
        int digits = at;
        while (at < content.length && at < LONGEST_CHUNK_LINE && content[at] != '\n') {
            at++;
        }
        boolean extension = digits < content.length && (content[digits] == ';' || content[digits] <= ' ');
        return digits > 0 && extension && at < content.length && content[at] == '\n';
    }

    /** Whether content is not in the coding that its head names. */
    private static boolean decodedBefore(ClassicHttpResponse head, byte[] content) {
        var coding = head.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding == null || coding.getValue() == null || head.countHeaders(HttpHeaders.CONTENT_ENCODING) > 1) {
            return false;
        }
        return switch (coding.getValue().strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> !begins(content, 0x1f, 0x8b);
            case "zstd" -> !begins(content, 0x28, 0xb5);
            default -> false;
        };
    }

    private static boolean begins(byte[] content, int first, int second) {
        return content.length == 0
                || (Byte.toUnsignedInt(content[0]) == first
                        && (content.length == 1 || Byte.toUnsignedInt(content[1]) == second));
    }

    private static Exchange protocol(String detail) {
        return new Exchange.Failed(FailureCause.PROTOCOL_ERROR, false, detail);
    }

    /** What is recorded does not get better by asking again. */
    private static Exchange lasting(Exchange exchange) {
        return exchange instanceof Exchange.Failed failed
                ? new Exchange.Failed(failed.cause(), false, failed.detail())
                : exchange;
    }
}
