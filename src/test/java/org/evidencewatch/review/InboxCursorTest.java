package org.evidencewatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxCursorTest {

    private static final Instant TIME = Instant.parse("2026-11-20T08:00:00.123456789Z");

    private final InboxCursor cursor =
            new InboxCursor(TIME, new Place(12.000000000000002, Lane.LOST_QUOTE, TIME.minusSeconds(3600), 4711));

    @Test
    void itReadsBackAsItIsToTheLastBit() {
        assertThat(InboxCursor.of(cursor.toString())).contains(cursor);
        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "%00",
                "2026-11-20T08:00:00Z 4028000000000000 CHANGED 2026-11-20T07:00:00Z",
                "2026-11-20T08:00:00Z 7ff8000000000000 CHANGED 2026-11-20T07:00:00Z 1",
                "2026-11-20T08:00:00Z 4028000000000000 Changed 2026-11-20T07:00:00Z 1",
                "2026-11-20T08:00:00Z 4028000000000000 CHANGED 2026-11-20T07:00:00Z 1 ",
                "2026-11-20T08:00:00Z 4028000000000000 CHANGED 2026-11-20T07:00:00Z 99999999999999999999",
                "-999999999-01-01T00:00:00Z 4028000000000000 CHANGED 2026-11-20T07:00:00Z 1",
                "yesterday 4028000000000000 CHANGED 2026-11-20T07:00:00Z 1"
            })
    void whatIsNoneIsNone(String text) {
        String coded = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));

        assertThat(InboxCursor.of(text)).isEmpty();
        assertThat(InboxCursor.of(coded)).isEmpty();
    }

    @Test
    void aCutOrTrailedOneIsNone() {
        String text = cursor.toString();

        assertThat(InboxCursor.of(text + "=")).isEmpty();
        assertThat(InboxCursor.of(text + "A")).isEmpty();
        assertThat(InboxCursor.of("x".repeat(100_000))).isEmpty();
    }
}
