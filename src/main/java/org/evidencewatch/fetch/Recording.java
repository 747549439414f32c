package org.evidencewatch.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recorded answer: an HTTP/1.1 message without transfer coding (status line, header lines, an empty line, then the
 * content to the end of the file), or a fault ({@code FAULT <FailureCause> [detail]} as the first line). Lines of the
 * head end in LF or CRLF. {@code Content-Encoding} is honoured; {@code Content-Length} is not looked at.
 */
sealed interface Recording {

    /** The answer, or how there was none. */
    Exchange exchange(BodyLimit limit);

    /** Reads a file's octets. One that is no recording answers as a broken server would. */
    static Recording parse(byte[] file) {
        int end = endOfHead(file);
        List<String> lines = new String(file, 0, end, StandardCharsets.ISO_8859_1)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        Matcher status = Message.STATUS_LINE.matcher(first);
        if (status.matches()) {
            return new Message(
                    Integer.parseInt(status.group(1)),
                    Message.headers(lines.subList(1, lines.size())),
                    Arrays.copyOfRange(file, end, file.length));
        }
        return first.startsWith("FAULT ") ? Fault.parse(first) : new Fault(FailureCause.PROTOCOL_ERROR, "no recording");
    }

    private static int endOfHead(byte[] file) {
        int lineStart = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n') {
                boolean empty = i == lineStart || (i == lineStart + 1 && file[lineStart] == '\r');
                if (empty) {
                    return i + 1;
                }
                lineStart = i + 1;
            }
        }
        return file.length;
    }

    /** A server answered. */
    record Message(int status, Map<String, List<String>> headers, byte[] content) implements Recording {

        private static final Pattern STATUS_LINE = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})(?: .*)?");

        @Override
        public Exchange exchange(BodyLimit limit) {
            boolean whole = content.length <= limit.wire();
            Optional<String> encoding =
                    Optional.ofNullable(headers.get("content-encoding")).map(values -> String.join(", ", values));
            if (!whole && !limit.cut()) {
                return new Exchange.Refused(Refusal.TOO_LARGE, "content above " + limit.wire() + " octets");
            }
            byte[] wire = whole ? content : Arrays.copyOf(content, limit.wire());
            return switch (Decoding.decode(wire, encoding.orElse(""), limit, whole)) {
                case Decoding.Broken broken -> broken.why();
                case Decoding.Content decoded ->
                    new Exchange.Answer(status, headers, decoded.octets(), encoding, wire.length);
            };
        }

        private static Map<String, List<String>> headers(List<String> lines) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (String line : lines) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.computeIfAbsent(
                                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                            .add(line.substring(colon + 1).strip());
                }
            }
            return headers;
        }
    }

    /** Nobody answered. */
    record Fault(FailureCause cause, String detail) implements Recording {

        @Override
        public Exchange exchange(BodyLimit limit) {
            boolean lasting = cause == FailureCause.NOT_RECORDED || cause == FailureCause.TLS_ERROR;
            return new Exchange.Failed(cause, !lasting, detail);
        }

        private static Fault parse(String line) {
            String[] words = line.split(" ", 3);
            String detail = words.length < 3 ? "recorded" : words[2];
            return Arrays.stream(FailureCause.values())
                    .filter(cause -> cause.name().equals(words[1]))
                    .findFirst()
                    .map(cause -> new Fault(cause, detail))
                    .orElseGet(() -> new Fault(FailureCause.PROTOCOL_ERROR, "unknown fault " + words[1]));
        }
    }
}
