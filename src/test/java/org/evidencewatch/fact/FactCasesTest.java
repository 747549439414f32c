package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Fragments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the passages of {@code fixtures/facts}, invented in the wording of many kinds of help page, and lays what is found
 * beside what a person says is there. Rules were written with {@code dev.jsonl} in view and never with {@code held.jsonl}.
 */
class FactCasesTest {

    private static final Path CASES = Path.of("fixtures/facts");

    private final FactReader reader = new FactReader();

    /** The floors stand a little below what is reached, so that a rule that breaks others is seen. */
    @ParameterizedTest
    @CsvSource({"dev.jsonl, 0.93, 0.95, 0.05", "held.jsonl, 0.85, 0.90, 0.10"})
    void findsWhatChanged(String file, double f1, double material, double alarmed) throws IOException {
        var score = new Tally();
        for (String line : Files.readAllLines(CASES.resolve(file))) {
            score.add(JsonMapper.shared().readTree(line));
        }
        assertThat(score.f1()).as("F1 of %s", score).isGreaterThanOrEqualTo(f1);
        assertThat(score.material()).as("material of %s", score).isGreaterThanOrEqualTo(material);
        assertThat(score.alarmed()).as("false alarms of %s", score).isLessThanOrEqualTo(alarmed);
        assertThat(score.wrongDirections).as("directions of %s", score).isZero();
    }

    @Test
    void everyFactNamesItsWordsAndItsRule() throws IOException {
        for (String line : Files.readAllLines(CASES.resolve("dev.jsonl"))) {
            for (Fact fact : facts(JsonMapper.shared().readTree(line), "before").facts()) {
                assertThat(fact.rule()).matches("en-(values|flags):\\d+|channels");
                assertThat(fact.sentence().substring(fact.start(), fact.end())).isNotBlank();
            }
        }
    }

    private FactSheet facts(JsonNode passages, String side) {
        String text = passages.path(side).asString();
        List<Block> blocks =
                passages.path("format").asString().equals("html") ? Fragments.ofHtml(text) : Fragments.ofText(text);
        return reader.read(blocks);
    }

    /** Changes found, missed and made up. */
    private final class Tally {

        private int found;
        private int missed;
        private int madeUp;
        private int wrongDirections;
        private int cases;
        private int judgedRight;
        private int immaterial;
        private int falseAlarms;

        void add(JsonNode passages) {
            List<FactChange> changes = FactChanges.between(facts(passages, "before"), facts(passages, "after"));
            var left = new ArrayList<>(changes);
            for (JsonNode expected : passages.path("expected_changes")) {
                Optional<FactChange> match =
                        left.stream().filter(change -> is(change, expected)).findFirst();
                match.ifPresent(left::remove);
                match.filter(change -> !directed(change, expected)).ifPresent(change -> wrongDirections++);
                found += match.isPresent() ? 1 : 0;
                missed += match.isPresent() ? 0 : 1;
            }
            for (JsonNode optional : passages.path("optional_changes")) {
                left.removeIf(change -> is(change, optional));
            }
            madeUp += left.size();
            cases++;
            boolean material = passages.path("material").asBoolean();
            judgedRight += changes.isEmpty() != material ? 1 : 0;
            immaterial += material ? 0 : 1;
            falseAlarms += material || changes.isEmpty() ? 0 : 1;
        }

        double f1() {
            return 2.0 * found / (2 * found + missed + madeUp);
        }

        double material() {
            return (double) judgedRight / cases;
        }

        double alarmed() {
            return (double) falseAlarms / immaterial;
        }

        @Override
        public String toString() {
            return "%d cases: %d found, %d missed, %d made up, F1 %.3f, material %.3f, false alarms %.3f"
                    .formatted(cases, found, missed, madeUp, f1(), material(), alarmed());
        }
    }

    private static boolean is(FactChange change, JsonNode expected) {
        return change.role().word().equals(expected.path("role").asString())
                && accepted(expected, "before").contains(text(change.before()))
                && accepted(expected, "after").contains(text(change.after()));
    }

    private static boolean directed(FactChange change, JsonNode expected) {
        String direction = change.direction().name().toLowerCase(Locale.ROOT);
        return expected.path("direction").asString().equals(direction)
                || expected.path("direction_alt")
                        .valueStream()
                        .anyMatch(other -> other.asString().equals(direction));
    }

    private static Set<String> accepted(JsonNode expected, String side) {
        var accepted = new TreeSet<String>();
        accepted.add(plain(expected.path(side)));
        expected.path(side + "_alt").valueStream().map(FactCasesTest::plain).forEach(accepted::add);
        return accepted;
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).sorted().toList().toString();
        }
        return value.isNull() ? "-" : canonical(value.asString());
    }

    private static String text(Optional<Fact> fact) {
        return fact.map(Fact::value)
                .map(value -> value instanceof Value.Channels ways
                        ? ways.channels().stream()
                                .map(Channel::word)
                                .sorted()
                                .toList()
                                .toString()
                        : canonical(value.text()))
                .orElse("-");
    }

    /** Weeks are days, years are months, hours of whole days are days, and numbers have no idle zeros. */
    private static String canonical(String value) {
        if (value.contains("/")) {
            String[] ends = value.split("/", -1);
            return canonical(ends[0]) + "/" + canonical(ends[1]);
        }
        if (value.matches("P0D|P0BD|0%|[A-Z]{3} 0(\\.0+)?")) {
            return "0";
        }
        if (value.matches("P\\d+W|P\\d+Y|PT\\d+H")) {
            int amount = Integer.parseInt(value.replaceAll("\\D", ""));
            return switch (value.charAt(value.length() - 1)) {
                case 'W' -> "P" + 7 * amount + "D";
                case 'Y' -> "P" + 12 * amount + "M";
                default -> amount % 24 == 0 ? "P" + amount / 24 + "D" : value;
            };
        }
        return value.matches(".*\\.\\d*0") ? value.replaceAll("\\.?0+$", "") : value;
    }
}
