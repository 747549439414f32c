package org.evidencewatch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.evidencewatch.fetch.Validators;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionalTest {

    private static final Optional<Validators> HELD = Validators.of(Optional.of("\"v1\""), Optional.empty());

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "5, true", "6, false", "7, false"})
    void everySeventhCheckInARowReadsThePage(int notModified, boolean conditional) {
        assertThat(Conditional.offered(HELD, notModified)).isEqualTo(conditional ? HELD : Optional.empty());
        assertThat(Conditional.offered(Optional.empty(), notModified)).isEmpty();
    }
}
