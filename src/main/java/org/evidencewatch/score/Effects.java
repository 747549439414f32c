package org.evidencewatch.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Assessment;
import org.evidencewatch.fact.Fact;

/** Lays two gradings of one record side by side. Pure. */
final class Effects {

    private final Grades before;
    private final Grades after;

    private Effects(Grades before, Grades after) {
        this.before = before;
        this.after = after;
    }

    /** Both by the same rubric. */
    static Effect of(Assessment published, Grades before, Grades after) {
        Rubric rubric = after.rubric();
        int points = after.score() - before.score();
        Optional<Integer> score = published.score().map(from -> Math.clamp(from + points, 0, Rubric.BEST));
        Scorecard card = before.card();
        return new Effect(
                published.score(),
                published.grade(),
                score,
                score.equals(published.score()) ? published.grade() : score.map(rubric::grade),
                points,
                new Effects(before, after).lines(),
                card.reproduces(published),
                card.difference(published),
                rubric.caveat());
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < before.graded().size(); i++) {
            line(before.graded().get(i), after.graded().get(i)).ifPresent(lines::add);
        }
        if (!before.billing().statements().equals(after.billing().statements())) {
            lines.add(billing());
        }
        return lines;
    }

    private static Optional<String> line(Graded from, Graded to) {
        String name = from.criterion().name();
        if (!from.said().equals(to.said())) {
            return Optional.of("%s: %s, %s".formatted(name, moved(from, to), counted(from, to)));
        }
        return from.claimed().statements().equals(to.claimed().statements())
                ? Optional.empty()
                : Optional.of("%s: nothing differs that the rubric grades, %s".formatted(name, counted(from, to)));
    }

    /** "refund window 30 days -> 14 days": the name of a role once. */
    private static String moved(Graded from, Graded to) {
        return from.said() + " -> " + (haveOneRole(from, to) ? value(to.facts().getFirst()) : to.said());
    }

    private static boolean haveOneRole(Graded from, Graded to) {
        return from.told().size() == 1
                && to.told().size() == 1
                && from.facts().getFirst().role() == to.facts().getFirst().role();
    }

    private static String value(Fact fact) {
        return fact.told().substring(fact.role().word().length()).strip();
    }

    private static String counted(Graded from, Graded to) {
        String now = Figures.points(to.points());
        return from.points().compareTo(to.points()) == 0
                ? "still " + now
                : Figures.points(from.points()) + " -> " + now;
    }

    private String billing() {
        return "%s: %s -> %s, %s".formatted(Grades.BILLING, before.billed(), after.billed(), Grades.NO_WEIGHT);
    }
}
