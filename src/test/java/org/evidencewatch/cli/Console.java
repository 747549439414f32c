package org.evidencewatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.evidencewatch.TestHouse;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's commands on a house of their own, and what the last of them printed. */
final class Console implements AutoCloseable {

    private final TestHouse house = TestHouse.open(Instant.parse("2026-06-10T21:30:00Z"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;

    Console() {
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    TestHouse house() {
        return house;
    }

    /** The exit code of a command with these words. */
    int run(String... words) {
        out.reset();
        err.reset();
        return Evidence.run(
                (web, properties) -> {
                    var opened = new GenericApplicationContext(house.context());
                    opened.refresh();
                    return opened;
                },
                words);
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out());
    }

    @Override
    public void close() {
        house.close();
        System.setOut(standardOut);
        System.setErr(standardErr);
    }
}
