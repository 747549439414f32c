package org.evidencewatch.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evidencewatch.fetch.RecordedWeb;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcParser;

/**
 * The named fields before a record's block (WARC 1.1, section 4), which may be anybody's work.
 *
 * @param length of the block, in octets
 */
record WarcHead(MessageHeaders fields, long length) {

    /** No writer needs a tenth of it. */
    static final int LONGEST = 64 * 1024;

    private static final Pattern YEAR_FIRST = Pattern.compile("(?:199|[2-9]\\d\\d)\\d-");

    private static final List<String> SINGLE =
            List.of("WARC-Type", "WARC-Target-URI", "WARC-Date", "Content-Length", "WARC-Record-ID");

    /** How reading one ended. */
    sealed interface Reading {}

    /** A head; the stream stands at the block. */
    record Sound(WarcHead head) implements Reading {}

    /** None; where the stream stands says nothing. */
    record Malformed(String why) implements Reading {}

    /** Nothing more is there. */
    record Nothing() implements Reading {}

    /** Reads one, and no octet beyond it. */
    static Reading read(InputStream in) throws IOException {
        var octets = new ByteArrayOutputStream();
        int ending = 0;
        for (int next; ending < 4 && (next = in.read()) >= 0; ) {
            octets.write(next);
            ending = ending(ending, next);
            if (octets.size() > LONGEST) {
                return new Malformed("its head is longer than " + LONGEST + " octets");
            }
        }
        if (octets.size() == 0) {
            return new Nothing();
        }
        return ending < 4 ? new Malformed("its head breaks off") : parsed(octets.toByteArray());
    }

    /** The one value of a field; empty where there is none. */
    Optional<String> field(String name) {
        return fields.first(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Why its fields cannot be believed. */
    Optional<String> objection() {
        return SINGLE.stream()
                .filter(name -> fields.all(name).size() > 1)
                .findFirst()
                .map(name -> "it has more than one " + name);
    }

    String type() {
        return field("WARC-Type").orElse("");
    }

    boolean isHttp() {
        return field("Content-Type")
                .filter(type -> type.startsWith("application/http"))
                .isPresent();
    }

    /** The address that it is of, as pages are asked for; empty for what is no web page. WARC 1.0 has it in brackets. */
    Optional<URI> target() {
        return field("WARC-Target-URI").map(WarcHead::bare).flatMap(RecordedWeb::spelling);
    }

    Optional<Instant> date() {
        return field("WARC-Date").flatMap(WarcHead::instant);
    }

    /** A time as any version of the format writes it, to the day at least; empty before there was a web. */
    static Optional<Instant> instant(String written) {
        if (!YEAR_FIRST.matcher(written).lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    written.contains("T")
                            ? OffsetDateTime.parse(written).toInstant()
                            : LocalDate.parse(written).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Without the brackets around an address. */
    static String bare(String address) {
        return address.startsWith("<") && address.endsWith(">") ? address.substring(1, address.length() - 1) : address;
    }

    /** How much of CR LF CR LF stands at the end. */
    private static int ending(int before, int octet) {
        boolean wanted = octet == (before % 2 == 0 ? '\r' : '\n');
        return wanted ? before + 1 : octet == '\r' ? 1 : 0;
    }

    private static Reading parsed(byte[] octets) {
        var parser = new WarcParser();
        parser.parse(ByteBuffer.wrap(octets));
        boolean warc = parser.isFinished()
                && parser.position() == octets.length
                && parser.version().getProtocol().equals("WARC");
        if (!warc) {
            return new Malformed("its head is none of a WARC record: " + start(octets));
        }
        var fields = parser.headers();
        return fields.first("Content-Length")
                .filter(length -> length.matches("\\d{1,15}"))
                .<Reading>map(length -> new Sound(new WarcHead(fields, Long.parseLong(length))))
                .orElseGet(() -> new Malformed("it has no Content-Length"));
    }

    private static String start(byte[] octets) {
        String text = new String(octets, 0, Math.min(octets.length, 40), StandardCharsets.ISO_8859_1);
        return "it begins with \"" + text.replaceAll("[^ -~]", "?") + "\"";
    }
}
