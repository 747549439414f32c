package org.evidencewatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether the process of a name can be seen to be dead. */
class OwnerTest {

    private static final int PLACE = 0;
    private static final int PID = 1;
    private static final int STARTED = 2;

    @Test
    void thisProcessLives() {
        assertThat(Owner.isDead(Owner.ofThisProcess())).isFalse();
    }

    @Test
    void everyNameIsAnother() {
        assertThat(Owner.ofThisProcess()).isNotEqualTo(Owner.ofThisProcess());
    }

    @Test
    void aProcessThatStartedAtAnotherTimeIsAnotherOne() {
        assertThat(Owner.isDead(with(STARTED, "1"))).isTrue();
    }

    @Test
    void aProcessThatIsNotThereIsDead() {
        // Process ids end at 2^22 on Linux.
        assertThat(Owner.isDead(with(PID, "99999999"))).isTrue();
    }

    @Test
    void aKilledProcessIsDead() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        process.destroyForcibly().waitFor();
        assertThat(Owner.isDead(with(PID, Long.toString(process.pid())))).isTrue();
    }

    @Test
    void nothingIsKnownOfAProcessElsewhere() {
        assertThat(Owner.isDead("elsewhere/99999999/1/x")).isFalse();
        assertThat(Owner.isDead(with(PLACE, "elsewhere"))).isFalse();
        assertThat(Owner.isDead("")).isFalse();
    }

    private static String with(int part, String value) {
        String[] parts = Owner.ofThisProcess().split("/", -1);
        parts[part] = value;
        return String.join("/", parts);
    }
}
