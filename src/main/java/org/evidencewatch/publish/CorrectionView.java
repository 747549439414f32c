package org.evidencewatch.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Correction;
import org.evidencewatch.company.Correction.ClaimChange;
import org.evidencewatch.company.Correction.Repair;
import org.evidencewatch.company.Told;

/**
 * A correction as people read it.
 *
 * @param anchor its place on the company's page
 * @param what what was decided
 * @param score what became of the score; empty where none was published or the record did not move
 * @param ground what it rests on
 * @param claims claims before and after
 * @param facts stated facts of the page before and after
 * @param words other words of the page before and after
 */
record CorrectionView(
        String slug,
        String name,
        String anchor,
        String decided,
        String day,
        String what,
        Optional<String> score,
        String ground,
        List<Sides> claims,
        List<Sides> facts,
        List<Sides> words,
        Optional<String> repair,
        Optional<String> page,
        Optional<String> link,
        Optional<String> snapshotBefore,
        Optional<String> snapshotAfter) {

    /** Something before and after. */
    record Sides(String label, Optional<String> before, Optional<String> after) {}

    static CorrectionView of(String slug, String name, Correction correction) {
        return new CorrectionView(
                slug,
                name,
                "correction-" + correction.id(),
                Labels.machine(correction.decided()),
                Labels.minute(correction.decided()),
                Labels.of(correction.kind()),
                score(correction),
                Labels.of(correction.basis()),
                correction.claims().stream().map(CorrectionView::claim).toList(),
                correction.told().stream()
                        .filter(Told::ofFact)
                        .map(CorrectionView::fact)
                        .toList(),
                correction.told().stream()
                        .filter(told -> !told.ofFact())
                        .filter(told ->
                                told.before().isPresent() || told.after().isPresent())
                        .map(told -> new Sides(sentence(told.code()), told.before(), told.after()))
                        .toList(),
                correction.repair().map(Repair::kind).map(Labels::ofRepair),
                correction.page(),
                correction.page().flatMap(Labels::link),
                correction.snapshotBefore(),
                correction.snapshotAfter());
    }

    /** It in a few sentences, as plain text. */
    String summary() {
        var sentences = new ArrayList<String>();
        sentences.add(what + ".");
        repair.ifPresent(sentences::add);
        score.ifPresent(sentences::add);
        claims.forEach(claim -> sentences.add(sides(claim)));
        facts.forEach(fact -> sentences.add(sides(fact)));
        sentences.add(ground);
        page.ifPresent(url -> sentences.add("Page: " + url));
        return String.join(" ", sentences);
    }

    private static String sides(Sides sides) {
        return "%s: %s -> %s."
                .formatted(
                        sides.label(),
                        sides.before().map(words -> "“" + words + "”").orElse("not stated"),
                        sides.after().map(words -> "“" + words + "”").orElse("not stated"));
    }

    private static Optional<String> score(Correction correction) {
        boolean published = correction.before().score().isPresent()
                || correction.after().score().isPresent();
        if (correction.revision().isEmpty() || !published) {
            return Optional.empty();
        }
        String before = Labels.of(correction.before());
        return Optional.of(
                correction.before().equals(correction.after())
                        ? "The score stays at %s.".formatted(before)
                        : "The score went from %s to %s.".formatted(before, Labels.of(correction.after())));
    }

    private static Sides claim(ClaimChange claim) {
        return new Sides(Labels.of(claim.dimension()), claim.before(), claim.after());
    }

    private static Sides fact(Told told) {
        String label = switch (told.code()) {
            case "fact-worse" -> "Worse";
            case "fact-better" -> "Better";
            default -> "Changed";
        };
        return new Sides(label, told.before(), told.after());
    }

    /** {@code number-changed} becomes {@code Number changed}. */
    private static String sentence(String code) {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
