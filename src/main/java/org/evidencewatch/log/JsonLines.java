package org.evidencewatch.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes each event as one JSON object on a line of its own, in names of the Elastic Common Schema 8.11: {@code @timestamp},
 * {@code log.level}, {@code log.logger}, {@code process.thread.name}, {@code service.name}, {@code message}, and of an error
 * {@code error.type}, {@code error.message}, {@code error.stack_trace}. All values are strings, without secrets; long ones are
 * cut. Only ASCII: whatever else stands in a text is escaped (RFC 8259, section 7), so that no reader takes it for an end of line.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {

    /** Always to the millisecond: lines sort by it. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private static final int LONGEST_MESSAGE = 8_000;
    private static final int LONGEST_TRACE = 32_000;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return (fields(event).entrySet().stream()
                                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                                .collect(Collectors.joining(",", "{", "}"))
                        + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    private static Map<String, String> fields(ILoggingEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("@timestamp", TIME.format(event.getInstant()));
        fields.put("log.level", event.getLevel().toString());
        fields.put("log.logger", event.getLoggerName());
        fields.put("process.thread.name", event.getThreadName());
        fields.put("service.name", "evidence-watch");
        fields.put("ecs.version", "8.11");
        fields.put("message", text(event.getFormattedMessage(), LONGEST_MESSAGE));
        IThrowableProxy error = event.getThrowableProxy();
        if (error != null) {
            fields.put("error.type", error.getClassName());
            fields.put("error.message", text(error.getMessage(), LONGEST_MESSAGE));
            fields.put("error.stack_trace", text(ThrowableProxyUtil.asString(error), LONGEST_TRACE));
        }
        return fields;
    }

    private static String text(@Nullable String text, int longest) {
        String whole = Masking.mask(Optional.ofNullable(text).orElse(""));
        return whole.length() <= longest ? whole : whole.substring(0, longest) + "...";
    }

    private static String quoted(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE) {
                json.append(c);
            } else {
                json.append("\\u%04x".formatted((int) c));
            }
        }
        return json.append('"').toString();
    }
}
