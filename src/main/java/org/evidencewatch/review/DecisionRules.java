package org.evidencewatch.review;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evidencewatch.review.Docket.Line;

/** What a decision may answer, and how the answers of all companies end a change. Pure: no storage, no clock. */
final class DecisionRules {

    private DecisionRules() {}

    /** What the rules say to a request. */
    sealed interface Ruling {

        /** Record it for these reasons. */
        record Answers(List<Line> lines) implements Ruling {}

        /** Nothing is left of it to record; this is what was said. */
        record Already(Decision decision) implements Ruling {}

        /** Somebody else is at it. */
        record Held(Hold hold) implements Ruling {}

        /** It may not be. */
        record Forbidden(String because) implements Ruling {}
    }

    /**
     * How a change ends.
     *
     * @param by the decision that weighs most
     * @param outcome {@code accepted} or {@code dismissed}
     */
    record Ending(Decision by, String outcome) {}

    /** Rules on a request, by the item as it stands. */
    static Ruling rule(Docket docket, DecisionRequest request, Instant now) {
        Set<Long> foreign = new TreeSet<>(request.reasons());
        docket.lines().forEach(line -> foreign.remove(line.reason()));
        if (!foreign.isEmpty()) {
            return new Ruling.Forbidden("the item has no reason " + join(foreign));
        }
        List<Line> chosen = chosen(docket, request, now);
        if (chosen.size() > 1 && request.reasons().isEmpty() && !request.all()) {
            return new Ruling.Forbidden("several reasons wait: name one, or answer all of them ("
                    + join(chosen.stream().map(Line::reason).toList()) + ")");
        }
        List<Line> left = chosen.stream()
                .filter(line -> line.open() && !repeats(request, line))
                .toList();
        return left.isEmpty()
                ? nothingLeft(chosen.isEmpty() ? docket.lines() : chosen)
                : answer(docket, request, left, now);
    }

    private static List<Line> chosen(Docket docket, DecisionRequest request, Instant now) {
        return docket.lines().stream()
                .filter(line -> request.reasons().isEmpty()
                        ? line.waits(now)
                        : request.reasons().contains(line.reason()))
                .toList();
    }

    /** A deferral sent twice leaves its reason open: only the date shows that it was recorded. */
    private static boolean repeats(DecisionRequest request, Line line) {
        return request.until().isPresent() && request.until().equals(line.deferredUntil());
    }

    private static Ruling nothingLeft(List<Line> lines) {
        Optional<Decision> newest = lines.stream()
                .flatMap(line -> line.last().stream())
                .max(Comparator.comparing(Decision::at).thenComparingLong(Decision::id));
        return newest.<Ruling>map(Ruling.Already::new)
                .orElseGet(() -> new Ruling.Forbidden(
                        "nothing waits any more: the page went back to its old words, or changed once more"));
    }

    private static Ruling answer(Docket docket, DecisionRequest request, List<Line> lines, Instant now) {
        Optional<Hold> another = docket.hold().filter(hold -> !hold.by().equals(request.reviewer()));
        if (another.isPresent()) {
            return new Ruling.Held(another.get());
        }
        Optional<String> ended =
                lines.stream().flatMap(line -> line.outcome().stream()).findFirst();
        if (ended.isPresent()) {
            return new Ruling.Forbidden("the change is " + ended.get() + " in the meantime; the queue will drop it");
        }
        if (request.answer() == Answer.MATERIAL
                && lines.stream().anyMatch(line -> line.confirmation().isEmpty())) {
            return new Ruling.Forbidden("a change that no later read has confirmed moves no score");
        }
        if (request.until().filter(until -> !until.isAfter(now)).isPresent()) {
            return new Ruling.Forbidden("the date to defer until is not in the future");
        }
        return new Ruling.Answers(lines);
    }

    /**
     * How the final answers of all companies that cite a page end its change: the weightiest wins.
     *
     * @param answers one of each company, not empty, none of them a deferral
     * @param pageStands whether the change's capture is a good reading; of a page that is gone or has moved only a
     *     material answer is accepted, for there is no new text to stand on
     */
    static Ending ending(List<Decision> answers, boolean pageStands) {
        Decision by = answers.stream()
                .min(Comparator.comparing(Decision::answer).thenComparingLong(Decision::id))
                .orElseThrow();
        String outcome = switch (by.answer()) {
            case MATERIAL -> "accepted";
            case STILL_SUPPORTED -> pageStands ? "accepted" : "dismissed";
            case NOISE -> "dismissed";
            case DEFER -> throw new IllegalArgumentException("a deferral ends nothing: decision " + by.id());
        };
        return new Ending(by, outcome);
    }

    private static String join(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
