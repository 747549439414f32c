package org.evidencewatch.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.company.Fixture.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonDisputesTest {

    private static final String FILE = file();

    private static String file() {
        try {
            return Files.readString(Path.of("fixtures", "disputes", "disputes.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void readsEveryDisputeOfAFile() {
        var result = read("disputes.json", FILE);

        assertThat(result.errors()).isEmpty();
        assertThat(result.records()).isEmpty();
        assertThat(result.disputes()).hasSize(2);
        var first = result.disputes().getFirst();
        assertThat(first.line()).isEqualTo(3);
        assertThat(first.company()).isEqualTo("tidewater-courses");
        assertThat(first.party()).isEqualTo(Dispute.Party.COMPANY);
        assertThat(first.dimension()).contains(Dimension.REFUND);
        assertThat(first.received()).isEqualTo(LocalDate.of(2026, 6, 8));
        assertThat(result.disputes().getLast().contact()).isEqualTo(Optional.empty());
    }

    @Test
    void leavesTheOthersWholeWhenOneIsWrong() {
        var result = read(
                "disputes.json",
                FILE.replace("\"party\": \"company\"", "\"party\": \"rival\"").replace("2026-06-08", "8 June"));

        assertThat(result.disputes()).extracting(Dispute::company).containsExactly("fernhill-fitness");
        assertThat(result.errors()).extracting(InputProblem::line).containsExactlyInAnyOrder(5, 10);
        assertThat(result.errors())
                .allSatisfy(error -> assertThat(error.reason()).startsWith("/disputes/0/"));
    }

    @Test
    void boundsEveryFieldAndNamesNoContact() {
        assertThat(wrong("Your card says seven.", "x".repeat(10_001))).contains("/disputes/0/statement");
        assertThat(wrong("legal@tidewater.example", "a@b." + "x".repeat(300)))
                .contains("/disputes/0/contact")
                .doesNotContain("a@b.");
        assertThat(wrong("https://help", "ftp://help")).contains("no address of a page");
        assertThat(wrong("legal@tidewater.example", "\\u202Elegal")).contains("control character U+202E");
        assertThat(wrong("\"contact\"", "\"phone\"")).contains("phone");
        assertThat(wrong("tidewater-courses", "Tidewater Courses")).contains("/disputes/0/company");
        assertThat(wrong("\"disputes\": [", "\"companies\": [], \"disputes\": ["))
                .contains("companies");
    }

    private static String wrong(String words, String by) {
        var result = read("disputes.json", FILE.replace(words, by));
        assertThat(result.disputes()).hasSizeLessThan(2);
        return result.errors().getFirst().reason();
    }
}
