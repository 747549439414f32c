package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReleaseTest {

    @Test
    void everyCommandTellsTheVersion(CapturedOutput output) {
        for (String words : new String[] {"--version", "verify --version", "queue claim -V"}) {
            int before = output.getOut().length();

            assertThat(Evidence.run(
                            (web, properties) -> {
                                throw new IllegalStateException("opened");
                            },
                            words.split(" ")))
                    .isZero();
            assertThat(output.getOut().substring(before))
                    .startsWith("Evidence Watch ")
                    .endsWith("\n");
        }
    }
}
