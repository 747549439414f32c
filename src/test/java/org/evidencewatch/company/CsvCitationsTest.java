package org.evidencewatch.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.evidencewatch.company.Fixture.read;

import java.util.List;
import org.evidencewatch.company.CitedPage.Kind;
import org.junit.jupiter.api.Test;

class CsvCitationsTest {

    private static final String FILE = Fixture.text("citations.csv");

    @Test
    void groupsRowsByCompany() {
        var result = read("citations.csv");

        assertThat(result.errors()).isEmpty();
        assertThat(result.additions())
                .extracting(CompanyCitations::slug, CompanyCitations::name)
                .containsExactly(
                        tuple("tidewater-courses", "tidewater-courses"), tuple("kestrel-radio", "Kestrel Radio"));
        assertThat(result.additions().getFirst().citations().getFirst().quote())
                .contains(new Quote("A plan can rest for one, two or three months.", "", ""));
        assertThat(result.additions().get(1).citations())
                .extracting(CitedPage::title, CitedPage::kind)
                .containsExactly(
                        tuple("Leaving \"Kestrel Plus\"", Kind.EVIDENCE),
                        tuple("https://www.kestrel-radio.example/account/plan", Kind.ACTION));
    }

    @Test
    void takesAWrongRowsCompanyOutAndNoOther() {
        var result = read("citations.csv", FILE.replace("2026-05-20", "20.5.2026"));

        assertThat(result.additions()).extracting(CompanyCitations::slug).containsExactly("tidewater-courses");
        assertThat(result.errors())
                .containsExactly(new InputProblem("citations.csv", 3, "accessed '20.5.2026' is no day (YYYY-MM-DD)"));
    }

    @Test
    void namesTheLineOnWhichARowBegins() {
        var rows = read("x.csv", """
                Company,URL,Quote

                Gull,https://gull.example/a,"first
                second"
                Gull,https://gull.example/b
                Tern,gull,
                ,https://gull.example/c,
                """);

        assertThat(rows.additions()).isEmpty();
        assertThat(problems(rows))
                .containsExactly(
                        "5: the row has 2 cells, the header 3",
                        "6: 'gull' is no address of a page: it does not begin with http:// or https://",
                        "7: '' names no company");
    }

    @Test
    void refusesHeadersThatItDoesNotKnow() {
        assertThat(problems(read("x.csv", "company,url,colour\nA,https://a.example/,red\n")))
                .singleElement()
                .asString()
                .startsWith("1: column 'colour' is not known");
        assertThat(problems(read("x.csv", "company,title\nA,B\n"))).containsExactly("1: column 'url' is missing");
        assertThat(problems(read("x.csv", "company;url\nA;https://a.example/\n"))
                        .getFirst())
                .contains("'company;url'")
                .contains("separated by commas");
        assertThat(problems(read("x.csv", "company,url\n"))).containsExactly("1: the file holds a header and no rows");
    }

    @Test
    void loadsNothingOfAFileThatBreaksOffWithinQuotes() {
        var result = read("x.csv", "company,url,quote\nA,https://a.example/,fine\nB,https://b.example/,\"not fi");

        assertThat(result.additions()).isEmpty();
        assertThat(problems(result))
                .containsExactly(
                        "3: the quotation marks of the row that begins at line 3 do not match; nothing was loaded");
    }

    @Test
    void refusesWordsBehindAClosedQuotationMark() {
        var result = read("x.csv", "company,url,quote\nA,https://a.example/,\"said\" he\nB,https://b.example/,\n");

        assertThat(result.additions()).isEmpty();
        assertThat(problems(result)).singleElement().asString().startsWith("2: the quotation marks of the row");
    }

    @Test
    void countsLinesAlikeWhateverEndsThem() {
        var text =
                "company,url,quote\n\nGull,https://gull.example/a, \"first\nsecond, \"\"third\"\"\" \n  \nTern,gull,\n";
        for (String end : List.of("\n", "\r\n", "\r")) {
            var result = read("x.csv", text.replace("\n", end));

            assertThat(problems(result)).singleElement().asString().startsWith("6: 'gull' is no address");
            assertThat(result.additions().getFirst().citations().getFirst().quote())
                    .contains(new Quote("first\nsecond, \"third\"", "", ""));
        }
    }

    @Test
    void loadsARowOnceThatStandsTwice() {
        var result = read("x.csv", "company,url\nA,https://a.example/x\nA,HTTPS://A.example:443/x#y\n");

        assertThat(result.additions().getFirst().citations()).hasSize(1);
        assertThat(result.warnings()).extracting(InputProblem::line).containsExactly(3);
    }

    private static List<String> problems(ReadResult result) {
        return result.errors().stream().map(e -> e.line() + ": " + e.reason()).toList();
    }
}
