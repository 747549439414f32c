package org.evidencewatch.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evidencewatch.company.Fixture.read;
import static org.evidencewatch.company.Fixture.record;

import java.time.LocalDate;
import java.util.Optional;
import org.evidencewatch.company.CitedPage.Kind;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {

    private static final String FILE = Fixture.text("records.json");

    @Test
    void readsEveryRecordOfAFile() {
        var result = read("records.json");

        assertThat(result.errors()).isEmpty();
        assertThat(result.records())
                .extracting(CompanyRecord::slug)
                .containsExactly("fernhill-fitness", "osprey-letters");
        var gym = result.records().getFirst();
        assertThat(gym.assessment().lastReviewed()).contains(LocalDate.of(2026, 5, 21));
        assertThat(gym.citations().getFirst().quote())
                .contains(new Quote("thirty days of notice in writing", "A member gives ", ""));
        assertThat(gym.claims().get(1).urls())
                .containsExactly("https://www.fernhill.example/terms", "https://www.fernhill.example/faq/money");
        assertThat(gym.citations())
                .extracting(CitedPage::kind)
                .containsExactly(Kind.EVIDENCE, Kind.EVIDENCE, Kind.ACTION);
    }

    @Test
    void readsASingleRecord() {
        var record = record(read("one.json", """
                {"name": "Heron & Sons", "citations": [{"url": "https://heron.example/faq", "kind": "action"}]}"""));

        assertThat(record.slug()).isEqualTo("heron-sons");
        assertThat(record.citations())
                .containsExactly(new CitedPage(
                        "https://heron.example/faq",
                        "https://heron.example/faq",
                        Optional.empty(),
                        Kind.ACTION,
                        Optional.empty()));
    }

    @Test
    void leavesTheOtherRecordsWholeWhenOneIsWrong() {
        var result = read(
                "records.json",
                FILE.replace("\"score\": 41", "\"score\": 141").replace("\"grade\": \"D\"", "\"grades\": \"D\""));

        assertThat(result.records()).extracting(CompanyRecord::slug).containsExactly("osprey-letters");
        assertThat(result.errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.reason()).startsWith("/companies/0"));
        assertThat(result.errors()).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(7);
            assertThat(error.reason()).contains("/companies/0/score").contains("100");
        });
        assertThat(result.errors())
                .anySatisfy(error -> assertThat(error.reason()).contains("grades"));
    }

    @Test
    void namesTheLineOfABrokenAddressAndOfADayThatIsNone() {
        var result = read(
                "records.json",
                FILE.replace("https://osprey-letters.example/leave", "https:/osprey-letters.example/leave")
                        .replace("2026-05-21", "2026-05-32"));

        assertThat(result.records()).isEmpty();
        assertThat(result.errors()).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(38);
            assertThat(error.reason()).contains("names no host");
        });
        assertThat(result.errors())
                .anySatisfy(error -> assertThat(error.reason()).contains("/companies/0/lastReviewed"));
    }

    @Test
    void refusesACompanyThatStandsTwice() {
        var result = read("records.json", FILE.replace("osprey-letters\",", "fernhill-fitness\","));

        assertThat(result.records()).hasSize(1);
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(33);
            assertThat(error.reason()).contains("stands at line 3 already");
        });
    }

    @Test
    void refusesJsonThatIsCutWherever() {
        for (int end = 1; end < FILE.stripTrailing().length(); end += 3) {
            var result = read("records.json", FILE.substring(0, end));
            assertThat(result.records()).as("cut at %d", end).isEmpty();
            assertThat(result.errors()).as("cut at %d", end).isNotEmpty();
        }
        assertThat(read("records.json", FILE.substring(0, 200))
                        .errors()
                        .getFirst()
                        .reason())
                .contains("ends at line")
                .contains("nothing was loaded");
    }

    @Test
    void refusesWhatJsonLeavesOpen() {
        assertThat(error("{\"name\": \"A\",\n\"name\": \"B\", \"citations\": []}"))
                .startsWith("2:")
                .contains("name");
        assertThat(error("{\"name\": " + "[".repeat(65) + "]".repeat(65) + "}")).contains("64 levels");
        assertThat(error("{\"name\": \"A\", \"citations\": [{\"url\": \"https://a.example/\"}]}\n{}"))
                .isEqualTo("2: the document goes on behind its end");
        assertThat(error("[]")).contains("the document");
        assertThat(error("{\"companies\": []}")).contains("/companies");
        assertThat(error("{\"name\": \"A\\u0000B\", \"citations\": [{\"url\": \"https://a.example/\"}]}"))
                .isEqualTo("1: /name: it holds the control character U+0000");
        assertThat(error("{\"name\": \"字\", \"citations\": [{\"url\": \"https://a.example/\"}]}"))
                .contains("no slug");
    }

    private static String error(String json) {
        var result = read("file.json", json);
        assertThat(result.records()).isEmpty();
        assertThat(result.errors()).isNotEmpty();
        var first = result.errors().getFirst();
        return first.line() + ": " + first.reason();
    }
}
