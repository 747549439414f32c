package org.evidencewatch.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.Post;
import org.evidencewatch.extract.Post.Role;
import org.evidencewatch.extract.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What single sentences add to the course of a problem: those in view when the wordings were collected, and those not. */
class ProblemSentencesTest {

    /** So many of the sentences that were held back are read as a person reads them. */
    private static final double FLOOR = 0.75;

    private static final LocalDate REPORTED = LocalDate.parse("2025-12-20");

    record Line(Role role, LocalDate day, String said, String told, String sentence) {

        static Line of(String line) {
            String[] cells = line.split(" \\| ", 5);
            Role role = cells[0].equals("S") ? Role.STAFF : Role.MEMBER;
            return new Line(role, LocalDate.parse(cells[1]), cells[2], cells[3], cells[4]);
        }

        /** What the post adds, as the file writes it. */
        String read() {
            var topic = new Topic(
                    List.of(
                            new Post(1, "mara", Role.MEMBER, false, false, Optional.of(REPORTED)),
                            new Post(2, "lee", role, false, false, Optional.of(day))),
                    Optional.empty(),
                    List.of());
            List<Block> blocks = List.of(block(1, "The cancel button does not work."), block(2, sentence));
            return new ProblemReader()
                    .read(blocks, topic).orElseThrow().course().stream()
                            .filter(step -> step.post() == 2)
                            .reduce((before, last) -> last)
                            .map(step -> step.said() + " " + step.date().orElseThrow())
                            .orElse("- -");
        }

        private static Block block(long post, String text) {
            return new Block("", text, text, BlockKind.PARAGRAPH, Optional.of(post));
        }
    }

    static Stream<Line> dev() throws IOException {
        return lines("problems.dev.txt");
    }

    @ParameterizedTest
    @MethodSource("dev")
    void readsTheSentencesThatWereInView(Line line) {
        assertThat(line.read()).as(line.sentence()).isEqualTo(line.said() + " " + line.told());
    }

    @Test
    void readsMostOfThoseThatWereNot() throws IOException {
        List<Line> lines = lines("problems.held.txt").toList();
        List<String> wrong = lines.stream()
                .filter(line -> !line.read().equals(line.said() + " " + line.told()))
                .map(line -> line.read() + " | " + line)
                .toList();
        double right = 1 - (double) wrong.size() / lines.size();

        assertThat(right).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(FLOOR);
    }

    /** What is not there must not be seen: a wrong "fixed" is worse than a missed one. */
    @Test
    void takesNothingForARepairThatIsNone() throws IOException {
        assertThat(lines("problems.held.txt"))
                .filteredOn(line -> line.read().startsWith("FIXED"))
                .allSatisfy(line -> assertThat(line.said()).isEqualTo("FIXED"));
    }

    private static Stream<Line> lines(String file) throws IOException {
        return Files.readAllLines(Path.of("fixtures/facts").resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Line::of);
    }
}
