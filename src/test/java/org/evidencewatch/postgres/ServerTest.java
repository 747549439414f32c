package org.evidencewatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.evidencewatch.postgres.Connector.Answer;
import org.evidencewatch.postgres.Postmaster.Holder;
import org.evidencewatch.postgres.Server.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {

    @ParameterizedTest
    @CsvSource({
        "OURS,      POSTGRES, ATTACH",
        // Its process cannot be looked at, but the right data behind the right password are proof enough.
        "OURS,      STRANGER, ATTACH",
        "NOT_READY, POSTGRES, WAIT",
        "SILENCE,   POSTGRES, WAIT",
        "OTHER,     POSTGRES, GIVE_UP",
        "SILENCE,   NOBODY,   START",
        "SILENCE,   STRANGER, START",
        // The port has gone to another PostgreSQL since.
        "OTHER,     NOBODY,   START",
        "NOT_READY, STRANGER, START"
    })
    void decidesByWhoAnswersAndWhoBearsTheNumber(Answer answer, Holder holder, Step step) {
        assertThat(Server.step(answer, holder)).isEqualTo(step);
    }
}
