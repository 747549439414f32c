package org.evidencewatch.score;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small rubric, for what happens when somebody writes one. */
final class Oak {

    static final String FILE = "oak-1.0.yaml";

    static final String TEXT = """
            id: OAK-1.0
            sample: false
            dimensions:
              channels:
                name: Channels
                weight: 20
                states:
                  - state: alone
                    means: alone
                    points: 1
                    when: [{ role: cancellation_channels, any_of: [online, in_app] }]
                documented: 0.2
                silent: 0
              cancellation_page: { name: Page, weight: 10, documented: 0.25, silent: 0, states: [{ state: kept, means: kept, points: 1, when: [{ role: access_until_period_end, says: yes }] }] }
              pause: { name: Pause, weight: 10, documented: 0.25, silent: 0, states: [{ state: pause, means: a pause, points: 1, when: [{ role: pause_offered, says: [yes, conditional] }] }] }
              refund:
                name: Refunds
                weight: 40
                states:
                  - { state: month, means: a month, points: 1, when: [{ role: refund_window, at_least: 30, scope: all }], unless: [{ role: restocking_fee, over: 0 }] }
                  - { state: some, means: some time, points: 0.505, when: [{ role: refund_window, stated: true }] }
                documented: 0.2
                silent: 0.1
              deletion: { name: Deletion, weight: 20, documented: 0.2, silent: 0, states: [{ state: soon, means: soon, points: 1, when: [{ role: deletion_delay, at_most: 30 }] }] }
            bands:
              - { grade: A, from: 80, to: 100 }
              - { grade: B, from: 50, to: 79 }
              - { grade: C, from: 0, to: 49 }
            """;

    private Oak() {}

    static Rubric rubric() {
        return usable(TEXT);
    }

    static Rubric usable(String text) {
        return switch (read(text)) {
            case RubricReading.Usable usable -> usable.rubric();
            case RubricReading.Faulty faulty -> throw new AssertionError(faulty.errors());
        };
    }

    static List<RubricError> errors(String text) {
        return switch (read(text)) {
            case RubricReading.Usable usable -> List.of();
            case RubricReading.Faulty faulty -> faulty.errors();
        };
    }

    static RubricReading read(String text) {
        return RubricReader.read(FILE, text.getBytes(StandardCharsets.UTF_8));
    }
}
