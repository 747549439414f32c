package org.evidencewatch.review;

import java.nio.file.Path;
import org.evidencewatch.score.RubricReading;
import org.evidencewatch.score.Rubrics;
import org.evidencewatch.score.Scoring;

/** Scoring by the rubric that the repository has. */
final class SampleRubric {

    private SampleRubric() {}

    static Scoring scoring() {
        return switch (Rubrics.load(Path.of("config/rubrics/ces-1.1.yaml"))) {
            case RubricReading.Usable usable -> new Scoring(usable.rubric());
            case RubricReading.Faulty faulty ->
                throw new IllegalStateException(faulty.errors().toString());
        };
    }
}
