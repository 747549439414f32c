package org.evidencewatch.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.evidencewatch.company.Fixture.read;
import static org.evidencewatch.company.Fixture.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.assertj.core.groups.Tuple;
import org.evidencewatch.company.CitedPage.Kind;
import org.junit.jupiter.api.Test;

class CardReaderTest {

    private static final String CARD = Fixture.text("tidewater-courses.txt");
    private static final String HELP = "https://help.tidewater.example/knowledge/";

    @Test
    void readsWhatTheCardSaysAsAWhole() {
        var record = record(read("card.txt", CARD));

        assertThat(record.slug()).isEqualTo("tidewater-courses");
        assertThat(record.name()).isEqualTo("Tidewater Courses");
        assertThat(record.category()).contains("Online courses");
        assertThat(record.country()).contains("NZ");
        assertThat(record.assessment().score()).contains(63);
        assertThat(record.assessment().grade()).contains("B-");
        assertThat(record.assessment().tier()).contains("Documented-Policy");
        assertThat(record.assessment().rubric()).contains("CES-1.1");
        assertThat(record.assessment().lastReviewed()).contains(LocalDate.of(2026, 5, 18));
        assertThat(record.assessment().scope()).contains("documented public policy");
        assertThat(record.assessment().summary().orElseThrow())
                .startsWith("Members end their plan")
                .endsWith("that it had moved.");
    }

    @Test
    void readsOneClaimForEachFact() {
        var claims = record(read("card.txt", CARD)).claims();

        assertThat(claims)
                .extracting(Claim::dimension)
                .containsExactly(
                        Dimension.CHANNELS,
                        Dimension.CANCELLATION_PAGE,
                        Dimension.PAUSE,
                        Dimension.REFUND,
                        Dimension.DELETION);
        assertThat(claims.get(4).urls())
                .containsExactly(
                        "https://courses.tidewater.example/my/account",
                        "https://share.hsforms.com/1InventedTidewaterForm",
                        HELP + "delete-your-account-and-data");
    }

    @Test
    void citesEvidenceOnceAndActionsOfTheProse() {
        var citations = record(read("card.txt", CARD)).citations();

        assertThat(citations)
                .filteredOn(page -> page.kind() == Kind.EVIDENCE)
                .extracting(CitedPage::title)
                .containsExactly(
                        "Plans & billing | Tidewater Help",
                        "What's included in the free week?",
                        "Can't find the cancel button",
                        "How do refunds work?",
                        "Delete your account and your data",
                        "Say \"stop\": cancelling by letter");
        assertThat(citations)
                .filteredOn(page -> page.kind() == Kind.ACTION)
                .extracting(CitedPage::url)
                .containsExactly(
                        "https://courses.tidewater.example/my/account",
                        "https://share.hsforms.com/1InventedTidewaterForm");
        assertThat(citations.getFirst().accessed()).contains(LocalDate.of(2026, 5, 18));
    }

    @Test
    void readsTheSavedPageAsTheText() {
        var page = read("tidewater-courses.html");

        assertThat(page.format()).isEqualTo(RecordFormat.CARD_HTML);
        assertThat(page.warnings()).isEmpty();
        assertThat(record(page)).isEqualTo(record(read("card.txt", CARD)));
    }

    @Test
    void readsCardsThatAreWrittenOtherwise() {
        var record = record(read("card.txt", """
                ## How hard is it to cancel Café Ŝtato?
                Café Ŝtato scores 7 / 100 (Grade F) for its silence.
                **How to cancel Café Ŝtato**
                • Cancellation channels: by letter,
                  and nothing else
                Account deletion: see https://statocafe.example/help/account/leaving.
                Evidence (4)
                * [Leaving (and coming back)](https://statocafe.example/leave_(all)) (accessed 3 May 2026)
                * Terms — https://statocafe.example/terms — accessed 2026-05-04
                * {"title": "Caf\\u00e9 FAQ", "url": "https://statocafe.example/faq", "accessed": "2026-05-05"},
                * https://statocafe.example/prices
                Last reviewed: May 6, 2026
                Cite this. The Index. https://index.example/c/Cafe-Stato/
                """));

        assertThat(record.slug()).isEqualTo("cafe-stato");
        assertThat(record.assessment().grade()).contains("F");
        assertThat(record.assessment().lastReviewed()).contains(LocalDate.of(2026, 5, 6));
        assertThat(record.claims())
                .extracting(Claim::statement)
                .containsExactly("by letter, and nothing else", "see https://statocafe.example/help/account/leaving.");
        assertThat(record.citations())
                .extracting(CitedPage::title, CitedPage::url, CitedPage::accessed, CitedPage::kind)
                .containsExactly(
                        cited("Leaving (and coming back)", "leave_(all)", "2026-05-03"),
                        cited("Terms", "terms", "2026-05-04"),
                        cited("Café FAQ", "faq", "2026-05-05"),
                        cited("https://statocafe.example/prices", "prices", ""),
                        cited("https://statocafe.example/help/account/leaving", "help/account/leaving", ""));
    }

    private static Tuple cited(String title, String path, String day) {
        return tuple(
                title,
                "https://statocafe.example/" + path,
                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                Kind.EVIDENCE);
    }

    @Test
    void takesTheSlugFromTheNameWhereTheIndexGivesNone() {
        var record =
                record(read("card.txt", CARD.replace(" https://www.leaving-index.example/c/tidewater-courses", "")));

        assertThat(record.slug()).isEqualTo("tidewater-courses");
    }

    @Test
    void neverCitesTheIndexItself() {
        var result = read(
                "card.txt",
                CARD.replace(
                        "Evidence\n", "Evidence\n- Its own page https://leaving-index.example/c/tidewater-courses\n"));

        assertThat(record(result).citations()).hasSize(8);
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(12);
            assertThat(warning.reason()).contains("the index itself");
        });
    }

    @Test
    void refusesTheCardWhereverItIsCut() {
        int whole = CARD.indexOf("(CC BY-SA 4.0).");
        for (int end = 1; end < whole + "(CC BY-SA 4.0".length(); end++) {
            if (CARD.startsWith("(", end) || CARD.startsWith(" (CC", end)) {
                continue;
            }
            var result = read("card.txt", CARD.substring(0, end));
            assertThat(result.records()).as("cut at %d", end).isEmpty();
            assertThat(result.errors()).as("cut at %d", end).isNotEmpty();
        }
    }

    @Test
    void refusesTheSavedPageWhereverItIsCut() {
        String page = Fixture.text("tidewater-courses.html");
        for (int end = 1; end < page.indexOf("Cite this"); end += 7) {
            assertThat(read("card.html", page.substring(0, end)).records())
                    .as("cut at %d", end)
                    .isEmpty();
        }
    }

    @Test
    void saysWhereACutCardEnds() {
        var result = read("card.txt", CARD.substring(0, CARD.indexOf("4177") + 2));

        assertThat(result.errors())
                .containsExactly(new InputProblem(
                        "card.txt",
                        14,
                        "the card ends at line 14 in the middle of an evidence line (missing: 'Last reviewed',"
                                + " 'Cite this'); nothing was loaded"));
    }

    @Test
    void refusesTheWholeCardForOneBrokenAddress() {
        var result =
                read("card.txt", CARD.replace("https://forum.tidewater.example/t/cant", "https//forum.example/t/cant"));

        assertThat(result.records()).isEmpty();
        assertThat(result.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(14);
            assertThat(error.reason()).contains("https//forum.example").contains("does not begin with http");
        });
    }

    @Test
    void refusesDaysAndScoresThatCannotBe() {
        assertThat(errors(CARD.replaceFirst("accessed 2026-05-18", "accessed 2026-02-30")))
                .containsExactly("12: '2026-02-30' is no day");
        assertThat(errors(CARD.replace("63/100", "630/100"))).containsExactly("3: score 630 is not within 0..100");
        assertThat(errors(CARD.replace("Last reviewed 2026-05-18", "Last reviewed soon")))
                .containsExactly("18: no day can be read after 'Last reviewed'");
        assertThat(errors(CARD.replace("(grade B-)", "(grade good)"))).containsExactly("3: 'good' is no grade");
    }

    private static List<String> errors(String card) {
        var result = read("card.txt", card);
        assertThat(result.records()).isEmpty();
        return result.errors().stream().map(e -> e.line() + ": " + e.reason()).toList();
    }

    @Test
    void loadsAnEvidenceLineOnceAndNamesTheSecond() {
        String line = CARD.lines().filter(l -> l.contains("/4101")).findFirst().orElseThrow();
        String again = line.replace("/4101", "/4101?utm_source=index#reply");
        var result = read("card.txt", CARD.replace(line, line + "\n" + again));

        assertThat(record(result).citations()).hasSize(8);
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.line()).isEqualTo(14);
            assertThat(warning.reason()).contains("first at line 13").contains("loaded once");
        });
    }

    @Test
    void loadsACardWithoutItsOptionalLines() {
        String card = CARD.replaceFirst("Online courses · NZ\n", "")
                .replaceFirst("- Pause/freeze.*\n", "")
                .replaceFirst("- Last reviewed.*\n", "")
                .replaceFirst("Scope & fairness\nThis is.*\n", "");
        var result = read("card.txt", card);

        assertThat(record(result).claims()).hasSize(4);
        assertThat(record(result).assessment().lastReviewed()).isEmpty();
        assertThat(result.warnings()).extracting(InputProblem::reason).containsExactly("no line 'Last reviewed DAY'");
    }

    @Test
    void warnsOfAFactInNoDimension() {
        var result = read("card.txt", CARD.replace("Evidence\n", "- Phone manners: rude\nEvidence\n"));

        assertThat(record(result).claims()).hasSize(5);
        assertThat(result.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.reason())
                        .isEqualTo("'Phone manners: rude' is no dimension of the rubric; left out"));
    }

    @Test
    void refusesTwoCardsInOneFileAndTextThatIsNone() {
        assertThat(errors(CARD + CARD)).containsExactly("1: the file holds 2 cards; give each its own file");
        assertThat(errors("Dear reader,\nnothing to see here.\n"))
                .singleElement()
                .asString()
                .contains("not a published card");
    }

    @Test
    void cleansControlsOutOfACard() {
        var result = read(
                "card.txt",
                CARD.replace("Online courses", "Online\u0007 courses").replace("NZ\nHow", "NZ\r\nHow"));

        assertThat(record(result).category()).contains("Online courses");
        assertThat(result.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.reason()).contains("U+0007"));
    }

    @Test
    void refusesTextThatIsTooLong() {
        String title = Matcher.quoteReplacement("x".repeat(501));

        assertThat(errors(CARD.replaceFirst("How do refunds work\\?", title)))
                .containsExactly("15: the title is 501 characters long; at most 500");
    }
}
