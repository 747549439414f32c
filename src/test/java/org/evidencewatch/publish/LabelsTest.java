package org.evidencewatch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LabelsTest {

    /** A valid global date and time string, as https://html.spec.whatwg.org/#global-dates-and-times has it. */
    @Test
    void machinesReadATimeThatHtmlAllows() {
        assertThat(Labels.machine(Instant.parse("2026-11-27T05:10:30.266825Z"))).isEqualTo("2026-11-27T05:10:30Z");
        assertThat(Labels.machine(Instant.parse("2026-11-27T05:10:00Z"))).isEqualTo("2026-11-27T05:10:00Z");
    }
}
