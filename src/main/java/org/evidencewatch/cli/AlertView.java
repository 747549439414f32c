package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.evidencewatch.alert.Alert;
import org.evidencewatch.alert.AlertAnswer;

/**
 * An alert in a document.
 *
 * @param wellSince since when nothing is amiss any more; it closes when that has lasted
 * @param answer what a person said of it, while that holds
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AlertView(
        long id,
        UUID uid,
        String kind,
        String subject,
        Optional<String> company,
        String detail,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<Instant> wellSince,
        Optional<Answer> answer) {

    /** {@code acknowledged}, or {@code snoozed} until a time. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answer(String answer, Optional<Instant> until, String by, String why, Instant at) {

        static Answer of(AlertAnswer answer) {
            return new Answer(answer.word(), answer.until(), answer.by(), answer.why(), answer.at());
        }
    }

    static AlertView of(Alert alert, Instant at) {
        return new AlertView(
                alert.id(),
                alert.uid(),
                alert.kind().word(),
                alert.subject(),
                alert.company(),
                alert.detail(),
                alert.openedAt(),
                alert.closedAt(),
                alert.wellSince(),
                alert.holding(at).map(Answer::of));
    }
}
