package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Fragments;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long reading facts takes; a measurement, which no build runs. Pages are passages of {@code dev.jsonl}, 10,000
 * characters each, hence nothing but terms; every sentence is made one that was never read.
 *
 * <pre>mvn test -Dtest=FactPace -Dtest.compiler=-XX:+TieredCompilation</pre>
 */
class FactPace {

    private static final int ROUNDS = 15;
    private static final int PAGES = 100;
    private static final int LENGTH = 10_000;

    private final List<String> passages = new ArrayList<>();
    private int next;

    @Test
    void ofPagesOfTermsThatWereNeverRead() throws IOException {
        for (String line : Files.readAllLines(Path.of("fixtures/facts/dev.jsonl"))) {
            JsonNode passage = JsonMapper.shared().readTree(line);
            if (passage.path("format").asString().equals("text")) {
                passages.add(passage.path("before").asString());
            }
        }
        var reader = new FactReader();
        for (int round = 1; round <= ROUNDS; round++) {
            assertThat(measured(reader, round)).isPositive();
        }
    }

    private int measured(FactReader reader, int round) {
        var pages = new ArrayList<List<Block>>();
        for (int page = 0; page < PAGES; page++) {
            pages.add(page());
        }
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        int facts = pages.stream()
                .mapToInt(page -> reader.read(page).facts().size())
                .sum();
        double millis = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
        System.out.printf("round %d: %.1f ms of CPU a page, %d facts a page%n", round, millis / PAGES, facts / PAGES);
        return facts;
    }

    private List<Block> page() {
        var text = new StringBuilder();
        while (text.length() < LENGTH) {
            String number = " q" + next;
            text.append(passages.get(next++ % passages.size()).replaceAll("\\.( |$)", number + ".$1"))
                    .append("\n\n");
        }
        return Fragments.ofText(text.toString());
    }
}
