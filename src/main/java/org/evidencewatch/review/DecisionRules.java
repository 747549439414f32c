package org.evidencewatch.review;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evidencewatch.review.Docket.Ground;
import org.evidencewatch.review.Docket.Line;

/** What a decision may answer. Pure: no storage, no clock. */
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

    /** Rules on a request, by the item as it stands. */
    static Ruling rule(Docket docket, DecisionRequest request, Instant now) {
        Set<Long> named = request.target().reasons();
        Set<Long> foreign = new TreeSet<>(named);
        docket.lines().forEach(line -> foreign.remove(line.reason()));
        if (!foreign.isEmpty()) {
            return new Ruling.Forbidden("the item has no reason " + join(foreign));
        }
        List<Line> chosen = chosen(docket, named, now);
        if (chosen.size() > 1 && named.isEmpty() && !request.target().all()) {
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

    /** Whether the ruling says that this very request was recorded before, by the same person with the same answer. */
    static boolean repeated(Ruling ruling, DecisionRequest request) {
        return ruling instanceof Ruling.Already already
                && already.decision().by().equals(request.reviewer())
                && already.decision().answer() == request.answer();
    }

    private static List<Line> chosen(Docket docket, Set<Long> named, Instant now) {
        return docket.lines().stream()
                .filter(line -> named.isEmpty() ? line.waits(now) : named.contains(line.reason()))
                .toList();
    }

    /** A deferral or a call for a second opinion sent twice leaves its reason open: only what it left there shows it. */
    private static boolean repeats(DecisionRequest request, Line line) {
        boolean deferred = request.until().isPresent() && request.until().equals(line.deferredUntil());
        boolean called = request.answer() == Answer.NEEDS_SECOND_OPINION
                && line.opinionOf().equals(Optional.of(request.reviewer()));
        return deferred || called;
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
        if (request.until().filter(until -> !until.isAfter(now)).isPresent()) {
            return new Ruling.Forbidden("the date to defer until is not in the future");
        }
        return lines.stream()
                .flatMap(line -> objection(request, line).stream())
                .findFirst()
                .<Ruling>map(Ruling.Forbidden::new)
                .orElseGet(() -> new Ruling.Answers(lines));
    }

    /** Why this reason cannot be so answered. */
    private static Optional<String> objection(DecisionRequest request, Line line) {
        Optional<String> ended = line.page()
                .flatMap(Ground.OfPage::outcome)
                .map(outcome -> "the change is " + outcome + " in the meantime; the queue will drop it");
        if (ended.isPresent()) {
            return ended;
        }
        if (request.answer().ends() && line.opinionOf().equals(Optional.of(request.reviewer()))) {
            return Optional.of(
                    "you asked for a second opinion of reason " + line.reason() + "; somebody else answers it");
        }
        return switch (line.ground()) {
            case Ground.OfPage page -> ofPage(request, line, page);
            case Ground.OfDispute dispute -> ofDispute(request.answer());
        };
    }

    private static Optional<String> ofPage(DecisionRequest request, Line line, Ground.OfPage page) {
        return switch (request.answer()) {
            case MATERIAL_WORSE, MATERIAL_BETTER, MATERIAL_NEUTRAL -> withoutKey(line, page);
            case SOURCE_GONE ->
                page.pageStands()
                        ? Optional.of("the page is there; it is citation-insufficient or source-moved")
                        : none();
            case SOURCE_MOVED ->
                request.edit().url().or(page::candidate).isEmpty()
                        ? Optional.of("say where the page is now; no other address is known")
                        : none();
            case REWORDED, NOISE, BAD_CAPTURE, CITATION_INSUFFICIENT, NEEDS_SECOND_OPINION, DEFER, UNDO -> none();
        };
    }

    private static Optional<String> withoutKey(Line line, Ground.OfPage page) {
        if (line.key().isPresent()) {
            return none();
        }
        if (page.pageStands()) {
            return Optional.of("a change that no later read has confirmed moves no score");
        }
        return Optional.of(
                page.absent()
                        ? "the page has not been gone for two days and three reads: until then it moves no score"
                        : "a page that is elsewhere moves no score: answer source-moved, and it is read there");
    }

    private static Optional<String> ofDispute(Answer answer) {
        return switch (answer) {
            case MATERIAL_WORSE, MATERIAL_BETTER, MATERIAL_NEUTRAL, NOISE, NEEDS_SECOND_OPINION, DEFER, UNDO -> none();
            case SOURCE_GONE, SOURCE_MOVED, CITATION_INSUFFICIENT, BAD_CAPTURE, REWORDED ->
                Optional.of(
                        "a dispute is about what the record states: answer it with a material verdict, or with noise");
        };
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static String join(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
