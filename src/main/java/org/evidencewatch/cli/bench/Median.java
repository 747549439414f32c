package org.evidencewatch.cli.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The middle of some figures, or the mean of the two in the middle. */
final class Median {

    private Median() {}

    /** That of what is known of each; unknown where nothing is. */
    static <T> Optional<Double> of(List<T> all, Function<T, Optional<Double>> figure) {
        var sorted = all.stream().map(figure).flatMap(Optional::stream).sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Rounded.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2));
    }

    /** That of a figure which is known of each. */
    static <T> double ofKnown(List<T> all, Function<T, Double> figure) {
        return of(all, figure.andThen(Optional::of)).orElseThrow();
    }
}
