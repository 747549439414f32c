package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.fetch.RawServer.ok;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evidencewatch.OtherJvm;
import org.evidencewatch.postgres.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one database read the same pages at the same time: a thousand on one host, and one on each of a
 * thousand hosts. What they did is read off the server's log.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TwoProcessesTest {

    private static final Duration DELAY = Duration.ofMillis(10);
    private static final int PAGES = 1_000;

    private final RawServer server = new RawServer();
    private final HikariDataSource database = (HikariDataSource) TestDatabase.fresh();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        server.close();
    }

    @Test
    void keepThePauseOnEveryHostAndFetchNothingThatRobotsDeny(@TempDir Path folder) throws Exception {
        String robots = "User-agent: *\nDisallow: /private\n";
        server.on("/robots.txt", ok("Content-Length: " + robots.length() + "\r\n", robots));
        server.on("/one", ok("Content-Length: 1\r\n", "x"));
        IntStream.range(0, PAGES).forEach(i -> server.on("/" + i, ok("Content-Length: 1\r\n", "x")));
        var urls = Files.write(folder.resolve("urls.txt"), urls());

        var one = start(folder.resolve("one.txt"), urls);
        var two = start(folder.resolve("two.txt"), urls);

        assertThat(List.of(one.waitFor(), two.waitFor())).containsOnly(0);
        for (String out : List.of("one.txt", "two.txt")) {
            assertThat(Files.readAllLines(folder.resolve(out)))
                    .hasSize(2 * PAGES + 20)
                    .allMatch(line -> line.endsWith(line.contains("/private") ? " Disallowed" : " Received"));
        }
        assertThat(server.seen()).noneMatch(seen -> seen.path().startsWith("/private"));
        assertThat(pages("/one")).isEqualTo(2 * PAGES);
        assertPolite();
    }

    @Test
    void aKilledProcessLeavesNoGapTooShort(@TempDir Path folder) throws Exception {
        IntStream.range(0, PAGES).forEach(i -> server.on("/" + i, ok("Content-Length: 1\r\n", "x")));
        var urls = Files.write(
                folder.resolve("urls.txt"),
                IntStream.range(0, 200).mapToObj(i -> big("/" + i)).toList());
        var killed = start(folder.resolve("one.txt"), urls);
        server.await(50);
        killed.destroyForcibly().waitFor();
        assertThat(start(folder.resolve("two.txt"), urls).waitFor()).isZero();
        assertThat(server.seen()).hasSizeGreaterThanOrEqualTo(250);
        assertPolite();
    }

    private long pages(String path) {
        return server.seen().stream().filter(seen -> seen.path().equals(path)).count();
    }

    private List<String> urls() {
        var urls = new ArrayList<String>();
        for (int i = 0; i < PAGES; i++) {
            urls.add(big("/" + i));
            urls.add("http://h" + i + ".example:" + server.port() + "/one");
        }
        IntStream.range(0, 10).forEach(i -> urls.add(big("/private/" + i)));
        IntStream.range(0, 10).forEach(i -> urls.add("http://h" + i + ".example:" + server.port() + "/private"));
        return urls;
    }

    private String big(String path) {
        return "http://big.example:" + server.port() + path;
    }

    /** No host has two requests at a time, or a pause below the delay between two. */
    private void assertPolite() {
        Map<String, List<RawServer.Seen>> byHost =
                server.seen().stream().collect(Collectors.groupingBy(TwoProcessesTest::host));
        Map<String, Long> tooShort = new HashMap<>();
        byHost.forEach((host, seen) -> {
            var inOrder = seen.stream()
                    .sorted(Comparator.comparingLong(RawServer.Seen::from))
                    .toList();
            for (int i = 1; i < inOrder.size(); i++) {
                long gap = inOrder.get(i).from() - inOrder.get(i - 1).until();
                if (gap < DELAY.toNanos()) {
                    tooShort.put(host + " " + i, gap);
                }
            }
        });
        assertThat(tooShort).isEmpty();
    }

    private static String host(RawServer.Seen seen) {
        return seen.head().stream()
                .filter(line -> line.startsWith("Host:"))
                .findFirst()
                .orElseThrow();
    }

    private Process start(Path out, Path urls) throws IOException {
        var command = new ArrayList<>(OtherJvm.command(ManyPages.class, 128));
        command.addAll(List.of(
                database.getJdbcUrl(),
                database.getUsername(),
                database.getPassword(),
                DELAY.toString(),
                urls.toString()));
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }
}
