package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailureTest {

    @Test
    void tellsWholeWhyTheDatabaseCannotBeUsed(@TempDir Path folder) throws Exception {
        Path noFolder = Files.writeString(folder.resolve("home"), "a file");
        Throwable unavailable = catchThrowable(() -> EmbeddedPostgres.open(noFolder));

        var failure = Failure.of(new IllegalStateException("no bean", unavailable));

        assertThat(failure).isEqualTo(new Failure(Evidence.FAILED, String.valueOf(unavailable.getMessage())));
        assertThat(failure.message()).contains(noFolder.toString());
    }

    @Test
    void tellsNoSecretOfASettingThatItQuotes() {
        var wrong = new IllegalArgumentException(
                "EVIDENCE_DATABASE_URL is not like jdbc:postgresql://host/database: postgres://e:hunter2hunter2@db/e?password=hunter2");

        assertThat(Failure.of(wrong).message())
                .contains("postgres://***@db/e?password=***")
                .doesNotContain("hunter2");
    }

    @Test
    void saysWhatIsWrongWithAFile(@TempDir Path folder) {
        Path nowhere = folder.resolve("no/such.jsonl");
        Throwable unwritable = catchThrowable(() -> Files.writeString(nowhere, "text"));

        assertThat(Failure.of(new IllegalStateException("cannot write", unwritable))
                        .message())
                .isEqualTo(nowhere + ": there is no such file or folder");
    }

    @Test
    void namesTheVariableThatCannotBeUsed() {
        Throwable wrong =
                catchThrowable(() -> FetchSettings.fromEnvironment(Map.of("EVIDENCE_FETCH_HOST_DELAY", "abc")));

        assertThat(Failure.of(new IllegalStateException("no bean", wrong)))
                .isEqualTo(new Failure(
                        Evidence.WRONG_INPUT, "EVIDENCE_FETCH_HOST_DELAY: 'abc' is no ISO 8601 duration such as PT1S"));
    }

    @Test
    void namesTheVariableOfATextThatIsNotOfItsType() {
        var binder = new Binder(new MapConfigurationPropertySource(Map.of("evidence.confirm-after", "x")));
        Throwable wrong = catchThrowable(() -> binder.bind("evidence.confirm-after", java.time.Duration.class));

        var failure = Failure.of(wrong);

        assertThat(failure.code()).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(failure.message())
                .startsWith("EVIDENCE_CONFIRM_AFTER cannot be 'x': ")
                .doesNotContain("\n");
    }

    @Test
    void givesTheDatabasesSentenceRatherThanTheSockets() {
        var refused = new SQLException("Connection to db:5432 refused. Check it.\nmore", new ConnectException("no"));

        assertThat(Failure.of(new IllegalStateException("no bean", refused)))
                .isEqualTo(new Failure(Evidence.FAILED, "Connection to db:5432 refused. Check it."));
    }

    @Test
    void namesTheSortOfAnErrorThatSaysNothing() {
        assertThat(Failure.of(new IllegalStateException()))
                .isEqualTo(new Failure(Evidence.FAILED, "IllegalStateException"));
    }

    @Test
    void commandsTellAFailureOnStandardErrorWithoutATrace(CapturedOutput output) {
        int code = Evidence.run(
                (web, properties) -> {
                    throw new IllegalStateException("bean", new IllegalArgumentException("EVIDENCE_X: is wrong"));
                },
                "verify");

        assertThat(code).isEqualTo(Evidence.WRONG_INPUT);
        assertThat(output.getErr()).isEqualTo("evidence: EVIDENCE_X: is wrong\n");
        assertThat(output.getOut()).isEmpty();
    }
}
