package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.evidencewatch.OtherJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real command with the processes that it starts, on few pages. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BenchCommandTest {

    @TempDir
    Path folder;

    @Test
    void countsWhatTheSiteServedAndLeavesNothingBehind() throws Exception {
        var process = start("bench", "--pages=20", "--hosts=4", "--rounds=1", "--mode=mixed", "--json");
        assertThat(process.waitFor()).as(said()).isZero();

        var report = JsonMapper.shared().readTree(Files.readString(folder.resolve("out.json")));
        assertThat(report.path("pages").asInt()).isEqualTo(20);
        assertThat(report.path("problems")).isEmpty();
        assertThat(report.at("/machine/cores").asInt()).isPositive();
        assertThat(report.path("nights")).hasSize(2);
        report.path("nights").forEach(night -> {
            assertThat(night.at("/ratios/cpu").asDouble()).isPositive();
            for (String side : List.of("refresh", "floor")) {
                addsUp(night.at("/samples/0/" + side));
                assertThat(night.at("/" + side + "/cpuSecondsPer1000").asDouble())
                        .isPositive();
            }
        });
        var mixed = report.at("/nights/1/samples/0/refresh/counted");
        assertThat(mixed.path("changed").asInt()).as("one page of twenty").isEqualTo(1);
        assertThat(mixed.path("unchanged").asInt()).isEqualTo(19);
        assertThat(temporary()).isEmpty();
    }

    @Test
    void endsAllThatItStartedWhenItIsStopped() throws Exception {
        var process = start("bench", "--pages=20", "--hosts=4", "--rounds=1");
        Awaitility.await().atMost(5, TimeUnit.MINUTES).until(() -> postmaster().isPresent() || !process.isAlive());
        var started = new ArrayList<>(process.descendants().toList());
        postmaster().flatMap(ProcessHandle::of).ifPresent(started::add);
        assertThat(started).as(said()).hasSizeGreaterThanOrEqualTo(2);

        process.destroy();

        assertThat(process.waitFor()).isNotZero();
        assertThat(temporary()).isEmpty();
        // PostgreSQL gives up its place a moment before its process is gone.
        Awaitility.await().until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void wrongOptionsAreWrongInput() throws Exception {
        for (String option : List.of("--mode=fast", "--pages=0", "--rounds=0", "--latency=-PT1S", "--hosts=2000")) {
            assertThat(Evidence.run(BenchCommandTest::closed, "bench", option))
                    .as(option)
                    .isEqualTo(2);
        }
    }

    private static void addsUp(JsonNode sample) {
        var served = sample.path("served");
        var counted = sample.path("counted");
        assertThat(served.path("pages").asInt()).isEqualTo(20);
        assertThat(served.path("full").asInt() + served.path("notModified").asInt())
                .isEqualTo(20);
        assertThat(counted.path("sources").asInt()).isEqualTo(20);
        assertThat(counted.path("fetched").asInt())
                .isEqualTo(served.path("full").asInt());
    }

    private Process start(String... words) throws IOException {
        var command = new ArrayList<>(OtherJvm.program(words));
        command.add(1, "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.json").toFile())
                .redirectError(folder.resolve("err.log").toFile())
                .start();
    }

    private Optional<Long> postmaster() throws IOException {
        for (Path place : temporary()) {
            Path file = place.resolve("home/postgres/data/postmaster.pid");
            if (Files.exists(file)) {
                return Files.readAllLines(file).stream().findFirst().map(Long::valueOf);
            }
        }
        return Optional.empty();
    }

    private List<Path> temporary() throws IOException {
        try (var files = Files.list(folder.resolve("tmp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("evidence-bench-"))
                    .toList();
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err.log"));
    }

    private static org.springframework.context.ConfigurableApplicationContext closed(boolean web, String... settings) {
        throw new AssertionError("no database is opened");
    }
}
