package org.evidencewatch.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;

/** Gives an exception its place among {@link FailureCause}s, by its type and by when it came, never by its words. */
final class Failures {

    private Failures() {}

    /** What happened before the head of the answer was read. */
    static Exchange beforeAnswer(IOException e) {
        return switch (e) {
            case GatedResolver.GateClosed closed ->
                new Exchange.Refused(closed.denial().refusal(), closed.denial().text());
            case MessageConstraintException tooLong -> tooLarge("head of the answer", tooLong);
            case UnknownHostException unknown -> failed(FailureCause.DNS_ERROR, true, unknown);
            case SSLException tls -> failed(FailureCause.TLS_ERROR, brokeOff(tls), tls);
            case InterruptedIOException timeout -> failed(FailureCause.TIMEOUT, true, timeout);
            case ConnectException refused -> failed(FailureCause.CONNECT_ERROR, true, refused);
            case NoRouteToHostException unreachable -> failed(FailureCause.CONNECT_ERROR, true, unreachable);
            case ClientProtocolException violation -> protocol(violation);
            default -> failed(FailureCause.PROTOCOL_ERROR, true, e);
        };
    }

    /** What happened while the content was read: the head had come, so the content is cut short. */
    static Exchange inContent(IOException e) {
        return switch (e) {
            case MessageConstraintException tooLong -> tooLarge("framing of the content", tooLong);
            case InterruptedIOException timeout -> failed(FailureCause.TIMEOUT, true, timeout);
            case MalformedChunkCodingException chunks -> failed(FailureCause.TRUNCATED, true, chunks);
            default -> failed(FailureCause.TRUNCATED, true, e);
        };
    }

    private static Exchange protocol(ClientProtocolException e) {
        Throwable cause = e.getCause();
        return cause instanceof MessageConstraintException tooLong
                ? tooLarge("head of the answer", tooLong)
                : new Exchange.Failed(
                        FailureCause.PROTOCOL_ERROR,
                        !(cause instanceof ProtocolException),
                        String.valueOf(cause == null ? e.getMessage() : cause.getMessage()));
    }

    private static Exchange tooLarge(String part, MessageConstraintException e) {
        return new Exchange.Refused(Refusal.TOO_LARGE, part + ": " + e.getMessage());
    }

    private static Exchange failed(FailureCause cause, boolean retryable, IOException e) {
        return new Exchange.Failed(
                cause, retryable, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    /** A handshake may break off by chance; a certificate does not become valid by asking again. */
    private static boolean brokeOff(SSLException e) {
        return e.getCause() instanceof EOFException || e.getCause() instanceof SocketException;
    }
}
