package org.evidencewatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {

    @ParameterizedTest
    @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, aarch64"})
    void bundlesThePlatformsThatPeopleUse(String name, String processor) {
        assertThat(Binaries.of(name, processor).version()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void namesTheWayOutWhereNoneIsBundled() {
        assertThatExceptionOfType(PostgresUnavailable.class)
                .isThrownBy(() -> Binaries.of("Windows 11", "amd64"))
                .withMessageContaining("Windows 11 on amd64")
                .withMessageContaining("EVIDENCE_DATABASE_URL");
    }
}
