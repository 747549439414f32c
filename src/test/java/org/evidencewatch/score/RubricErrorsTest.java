package org.evidencewatch.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the writer of a rubric is told: file, line and reason. */
class RubricErrorsTest {

    @Test
    void aRubricWithoutFaultIsUsable() {
        assertThat(Oak.errors(Oak.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "weight: 40 | weight: 30 | 4 | the weights sum to 90, not to 100",
                "weight: 40 | weight: 41 | 4 | the weights sum to 101, not to 100",
                "weight: 40 | weight: 40.5 | 18 | integer",
                "weight: 40 | weight: 101 | 18 | 100",
                "weight: 40 | weight: -1 | 18 | 0",
                "weight: 40 | wieght: 40 | 18 | wieght",
                "weight: 40 |  | 17 | weight",
                "role: cancellation_channels | role: cancel_channels | 11 | no fact has the role 'cancel_channels'; roles are cancellation_channels, ",
                "[online, in_app] | [online, fax] | 11 | no way is called 'fax'; ways are online, in_app, ",
                "any_of: [online, in_app] | any_of: [] | 11 | items",
                "any_of: [online, in_app] | says: yes | 11 | 'says' cannot be asked of cancellation_channels; ask one of [any_of, stated]",
                "at_least: 30 | says: yes | 20 | 'says' cannot be asked of refund_window; ask one of [at_least, over, at_most, under, stated]",
                "says: [yes, conditional] | at_least: 1 | 15 | 'at_least' cannot be asked of pause_offered; ask one of [says, stated]",
                "at_least: 30 | at_least: 30, over: 5 | 20 | asks one thing of a role, not [at_least, over]",
                "at_least: 30, scope: all | scope: all | 20 | asks one thing of a role, not none",
                "scope: all | scope: some | 20 | enumeration",
                "says: yes | says: maybe | 14 | /dimensions/cancellation_page/states/0/when/0/says",
                "at_least: 30 | at_least: -3 | 20 | minimum",
                "at_least: 30 | at_least: thirty | 20 | number",
                "at_least: 30 | at_most: 30 | 20 | with 'at most 30' a worse refund window would count more: of this role more is better for the subscriber",
                "at_least: 30 | under: 30 | 20 | with 'under 30' a worse",
                "at_most: 30 | at_least: 30 | 24 | with 'at least 30' a worse deletion delay would count more: of this role less is better for the subscriber",
                "at_most: 30 | over: 30 | 24 | with 'over 30' a worse deletion delay",
                "role: restocking_fee, over: 0 | role: restocking_fee, at_most: 0 | 20 | with 'at most 0' a worse restocking fee",
                "role: restocking_fee, over: 0 | role: refund_share, over: 0 | 20 | with 'over 0' a worse refund share",
                "role: restocking_fee, over: 0 | role: deletion_channels, any_of: [phone] | 20 | with 'phone' a worse deletion channels",
                "says: yes | says: no | 14 | with 'no' a worse access until period end",
                "says: yes | says: conditional | 14 | with 'on conditions' a worse access until period end",
                "says: [yes, conditional] | says: [yes, no] | 15 | with 'yes or no' a worse pause offered",
                "says: [yes, conditional] | says: [yes, yes] | 15 | /dimensions/pause/states/0/when/0/says",
                "role: pause_offered, says: [yes, conditional] | role: phone_required, says: yes | 15 | with 'yes' a worse phone required",
                "state: some, | state: month, | 21 | the state 'month' stands twice",
                "state: some, | state: documented, | 21 | the state 'documented' is of every dimension; call yours otherwise",
                "state: some, | state: silent, | 21 | the state 'silent' is of every dimension; call yours otherwise",
                "state: some, | state: Some, | 21 | pattern",
                "points: 0.505 | points: 1.5 | 21 | maximum value of 1",
                "points: 0.505 | points: -0.1 | 21 | minimum value of 0",
                "points: 0.505 | points: 0.5055 | 21 | 0.001",
                "points: 0.505 | points: half | 21 | number",
                "means: some time | means: ' ' | 21 | pattern",
                "silent: 0.1 | silent: 0.3 | 23 | 'silent' counts 0.3, more than the state before it (0.2); the best comes first",
                "from: 50, to: 79 | from: 50, to: 80 | 27 | the bands of A and B overlap at 80",
                "from: 50, to: 79 | from: 51, to: 79 | 28 | no grade for 50",
                "from: 50, to: 79 | from: 79, to: 50 | 27 | grade B begins at 79 and ends at 50",
                "from: 0, to: 49 | from: 1, to: 49 | 26 | no grade for 0",
                "from: 0, to: 49 | from: 20, to: 49 | 26 | no grade for 0 to 19",
                "from: 50, to: 79 | from: 50, to: 75 | 27 | no grade for 76 to 79",
                "from: 80, to: 100 | from: 80, to: 99 | 26 | no grade for 100",
                "from: 80, to: 100 | from: 80, to: 101 | 26 | maximum",
                "grade: B, | grade: A, | 27 | grade A has two bands",
                "grade: B, | grade: good, | 27 | pattern",
                "id: OAK-1.0 | id: oak | 1 | pattern",
                "sample: false | sample: perhaps | 2 | boolean",
                "sample: false | simple: false | 2 | simple",
                "`  pause: {` | `  channels: {` | 15 | channels",
                "`  pause: {` | `  price: {` | 15 | price",
                "`  pause: {` | `  pause: {{` | 15 | this is no YAML as it should be",
                "`  - { grade: A` | `  - { grade: A, grade: A` | 26 | grade",
            })
    void anErrorNamesLineAndReason(String right, String wrong, int line, String reason) {
        assertThat(Oak.TEXT).contains(right);
        var errors = Oak.errors(Oak.TEXT.replace(right, wrong == null ? "" : wrong));

        assertThat(errors).extracting(RubricError::file).containsOnly(Oak.FILE);
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.reason()).contains(reason);
            assertThat(error.line()).isEqualTo(line);
        });
    }

    @Test
    void documentedCountsNoMoreThanTheWorstState() {
        assertThat(Oak.errors(Oak.TEXT.replace("documented: 0.2\n    silent: 0.1", "documented: 0.6\n    silent: 0.1")))
                .containsExactly(new RubricError(
                        Oak.FILE,
                        22,
                        "'documented' counts 0.6, more than the state before it (0.505); the best comes first"));
    }

    @Test
    void oneReadingTellsAllThatIsWrongInTheOrderOfTheLines() {
        var errors = Oak.errors(Oak.TEXT
                .replace("weight: 40", "weight: 30")
                .replace("refund_window, stated", "refunds, stated")
                .replace("from: 0, to: 49", "from: 0, to: 48"));

        assertThat(errors).extracting(RubricError::line).containsExactly(4, 21, 28);
        assertThat(errors.getLast()).hasToString("oak-1.0.yaml:28: no grade for 49");
    }

    @Test
    void stillTellsLaterStatesFromTheBestOneBefore() {
        String risen = Oak.TEXT.replace(
                "    documented: 0.2\n    silent: 0.1",
                "      - { state: more, means: more, points: 0.8, when: [{ role: refundable, stated: true }] }\n"
                        + "    documented: 0.2\n    silent: 0.1");

        assertThat(Oak.errors(risen)).extracting(RubricError::line).containsExactly(22);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1 | the file is empty",
                "`# nothing but this` | 1 | the file is empty",
                "`just words` | 1 | object",
                "`- a list` | 1 | object",
                "`id: [` | 1 | this is no YAML as it should be",
                "`a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: {q: 1}}}}}}}}}}}}}}}}` | 1 | nest"
            })
    void whatIsNoRubricAtAllIsTold(String text, int line, String reason) {
        assertThat(Oak.errors(text)).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.reason()).containsIgnoringCase(reason);
        });
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(Oak.errors(Oak.TEXT + "---\nid: ELM-1.0\n"))
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).isEqualTo("a second document begins"))
                .satisfies(error -> assertThat(error.line()).isGreaterThanOrEqualTo(29));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(RubricReader.read(Oak.FILE, "id: Fäulnis".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new RubricReading.Faulty(List.of(new RubricError(Oak.FILE, 1, "not UTF-8"))));
    }

    @Test
    void aFileThatIsMissingOrTooLongIsRefused(@TempDir Path folder) throws Exception {
        var missing = folder.resolve("none.yaml");
        var longest = Files.writeString(folder.resolve("long.yaml"), "#".repeat(256 * 1024));
        var tooLong = Files.writeString(folder.resolve("longer.yaml"), "#".repeat(256 * 1024 + 1));

        assertThat(Rubrics.load(missing))
                .isEqualTo(new RubricReading.Faulty(List.of(new RubricError(missing.toString(), 1, "no such file"))));
        assertThat(((RubricReading.Faulty) Rubrics.load(longest)).errors())
                .extracting(RubricError::reason)
                .containsExactly("the file is empty");
        assertThat(((RubricReading.Faulty) Rubrics.load(tooLong)).errors())
                .extracting(RubricError::reason)
                .containsExactly("longer than 262144 bytes");
        assertThat(((RubricReading.Faulty) Rubrics.load(folder)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).startsWith("cannot be read"));
    }
}
