package org.evidencewatch.score;

import org.evidencewatch.company.Assessment;
import org.springframework.stereotype.Component;

/** Scores records by the rubric in force. The same for the same words; thread-safe. */
@Component
public class Scoring {

    private final Rubric rubric;
    private final ClaimReader reader = new ClaimReader();

    public Scoring(Rubric rubric) {
        this.rubric = rubric;
    }

    /** The rubric in force. */
    public Rubric rubric() {
        return rubric;
    }

    /** What the rubric makes of a record. */
    public Scorecard card(Stated stated) {
        return grades(stated).card();
    }

    /** What becomes of the published score when a record states something else. */
    public Effect effect(Assessment published, Stated before, Stated after) {
        return Effects.of(published, grades(before), grades(after));
    }

    private Grades grades(Stated stated) {
        return Grades.of(rubric, reader, stated);
    }
}
