package org.evidencewatch.fact;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Post;

/**
 * The course of a problem that a thread tells of. It is evidence of what happened, never a rule for the subscriber.
 *
 * @param course who said what and when, in the order of the posts
 */
public record ReportedProblem(List<ProblemStep> course) {

    /** @throws IllegalArgumentException where nothing was reported, confirmed or repaired */
    public ReportedProblem {
        course = List.copyOf(course);
        if (course.stream().allMatch(step -> step.said() == ProblemStep.Said.SAID_FIXED_BY_MEMBER)) {
            throw new IllegalArgumentException("no problem in " + course);
        }
    }

    /**
     * Where the problem stands: what the company said last, told by the post that said so first without having been
     * contradicted by the company since; the first report where the company said nothing.
     */
    public ProblemStep standing() {
        Optional<ProblemStep> standing = Optional.empty();
        for (ProblemStep step : course) {
            boolean news =
                    standing.map(ProblemStep::said).filter(step.said()::equals).isEmpty();
            if (step.role() == Post.Role.STAFF && news) {
                standing = Optional.of(step);
            }
        }
        return standing.orElseGet(this::report);
    }

    private ProblemStep report() {
        return course.stream()
                .filter(step -> step.said() == ProblemStep.Said.REPORTED)
                .findFirst()
                .orElseThrow();
    }
}
