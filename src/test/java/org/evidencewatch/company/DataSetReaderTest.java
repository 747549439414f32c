package org.evidencewatch.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evidencewatch.citation.CanonicalUrl;
import org.evidencewatch.company.CitedPage.Kind;
import org.evidencewatch.company.Correction.Basis;
import org.evidencewatch.company.Correction.Cited;
import org.evidencewatch.company.Correction.ClaimChange;
import org.evidencewatch.company.Correction.Mark;
import org.evidencewatch.company.Correction.Repair;
import org.evidencewatch.company.LastConfirmed.Seer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exported data set is read back as it was; what is wrong in one is named, and only its company is left out. */
class DataSetReaderTest {

    private static final Instant AT = Instant.parse("2026-06-13T02:00:00.123456Z");
    private static final String DIGEST = "ab".repeat(32);
    private static final String TERMS = "https://tern.example/terms";
    private static final PublishedCompany TERN = tern();
    private static final String FILE = document(TERN);

    private static PublishedCompany tern() {
        var assessment = new Assessment(
                Optional.of(56),
                Optional.of("C+"),
                Optional.of("Tier"),
                Optional.of("CES-1.1"),
                Optional.of(LocalDate.of(2026, 6, 10)),
                Optional.of("scope"),
                Optional.of("two\nlines"));
        var record = new CompanyRecord(
                "tern", "Tern", Optional.of("Shops"), Optional.of("NZ"), assessment, List.of(), List.of());
        var seen = new Checked(Optional.of(new LastConfirmed(AT, DIGEST, Seer.MACHINE)), Optional.of(AT));
        var quoted = new CitedPage(
                TERMS,
                "Terms",
                Optional.of(LocalDate.of(2026, 6, 9)),
                Kind.EVIDENCE,
                Optional.of(new Quote("words", "before ", "")));
        var form = new CitedPage("https://tern.example/form", "Form", Optional.empty(), Kind.ACTION, Optional.empty());
        var told = List.of(new Told("fact-worse", Optional.of("30 days"), Optional.empty()));
        return new PublishedCompany(
                record,
                7,
                true,
                Optional.of(DIGEST),
                List.of(new PublishedClaim(
                        new Claim(Dimension.REFUND, "30 days", List.of(TERMS)),
                        2,
                        List.of(new Support(TERMS, Optional.of("thirty days"), seen)))),
                List.of(new PublishedCitation(quoted, seen), new PublishedCitation(form, Checked.NEVER)),
                List.of(moved(told), repaired()),
                List.of(new RescoreReason(new UUID(3, 3), AT, "material-worse", Optional.of(TERMS), told)));
    }

    private static Correction moved(List<Told> told) {
        return new Correction(
                new UUID(1, 1),
                AT,
                "material-worse",
                Basis.CONFIRMED_CHANGE,
                Optional.of(7),
                new Mark(Optional.of(60), Optional.of("B")),
                Mark.NONE,
                List.of(new ClaimChange(Dimension.REFUND, 2, Optional.empty(), Optional.of("30 days"))),
                Optional.empty(),
                Optional.of(TERMS),
                told,
                Optional.of(DIGEST),
                Optional.empty());
    }

    private static Correction repaired() {
        return new Correction(
                new UUID(2, 2),
                AT.minusSeconds(1),
                "source-moved",
                Basis.REVIEW,
                Optional.empty(),
                Mark.NONE,
                Mark.NONE,
                List.of(),
                Optional.of(new Repair(
                        "moved",
                        new Cited(Optional.of(TERMS), Optional.of("words")),
                        new Cited(Optional.empty(), Optional.empty()))),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(DIGEST));
    }

    private static String document(PublishedCompany company) {
        return """
                {
                  "$schema": "urn:evidence-watch:open-data:1",
                  "schemaVersion": "1.0",
                  "title": "T", "licence": {"name": "L"},
                  "companies": [
                %s
                  ]
                }
                """.formatted(DataSetJson.company(company).toPrettyString());
    }

    private static ReadResult read(String text) {
        return new RecordReader(html -> List.of(), CanonicalUrl::read)
                .read("dataset.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(String text) {
        var result = read(text);
        assertThat(result.published()).isEmpty();
        assertThat(result.errors()).isNotEmpty();
        var error = result.errors().getFirst();
        return error.line() + ": " + error.reason();
    }

    @Test
    void whatWasWrittenIsReadBackEqual() {
        var result = read(FILE);

        assertThat(result.errors()).isEmpty();
        assertThat(result.format()).isEqualTo(RecordFormat.DATA_SET);
        assertThat(result.published()).containsExactly(TERN);
    }

    @Test
    void oneWrongCompanyLeavesTheOthersWhole() {
        String other = DataSetJson.company(TERN).toPrettyString().replace("\"tern\"", "\"gull\"");
        String text = FILE.replaceFirst("\n  ]\n}\\s*$", ",\n" + other.replace("56", "156") + "\n  ]\n}\n");

        var result = read(text);
        assertThat(result.published()).extracting(PublishedCompany::slug).containsExactly("tern");
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.reason()).startsWith("/companies/1/score:");
            assertThat(text.lines().toList().get(error.line() - 1)).contains("156");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ordinal\" : 2 | \"ordinal\" : 3 | its key is another",
                "\"words\" : \"thirty days\" | \"words\" : \"\" | /companies/0/claims/0/support/0/words",
                "https://tern.example/form | gopher://tern.example/form | is no address of a page",
                "\"confirmedBy\" : \"machine\" | \"confirmedBy\" : \"rita\" | confirmedBy",
                "2026-06-13T02:00:00.123456Z | 2026-06-31T02:00:00Z | date-time",
                "\"revision\" : 7, | \"revision\" : -7, | /companies/0/revision",
                "\"revision\" : 7, | \"revision\" : 7, \"colour\" : 1, | colour",
                "\"basis\" : \"review\" | \"basis\" : \"whim\" | basis",
                "urn:uuid:00000000-0000-0002-0000-000000000002 | urn:uuid:00000000-0000-0001-0000-000000000001 | stands twice",
                "\"slug\" : \"tern\" | \"slug\" : \"Tern!\" | /companies/0/slug",
                "\"two\\nlines\" | \"two\\u202Elines\" | control character U+202E"
            })
    void whatIsWrongIsNamed(String right, String wrong, String expected) {
        String text = FILE.replace(right.strip(), wrong.strip());
        assertThat(text).isNotEqualTo(FILE);

        assertThat(problem(text)).contains(expected.strip());
    }

    @Test
    void aClaimRestsOnWhatIsCited() {
        String text = FILE.replaceFirst("\"" + TERMS + "\"", "\"https://tern.example/other\"");

        assertThat(problem(text)).contains("'https://tern.example/other' is not cited");
    }

    @Test
    void whoeverSaysWhenSaysByWhat() {
        assertThat(problem(FILE.replaceFirst("\"snapshot\" : \"[a-f0-9]+\",", "")))
                .contains("snapshot");
        assertThat(problem(FILE.replaceFirst(
                        "\"lastConfirmed\" : \"[^\"]+\",(\\s+)\"snapshot\"",
                        "\"lastConfirmed\" : \"never\",$1\"snapshot\"")))
                .contains("/companies/0/claims/0/support/0");
    }

    @Test
    void whatOnlyAConstructorFindsIsAProblemToo() {
        // as long as the schema allows in characters, too long in UTF-16
        assertThat(problem(FILE.replace("\"name\" : \"Tern\"", "\"name\" : \"" + "😀".repeat(150) + "\"")))
                .contains("the name is 300 characters long");
    }

    @Test
    void aFileThatBreaksOffHoldsNothing() {
        assertThat(problem(FILE.substring(0, FILE.length() - 6))).contains("the file ends");
        assertThat(problem(FILE + "{}")).contains("goes on behind its end");
    }

    @Test
    void theSameCompanyTwiceIsLoadedOnce() {
        String again = "," + DataSetJson.company(TERN).toPrettyString();
        var result = read(
                FILE.replaceFirst("\n  ]\n}\\s*$", java.util.regex.Matcher.quoteReplacement(again) + "\n  ]\n}\n"));

        assertThat(result.published()).hasSize(1);
        assertThat(result.errors()).singleElement().asString().contains("company 'tern' stands at line 6 already");
    }

    @Test
    void anotherVersionIsRefusedWhole() {
        assertThat(problem(FILE.replace("open-data:1", "open-data:2"))).contains("/$schema");
        assertThat(problem(FILE.replace("\"1.0\"", "\"1.7\""))).contains("/schemaVersion");
        assertThat(problem("{\"$schema\": \"urn:evidence-watch:open-data:1\", \"schemaVersion\": \"1.0\"}"))
                .contains("companies");
    }

    @Test
    void anIndexWithoutCompaniesIsOne() {
        var result = read(
                "{\"$schema\": \"urn:evidence-watch:open-data:1\", \"schemaVersion\": \"1.0\", \"companies\": []}");

        assertThat(result.errors()).isEmpty();
        assertThat(result.published()).isEmpty();
    }
}
