package org.evidencewatch.job;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.citation.Authority;
import org.springframework.util.unit.DataSize;

/**
 * A page as a person saw it.
 *
 * @param url of a cited page, in any spelling
 * @param body the octets, of which none is trusted
 * @param contentType the media type; left out, they are HTML or a PDF
 * @param by who says that they saw it
 * @param seenAt when
 */
public record ManualPage(String url, byte[] body, Optional<String> contentType, String by, Instant seenAt, String why) {

    private static final Set<String> TYPES =
            Set.of("text/html", "application/xhtml+xml", "application/pdf", "text/plain", "text/markdown");
    private static final int LONGEST_TYPE = 100;

    /** What stands against taking it whatever is known of the page, as a sentence for the person who brings it. */
    public Optional<String> objection(Instant now, DataSize most) {
        if (body.length == 0) {
            return Optional.of("the file is empty");
        }
        if (body.length > most.toBytes()) {
            return Optional.of("the file is larger than the %d MB that a page may have".formatted(most.toMegabytes()));
        }
        if (seenAt.isAfter(now)) {
            return Optional.of("it cannot have been seen at %s, which is yet to come".formatted(seenAt));
        }
        return Authority.objection(by, why).or(this::typeObjection);
    }

    private Optional<String> typeObjection() {
        return contentType
                .filter(type -> type.length() > LONGEST_TYPE
                        || !type.matches("[ -~]*")
                        || !TYPES.contains(
                                type.replaceFirst("\\s*;.*", "").strip().toLowerCase(Locale.ROOT)))
                .map(type -> "the content type is none of "
                        + String.join(", ", TYPES.stream().sorted().toList()));
    }

    /** What the page was answered with, so far as a person can tell. */
    Map<String, List<String>> headers() {
        return contentType
                .<Map<String, List<String>>>map(type -> Map.of("content-type", List.of(type.strip())))
                .orElse(Map.of());
    }
}
