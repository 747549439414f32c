package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.AdoptionReply;

/**
 * What an adoption came to, as JSON.
 *
 * @param result {@code adopted}, {@code adopted-before}, {@code other-file} or {@code only-samples}
 */
record AdoptionView(
        String result, String message, String rubric, boolean sample, List<Moved> companies, List<String> leftAlone) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Standing(Optional<Integer> score, Optional<String> grade) {}

    record Moved(String company, Standing before, Standing after) {

        static Moved of(AdoptionReply.Scored scored) {
            return new Moved(
                    scored.company(),
                    new Standing(scored.scoreBefore(), scored.gradeBefore()),
                    new Standing(Optional.of(scored.scoreAfter()), Optional.of(scored.gradeAfter())));
        }
    }

    static AdoptionView of(AdoptionReply reply, String message) {
        return switch (reply) {
            case AdoptionReply.Adopted adopted ->
                new AdoptionView(
                        "adopted",
                        message,
                        adopted.version(),
                        adopted.sample(),
                        adopted.scored().stream().map(Moved::of).toList(),
                        adopted.leftAlone());
            case AdoptionReply.AdoptedBefore before -> nothing("adopted-before", message, before);
            case AdoptionReply.OtherFile other -> nothing("other-file", message, other);
            case AdoptionReply.OnlySamples samples -> nothing("only-samples", message, samples);
        };
    }

    private static AdoptionView nothing(String result, String message, AdoptionReply reply) {
        boolean samples = reply instanceof AdoptionReply.OnlySamples;
        return new AdoptionView(result, message, reply.version(), samples, List.of(), List.of());
    }
}
