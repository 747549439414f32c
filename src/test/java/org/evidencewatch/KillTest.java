package org.evidencewatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The real program, killed with SIGKILL at random moments of its runs and started again: the end is that of a run
 * that nobody disturbed. How often is {@code -Devidence.kills=N}; the seed is printed with a failure.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillTest {

    private static final int KILLS = Integer.getInteger("evidence.kills", 3);
    private static final long SEED = Long.getLong("evidence.seed", System.nanoTime());
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void endsAsIfNobodyHadKilledIt(@TempDir Path homes) throws Exception {
        var quiet = homes.resolve("quiet");
        var killed = homes.resolve("killed");
        assertThat(run(quiet, "demo", "--json").waitFor()).isZero();

        var random = new Random(SEED);
        for (int i = 0; i < KILLS; i++) {
            kill(run(killed, "demo", "--json"), random.nextInt(2_000, 9_000));
        }
        int code = run(killed, "demo", "--json").waitFor();
        assertThat(code)
                .as("seed %s: %s", SEED, Files.readString(killed.resolve("err.log")))
                .isZero();

        assertThat(queue(killed)).as("seed " + SEED).isEqualTo(queue(quiet));
        assertThat(ids(document(killed, "verify", "--json")))
                .as("broken invariants, seed " + SEED)
                .isEmpty();
    }

    /** The queue without what differs from run to run. */
    private static JsonNode queue(Path home) throws Exception {
        var queue = document(home, "queue", "list", "--json");
        queue.get("items").forEach(item -> {
            ((ObjectNode) item).remove(List.of("id", "age"));
            item.get("reasons").forEach(reason -> ((ObjectNode) reason).remove("id"));
        });
        assertThat(queue.get("items")).isNotEmpty();
        return queue;
    }

    private static List<String> ids(JsonNode verification) {
        var broken = new ArrayList<String>();
        verification.get("checks").forEach(check -> {
            if (!check.get("ok").asBoolean()) {
                broken.add(check.toString());
            }
        });
        return broken;
    }

    private static JsonNode document(Path home, String... words) throws Exception {
        var process = run(home, words);
        assertThat(process.waitFor()).isIn(0, 3);
        return JSON.readTree(Files.readString(output(home)));
    }

    private static void kill(Process process, int afterMillis) throws InterruptedException {
        if (!process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process run(Path home, String... words) throws IOException {
        Files.createDirectories(home);
        var builder = new ProcessBuilder(OtherJvm.program(words))
                .redirectOutput(output(home).toFile())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(home.resolve("err.log").toFile()));
        builder.environment().put("EVIDENCE_HOME", home.toString());
        return builder.start();
    }

    private static Path output(Path home) {
        return home.resolve("out.json");
    }
}
