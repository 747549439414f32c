package org.evidencewatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of {@code fixtures/gate} through the command, as JSON lines. */
class AdmitVectorsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path VECTORS = Path.of("fixtures/gate");
    private static final String PUBLIC = "93.184.216.34";

    @TempDir
    private Path folder;

    private final List<Map<String, Object>> questions = new ArrayList<>();
    private final Map<String, String> expected = new LinkedHashMap<>();

    @Test
    void answersEveryUrl() throws IOException {
        for (String line : Files.readAllLines(VECTORS.resolve("urls.jsonl"))) {
            JsonNode vector = JSON.readTree(line);
            String[] words = vector.path("expect").asString().split(" ", 2);
            ask(vector.path("url").asString(), vector.path("dns"), words[0], words.length > 1 ? words[1] + ":" : "OK:");
        }
        assertThat(questions).hasSizeGreaterThan(400);
        assertAnswered();
    }

    @Test
    void tellsEveryNearMissFromWhatItIsLike() throws IOException {
        List<String> lines = Files.readAllLines(VECTORS.resolve("near-misses.jsonl"));
        for (String line : lines) {
            JsonNode vector = JSON.readTree(line);
            ask(vector.path("url").asString(), vector.path("dns"), "allow", "OK:");
            ask(vector.path("like").asString(), vector.path("likeDns"), "deny", "");
        }
        assertAnswered();

        long denied = Files.readAllLines(VECTORS.resolve("urls.jsonl")).stream()
                .filter(line -> line.contains("\"expect\": \"deny"))
                .count();
        assertThat(lines.size())
                .as("a third of the near misses and the URLs that are denied")
                .isGreaterThan((int) denied / 2);
    }

    @Test
    void judgesEveryAddressAlikeAloneInAUrlAndAsAnAnswer() throws IOException {
        for (String line : Files.readAllLines(VECTORS.resolve("addresses.txt"))) {
            if (!line.startsWith("#")) {
                String decision = line.substring(0, 5).strip();
                String address = line.substring(6);
                ask(Map.of("ip", address), decision, "");
                ask(Map.of("url", "https://" + (address.contains(":") ? "[" + address + "]" : address)), decision, "");
                for (List<String> answers :
                        List.of(List.of(address), List.of(PUBLIC, address), List.of(address, PUBLIC, "2606:4700::1"))) {
                    ask(Map.of("url", "https://a.example/x", "dns", Map.of("a.example", answers)), decision, "");
                }
            }
        }
        assertThat(questions).hasSizeGreaterThan(2_000);
        assertAnswered();
    }

    private void ask(String url, JsonNode dns, String decision, String reason) {
        ask(dns.isMissingNode() ? Map.of("url", url) : Map.of("url", url, "dns", dns), decision, reason);
    }

    private void ask(Map<String, Object> question, String decision, String reason) {
        var numbered = new LinkedHashMap<String, Object>(question);
        String id = "q" + questions.size();
        numbered.put("id", id);
        questions.add(numbered);
        expected.put(id, decision + " " + reason);
    }

    private void assertAnswered() throws IOException {
        Path file = folder.resolve("in.jsonl");
        Files.write(file, questions.stream().map(JSON::writeValueAsString).toList());
        List<String> answers = admit(file).lines().toList();
        assertThat(answers).hasSameSizeAs(questions);
        for (int i = 0; i < answers.size(); i++) {
            JsonNode answer = JSON.readTree(answers.get(i));
            String said = answer.path("decision").asString() + " "
                    + answer.path("reason").asString();
            assertThat(said)
                    .as(questions.get(i).toString())
                    .startsWith(expected.get(answer.path("id").asString()));
        }
    }

    private static String admit(Path file) {
        PrintStream before = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int code = Evidence.run(
                    (web, properties) -> {
                        throw new AssertionError("opens no database");
                    },
                    "admit",
                    "--file",
                    file.toString());
            assertThat(code).isEqualTo(Evidence.DONE);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
