package org.evidencewatch.fetch;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Bounds on the head of an answer that HttpClient does not have: on all its lines together, and on how many interim
 * answers (1xx, RFC 9110, section 15.2) come before the final one. Its own, on one line and on their number, would let
 * 3 MB through.
 */
final class HeadBounds extends DefaultHttpResponseParserFactory {

    /** So many of the longest lines may a head hold. Browsers take a few times more, servers send a tenth. */
    private static final int LONGEST_LINES = 4;

    /** Servers send one or two: 100 and 103. */
    static final int MOST_INTERIM = 10;

    private final int most;

    HeadBounds(Http1Config config) {
        super(config);
        this.most = LONGEST_LINES * config.getMaxLineLength();
    }

    @Override
    public HttpMessageParser<ClassicHttpResponse> create() {
        return new Bounded(super.create(), most);
    }

    /** The parser of one connection. */
    private static final class Bounded implements HttpMessageParser<ClassicHttpResponse> {

        private final HttpMessageParser<ClassicHttpResponse> parser;
        private final int most;
        private int interim;

        private Bounded(HttpMessageParser<ClassicHttpResponse> parser, int most) {
            this.parser = parser;
            this.most = most;
        }

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
            ClassicHttpResponse head = parser.parse(new Lines(buffer, most), in);
            // none where the connection ended before
            interim = head != null && head.getCode() < 200 ? interim + 1 : 0;
            if (interim > MOST_INTERIM) {
                throw new MessageConstraintException("more than " + MOST_INTERIM + " interim answers");
            }
            return head;
        }
    }

    /** A connection's input that counts the characters of the lines read from it. */
    private static final class Lines implements SessionInputBuffer {

        private final SessionInputBuffer input;
        private final int most;
        private int read;

        private Lines(SessionInputBuffer input, int most) {
            this.input = input;
            this.most = most;
        }

        @Override
        public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
            int n = input.readLine(line, in);
            read += Math.max(0, n);
            if (read > most) {
                throw new MessageConstraintException("more than " + most + " characters");
            }
            return n;
        }

        @Override
        public int length() {
            return input.length();
        }

        @Override
        public int capacity() {
            return input.capacity();
        }

        @Override
        public int available() {
            return input.available();
        }

        @Override
        public int read(byte[] into, int from, int length, InputStream in) throws IOException {
            return input.read(into, from, length, in);
        }

        @Override
        public int read(byte[] into, InputStream in) throws IOException {
            return input.read(into, in);
        }

        @Override
        public int read(InputStream in) throws IOException {
            return input.read(in);
        }

        @Override
        public HttpTransportMetrics getMetrics() {
            return input.getMetrics();
        }
    }
}
