package org.evidencewatch.change;

import java.util.List;
import java.util.stream.Collectors;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactSheet;

/**
 * Whether a cited page states anything of a claim's kind at all, in words that say what was tested and no more: what our rules
 * do not read may still stand there. Pure.
 */
record Sufficiency(boolean sufficient, String tested) {

    private static final int NAMED = 3;

    static Sufficiency of(Dimension dimension, CitedText page) {
        Matter matter = Matter.of(dimension);
        List<Fact> facts = page.sheet().facts().stream()
                .filter(fact -> !fact.entailed() && fact.role().dimension() == dimension)
                .toList();
        String sentences =
                count(page.sheet().sentences().size(), "sentence") + (page.posts() ? " posted by staff" : "");
        return facts.isEmpty()
                ? new Sufficiency(false, nothing(matter, sentences, page))
                : new Sufficiency(true, something(matter, facts, sentences));
    }

    private static String nothing(Matter matter, String sentences, CitedText page) {
        long near = page.sheet().sentences().stream()
                .filter(sentence -> speaks(sentence, matter.dimension()))
                .count();
        return "The page states nothing about %s that our rules read: %s, none with a %s role%s."
                .formatted(
                        matter.words(),
                        sentences,
                        matter.dimension().key(),
                        near == 0 ? "" : "; " + near + " of them may speak of it in words that were not understood");
    }

    private static boolean speaks(FactSheet.Sentence sentence, Dimension dimension) {
        return sentence.topics().stream().anyMatch(role -> role.dimension() == dimension);
    }

    private static String something(Matter matter, List<Fact> facts, String sentences) {
        String named = facts.stream()
                .limit(NAMED)
                .map(fact -> fact.role().word() + " " + fact.value().text())
                .collect(Collectors.joining(", "));
        return "The page states %s about %s that our rules read (%s%s), in %s."
                .formatted(
                        count(facts.size(), "fact"),
                        matter.words(),
                        named,
                        facts.size() > NAMED ? ", …" : "",
                        sentences);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
