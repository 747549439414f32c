package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.company.CompanyRecord;
import org.evidencewatch.score.Scorecard;

/** Prints a scorecard for people. */
final class ScorecardPrint {

    private final PrintWriter out;

    ScorecardPrint(PrintWriter out) {
        this.out = out;
    }

    void print(CompanyRecord record, Scorecard card) {
        out.println(Ink.safe(record.name()));
        out.println("published  " + published(record.assessment()));
        out.printf("computed   %d/100 (grade %s), by %s%n", card.score(), card.grade(), card.rubric());
        out.println("           "
                + card.difference(record.assessment()).orElse("the rubric reproduces the published score"));
        out.println();
        int name = width(card);
        card.lines()
                .forEach(line -> out.printf(
                        "  %-" + name + "s  %6s  %s  [%s]%n",
                        line.name(),
                        line.weight() == 0 ? "-" : line.points().toPlainString(),
                        Ink.safe(line.words()),
                        line.state()));
        card.caveat().ifPresent(caveat -> out.printf("%n%s%n", caveat));
        out.flush();
    }

    private static int width(Scorecard card) {
        return card.lines().stream()
                .mapToInt(line -> line.name().length())
                .max()
                .orElse(1);
    }

    /** A score with its grade, as far as there are any. */
    static String standing(Optional<Integer> score, Optional<String> grade) {
        return score.map(points -> points + "/100").orElse("no score")
                + grade.map(letter -> " (grade " + Ink.safe(letter) + ")").orElse("");
    }

    private static String published(Assessment assessment) {
        return standing(assessment.score(), assessment.grade())
                + assessment.rubric().map(rubric -> ", by " + Ink.safe(rubric)).orElse("");
    }
}
