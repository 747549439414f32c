package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Verdict.Changed;
import org.evidencewatch.change.Verdict.Cosmetic;
import org.evidencewatch.change.Verdict.Degraded;
import org.evidencewatch.change.Verdict.Variant;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.fact.FactChange;

/**
 * What the difference of two good readings amounts to. The later one is held against the baseline, and where the page has
 * shown something that is more like it, against that.
 */
final class Comparison {

    private static final int MOST_REASONS = 30;
    private static final double TRANSLATED = 0.4;
    private static final double BREADTH = 2;

    /** What is worse for the subscriber comes first, however much hangs on what is better. */
    private static final Comparator<Reason> WORST_FIRST = Comparator.comparing(Reason::worsens)
            .thenComparingInt(Reason::severity)
            .reversed();

    private final Reading baseline;
    private final Reading now;
    private final KnownStates known;

    Comparison(Reading baseline, Reading now, KnownStates known) {
        this.baseline = baseline;
        this.now = now;
        this.known = known;
    }

    Verdict verdict() {
        Verdict direct = against(baseline);
        if (direct instanceof Cosmetic || direct instanceof Variant) {
            return direct;
        }
        Optional<Reading> nearest = known.nearest(Shingles.of(Passage.of(now.blocks())));
        if (nearest.isEmpty() || nearest.get().comparisonText().equals(baseline.comparisonText())) {
            return direct;
        }
        Verdict other = against(nearest.get());
        return other instanceof Cosmetic ? new Variant() : other;
    }

    private Verdict against(Reading side) {
        var posts = TopicPosts.of(side, now);
        List<Passage> before = Passage.of(posts.before());
        List<Passage> after = Passage.of(posts.after());
        if (words(before).equals(words(after)) && posts.reasons().isEmpty()) {
            return new Cosmetic();
        }
        Shingles allBefore = Shingles.of(before);
        Shingles allAfter = Shingles.of(after);
        Optional<Reason> language = Language.switched(before, after);
        if (language.isPresent() && ofLikeLength(allBefore, allAfter)) {
            return new Changed(language.get().severity(), List.of(language.get()));
        }
        Optional<Reason> collapse = Collapse.of(side, now, allBefore, allAfter);
        if (collapse.isPresent()) {
            return new Degraded(List.of(collapse.get()));
        }
        return edited(before, after, Differences.between(before, after, allBefore, allAfter), posts);
    }

    /** A translation is about as long; a home page in another language is not. */
    private static boolean ofLikeLength(Shingles before, Shingles after) {
        return after.words() >= TRANSLATED * before.words() && before.words() >= TRANSLATED * after.words();
    }

    private Verdict edited(List<Passage> before, List<Passage> after, List<Edit> edits, TopicPosts posts) {
        List<Edit> news = edits.stream()
                .filter(edit -> !known.explains(edit, before, after))
                .toList();
        var reasons = new ArrayList<>(posts.reasons());
        if (news.isEmpty() && reasons.isEmpty()) {
            return edits.isEmpty() ? new Cosmetic() : new Variant();
        }
        int leaving = 0;
        for (Edit edit : news) {
            Weighing.Weight weight = Weighing.of(edit);
            leaving += weight.leaving() ? 1 : 0;
            reasons.add(posts.weighed(edit, reason(edit, weight)));
        }
        reasons.sort(WORST_FIRST);
        var told = new ArrayList<>(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
        List<FactChange> facts = posts.facts(news, news.size() == edits.size());
        facts.stream().map(AlteredFacts::reason).forEach(told::add);
        told.sort(WORST_FIRST);
        int gravest = told.stream().mapToInt(Reason::severity).max().orElseThrow();
        return new Changed(Math.max(severity(reasons, leaving), gravest), told, facts);
    }

    private static List<String> words(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.words().keys().stream())
                .toList();
    }

    private static Reason reason(Edit edit, Weighing.Weight weight) {
        return new Reason(
                weight.code(),
                Wording.of(edit.before(), edit.paired()),
                Wording.of(edit.after(), edit.paired()),
                weight.severity());
    }

    /** The worst one's of words, and a little more by how many stand beside it, and how many of those are of leaving. */
    private static int severity(List<Reason> reasons, int leaving) {
        long weighty = reasons.stream()
                .filter(reason -> reason.severity() >= Weighing.TOLD)
                .count();
        double breadth = BREADTH * (Math.log1p((double) weighty) + Math.log1p(leaving));
        return Math.min(100, reasons.getFirst().severity() + (int) Math.round(breadth));
    }
}
