package org.evidencewatch.cli;

import java.io.PrintWriter;
import org.evidencewatch.score.Criterion;
import org.evidencewatch.score.Rubric;
import org.evidencewatch.score.State;

/** Prints a rubric for people. */
final class RubricPrint {

    private final PrintWriter out;

    RubricPrint(PrintWriter out) {
        this.out = out;
    }

    void print(Rubric rubric) {
        out.println(rubric.id());
        rubric.caveat().ifPresent(out::println);
        rubric.criteria().forEach(this::print);
        out.printf("%nBilling carries no weight.%n%nGrades%n");
        rubric.bands().forEach(band -> out.printf("  %-2s  %3d to %d%n", band.grade(), band.from(), band.to()));
        out.flush();
    }

    private void print(Criterion criterion) {
        out.printf(
                "%n%s (%s)  %d points%n",
                criterion.name(), criterion.dimension().key(), criterion.weight());
        criterion.all().forEach(state -> print(criterion, state));
    }

    private void print(Criterion criterion, State state) {
        out.printf(
                "  %5s  %6s  %s: %s%n",
                state.share().toPlainString(), criterion.points(state).toPlainString(), state.id(), state.words());
        if (!state.asks().isEmpty()) {
            out.printf("%17s%s%n", "", state.asks());
        }
    }
}
