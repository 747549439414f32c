package org.evidencewatch.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.evidencewatch.extract.PageState;
import org.evidencewatch.fetch.FailureCause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadQualityTest {

    @ParameterizedTest
    @CsvSource({
        "GONE, GONE",
        "MOVED, MOVED",
        "BLOCKED, DEGRADED",
        "TRUNCATED, DEGRADED",
        "ROBOTS_DENIED, DISALLOWED",
        "REFUSED, REFUSED",
        "TIMEOUT, UNREACHABLE",
        "NOT_STORABLE, UNREACHABLE",
        "DEFERRED, NEVER"
    })
    void anOutcomeIsOneKindOfRead(String outcome, ReadQuality read) {
        assertThat(ReadQuality.of(false, outcome)).isEqualTo(read);
        assertThat(ReadQuality.of(true, outcome)).isEqualTo(ReadQuality.GOOD);
    }

    @ParameterizedTest
    @EnumSource(value = PageState.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
    void aPageThatIsNotThePageWasReceivedAllTheSame(PageState state) {
        assertThat(ReadQuality.of(false, state.name())).isIn(ReadQuality.DEGRADED, ReadQuality.GONE, ReadQuality.MOVED);
    }

    @ParameterizedTest
    @EnumSource(value = FailureCause.class, mode = EnumSource.Mode.EXCLUDE, names = "TRUNCATED")
    void whereNothingWasReceivedThePageWasOutOfReach(FailureCause cause) {
        assertThat(ReadQuality.of(false, cause.name())).isEqualTo(ReadQuality.UNREACHABLE);
    }
}
