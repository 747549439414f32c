package org.evidencewatch.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.fact.ProblemReader;
import org.evidencewatch.fact.ProblemStep;
import org.evidencewatch.fact.ReportedProblem;

/**
 * The problem that a topic tells of which was read well, as it is printed.
 *
 * @param state where it stands
 * @param since the day of that; empty where the page tells none
 * @param by who said so
 * @param quote in which words
 * @param course all that was said of it
 */
record PrintedProblem(
        ProblemStep.Said state, Optional<LocalDate> since, String by, String quote, List<ProblemStep> course) {

    static Optional<PrintedProblem> of(Reading reading) {
        return reading.topic()
                .filter(topic -> reading.good())
                .flatMap(topic -> new ProblemReader().read(reading.blocks(), topic))
                .map(PrintedProblem::of);
    }

    private static PrintedProblem of(ReportedProblem problem) {
        ProblemStep standing = problem.standing();
        return new PrintedProblem(standing.said(), standing.date(), standing.by(), standing.quote(), problem.course());
    }
}
