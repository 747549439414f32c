package org.evidencewatch.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.Quote;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.ClaimEdit;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.DecisionRequest.Target;
import org.evidencewatch.review.RecordEdit;

/**
 * A decision as a program sends it.
 *
 * @param reasons ids of the reasons that it answers
 * @param verdict the answer, such as {@code noise}
 * @param why in the reviewer's words
 * @param until for {@code defer}: the day or the time when the reasons come back
 * @param url for {@code source-moved}: where the page is now
 * @param quote words of the page to be cited from now on
 * @param everywhere whether the same change is so answered at every other company too
 * @param claims the claims that shall stand otherwise; absent for what the item proposes, an empty list for none
 */
record DecisionBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<List<Long>> reasons,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> verdict,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> why,
        Optional<String> until,
        Optional<String> url,
        Optional<String> quote,
        Optional<Boolean> everywhere,
        Optional<List<ClaimBody>> claims) {

    DecisionBody {
        reasons = reasons.map(List::copyOf);
        claims = claims.map(List::copyOf);
    }

    /** One claim as it shall stand; without a statement, or with null, it is dropped. */
    record ClaimBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Optional<String> dimension,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Optional<Integer> ordinal,

            Optional<String> statement) {

        ClaimEdit edit() {
            Dimension of = dimension
                    .flatMap(Dimension::withKey)
                    .orElseThrow(() -> new IllegalArgumentException("say of which dimension a claim is"));
            int number = ordinal.orElseThrow(
                    () -> new IllegalArgumentException("say which claim of %s it is".formatted(of.key())));
            return new ClaimEdit(of, number, statement);
        }
    }

    /** The same as a request of that reviewer; what is incomplete is thrown as a problem. */
    DecisionRequest read(String item, String reviewer) {
        try {
            Answer answer = verdict.flatMap(Answer::of)
                    .orElseThrow(() -> new IllegalArgumentException("choose one of the verdicts: "
                            + Answer.offered().stream().map(Answer::word).toList()));
            Set<Long> named = Set.copyOf(reasons.orElse(List.of()));
            if (named.isEmpty()) {
                throw new IllegalArgumentException("name the reasons that it answers");
            }
            return new DecisionRequest(
                    new Target(item, named, false, everywhere.orElse(false)),
                    answer,
                    reviewer,
                    why.orElse(""),
                    until.map(DecisionBody::time),
                    edit());
        } catch (IllegalArgumentException objection) {
            throw Problem.incomplete(List.of(Problem.sentence(objection)));
        }
    }

    private RecordEdit edit() {
        return new RecordEdit(
                claims.map(edits -> edits.stream().map(ClaimBody::edit).toList()),
                url.map(String::strip),
                quote.map(words -> new Quote(words.strip(), "", "")));
    }

    /** A time, or the start of a day in UTC. */
    private static Instant time(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("until is a day such as 2026-12-01, or a time in UTC", e);
        }
    }
}
