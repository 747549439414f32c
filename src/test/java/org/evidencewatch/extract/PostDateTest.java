package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days of posts as pages write them for machines. */
class PostDateTest {

    @ParameterizedTest
    @CsvSource({
        "2025-12-27T09:26:18Z, 2025-12-27",
        "2025-12-27T09:26:18.123Z, 2025-12-27",
        "2025-12-27T23:30:00-05:00, 2025-12-28",
        "2025-12-27T00:30:00+0200, 2025-12-26",
        "2025-12-27T10:00:00.000000+0000, 2025-12-27",
        "2025-12-27 09:26:18Z, 2025-12-27",
        "2025-12-27T23:30, 2025-12-27",
        "' 2025-12-27 ', 2025-12-27",
        "1766827578, 2025-12-27",
        "1766827578000, 2025-12-27"
    })
    void readsTheDayInUtc(String written, LocalDate day) {
        assertThat(PostDate.of(written)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "27.12.2025",
                "12/27/2025",
                "yesterday",
                "2025-02-30",
                "2025-12-27T25:00:00Z",
                "2025-12-27T10:00:00+99:00",
                "0001-01-01T00:00:00Z",
                "9999-12-31",
                "12345678901234567890"
            })
    void guessesAtNothing(String written) {
        assertThat(PostDate.of(written)).isEqualTo(Optional.empty());
    }
}
