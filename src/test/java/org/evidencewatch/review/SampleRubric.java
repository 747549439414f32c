package org.evidencewatch.review;

import org.evidencewatch.score.Scoring;

final class SampleRubric {
    private SampleRubric() {}

    static Scoring scoring() {
        return new Scoring();
    }
}
