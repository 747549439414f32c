package org.evidencewatch.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's own logback.xml, in both forms, under texts of strangers. */
class LogLinesTest {

    private static final String HOSTILE =
            "title \"x\\\" \r\n2026-01-01 ERROR all is well\u2028\u0085\u001b[2J\u202e\u0000 é 😀 password=CANARY-1 whsec_CANARY-2";

    private static Throwable failure() {
        return new IllegalStateException(
                "first\nsecond", new IllegalArgumentException("Bearer CANARY-3-abcdef\ntoken"));
    }

    @Test
    void everyEventIsOneJsonObjectOnALineOfItsOwn() throws Exception {
        String written = written("json", "");

        assertThat(written.lines()).hasSize(2);
        assertThat(written).endsWith("}\n").doesNotContain("CANARY").matches("[\\n -~]*");
        JsonNode event = JsonMapper.shared().readTree(written.lines().toList().getFirst());
        assertThat(event.propertyNames())
                .containsExactly(
                        "@timestamp",
                        "log.level",
                        "log.logger",
                        "process.thread.name",
                        "service.name",
                        "ecs.version",
                        "message",
                        "error.type",
                        "error.message",
                        "error.stack_trace");
        assertThat(event.get("@timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(event.get("message").asString())
                .startsWith("title \"x\\\" \r\n2026")
                .contains("\u2028", "é 😀");
        assertThat(event.get("error.stack_trace").asString()).contains("Caused by", "at org.evidencewatch");
    }

    @Test
    void aLineForPeopleStaysOneAndItsErrorAnother() throws Exception {
        assertThat(written("text", "").lines().toList())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContain("CANARY", "\u001b", "\u202e", "\u0085"))
                .first()
                .asString()
                .matches(".* WARN  B title .*all is well.*");
        assertThat(written("no such form", "").lines()).hasSize(3);
    }

    @Test
    void framesAreForThoseWhoAsk() throws Exception {
        assertThat(written("text", "1")).contains("\tat org.evidencewatch").doesNotContain("CANARY");
    }

    private static String written(String form, String debug) throws Exception {
        var bytes = new ByteArrayOutputStream();
        PrintStream standard = System.err;
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            var context = new LoggerContext();
            context.setMDCAdapter(new LogbackMDCAdapter());
            context.putProperty("EVIDENCE_LOG_FORMAT", form);
            context.putProperty("EVIDENCE_DEBUG", debug.isEmpty() ? "0" : debug);
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
            assertThat(context.getStatusManager().getCopyOfStatusList())
                    .as("what Logback would say on standard output")
                    .noneMatch(status -> status.getLevel() > Status.INFO);
            var logger = context.getLogger("a.B");
            for (Throwable failure : new Throwable[] {failure(), null}) {
                logger.callAppenders(new LoggingEvent(
                        LogLinesTest.class.getName(), logger, Level.WARN, HOSTILE, failure, new Object[0]));
            }
            context.stop();
        } finally {
            System.setErr(standard);
        }
        return bytes.toString(UTF_8);
    }
}
