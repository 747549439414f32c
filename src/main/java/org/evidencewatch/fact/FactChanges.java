package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Which facts of a page are not what they were: paired by role and scope; the same fact in other words is no change. */
public final class FactChanges {

    private static final Set<String> IDLE = Set.of(
            "plan",
            "plans",
            "subscription",
            "subscriptions",
            "membership",
            "memberships",
            "the",
            "for",
            "on",
            "a",
            "an",
            "in",
            "of",
            "only",
            "license",
            "licenses",
            "licence",
            "licences",
            "members",
            "customers",
            "subscribers",
            "contract",
            "contracts",
            "pass",
            "passes");

    private FactChanges() {}

    /**
     * Changes in the order of the roles. A fact that the other side does not state is no change where a sentence there, which
     * is not on both sides, may well state it: there is the number, or the matter of the flag, and nothing was made of it.
     */
    public static List<FactChange> between(FactSheet before, FactSheet after) {
        List<FactChange> all = Arrays.stream(Role.values())
                .flatMap(role -> ofRole(role, before.facts(), after.facts()).stream())
                .toList();
        var gone = new Doubts(before, after);
        var come = new Doubts(after, before);
        return all.stream()
                .filter(change -> change.before().isPresent()
                        || !come.about(change.after().orElseThrow()))
                .filter(change -> change.after().isPresent()
                        || !gone.about(change.before().orElseThrow()))
                .filter(change -> all.stream().noneMatch(other -> mistaken(change, other)))
                .filter(change -> !sameWays(change, come, gone))
                .toList();
    }

    /** Whether each way that only one side has may just have been overlooked on the other one. */
    private static boolean sameWays(FactChange change, Doubts come, Doubts gone) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return false;
        }
        Fact before = change.before().get();
        Fact after = change.after().get();
        return before.value() instanceof Value.Channels old
                && after.value() instanceof Value.Channels now
                && gone.about(before, old.without(now))
                && come.about(after, now.without(old));
    }

    /** Whether a number went from one role to another: then one of the two texts was misunderstood. */
    private static boolean mistaken(FactChange change, FactChange other) {
        return change.role() != other.role()
                && change.role().form() == other.role().form()
                && change.role().form() != Form.FLAG
                && (moved(change.before(), change.after(), other.before(), other.after())
                        || moved(change.after(), change.before(), other.after(), other.before()));
    }

    private static boolean moved(Optional<Fact> from, Optional<Fact> none, Optional<Fact> nothing, Optional<Fact> to) {
        return none.isEmpty()
                && nothing.isEmpty()
                && from.isPresent()
                && to.isPresent()
                && from.get().value().same(to.get().value());
    }

    private static List<FactChange> ofRole(Role role, List<Fact> before, List<Fact> after) {
        var old = new ArrayList<>(before.stream().filter(f -> f.role() == role).toList());
        var now = new ArrayList<>(after.stream().filter(f -> f.role() == role).toList());
        pairs(old, now, (a, b) -> a.value().same(b.value()) && sameScope(a, b));
        pairs(
                old,
                now,
                (a, b) -> a.value().same(b.value())
                        && (a.scope().isEmpty() || b.scope().isEmpty()));
        pairs(old, now, (a, b) -> a.value().same(b.value()));
        var changes = new ArrayList<FactChange>();
        pairs(old, now, FactChanges::sameScope).forEach(p -> changes.add(changed(role, p)));
        pairs(old, now, (a, b) -> true).forEach(p -> changes.add(changed(role, p)));
        old.removeIf(fact -> known(fact, after) || changes.stream().anyMatch(change -> is(change.before(), fact)));
        now.removeIf(fact -> known(fact, before) || changes.stream().anyMatch(change -> is(change.after(), fact)));
        old.forEach(fact -> changes.add(FactChange.of(role, Optional.of(fact), Optional.empty())));
        now.forEach(fact -> changes.add(FactChange.of(role, Optional.empty(), Optional.of(fact))));
        changes.removeIf(FactChanges::onlyEntailed);
        changes.removeIf(FactChanges::hardlyDiffers);
        return changes;
    }

    /** Whether the other side states the same, if for another group: then it was but said again. */
    private static boolean known(Fact fact, List<Fact> others) {
        return others.stream()
                .anyMatch(other -> other.role() == fact.role() && other.value().same(fact.value()));
    }

    private static boolean is(Optional<Fact> side, Fact fact) {
        return side.filter(other -> other.value().same(fact.value())).isPresent();
    }

    private static boolean onlyEntailed(FactChange change) {
        return change.before().map(Fact::entailed).orElse(true)
                && change.after().map(Fact::entailed).orElse(true);
    }

    /** "It depends", which follows from a deadline, and "yes", which is stated without it, do not contradict each other. */
    private static boolean hardlyDiffers(FactChange change) {
        boolean entailed = change.before().filter(Fact::entailed).isPresent()
                || change.after().filter(Fact::entailed).isPresent();
        return entailed && !denies(change.before()) && !denies(change.after());
    }

    private static boolean denies(Optional<Fact> fact) {
        return fact.filter(f -> f.value() == Value.Flag.NO).isPresent();
    }

    private static FactChange changed(Role role, Pair pair) {
        return FactChange.of(role, Optional.of(pair.before()), Optional.of(pair.after()));
    }

    private record Pair(Fact before, Fact after) {}

    /** Takes out, and tells, those that belong together. */
    private static List<Pair> pairs(List<Fact> old, List<Fact> now, BiPredicate<Fact, Fact> together) {
        var pairs = new ArrayList<Pair>();
        for (Fact before : List.copyOf(old)) {
            now.stream()
                    .filter(after -> together.test(before, after))
                    .findFirst()
                    .ifPresent(after -> {
                        pairs.add(new Pair(before, after));
                        old.remove(before);
                        now.remove(after);
                    });
        }
        return pairs;
    }

    static boolean sameScope(Fact a, Fact b) {
        return key(a).equals(key(b));
    }

    private static String key(Fact fact) {
        var words = new TreeSet<String>();
        for (String word : fact.scope().orElse("").toLowerCase(Locale.ROOT).split("[^\\p{L}\\d-]+", -1)) {
            if (!word.isEmpty() && !IDLE.contains(word)) {
                words.add(
                        switch (word) {
                            case "yearly", "annually", "year", "12-month" -> "annual";
                            case "month", "month-to-month" -> "monthly";
                            case "european", "eea", "union" -> "eu";
                            default -> word;
                        });
            }
        }
        return String.join(" ", words);
    }
}
