package org.evidencewatch.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.ClaimPlace;
import org.evidencewatch.company.Dimension;

/**
 * What becomes of one claim of a record.
 *
 * @param ordinal its number within the dimension, from 0
 * @param statement what it states from now on; empty where it is dropped
 */
@JsonInclude(Include.NON_ABSENT)
public record ClaimEdit(Dimension dimension, int ordinal, Optional<String> statement) {

    public ClaimEdit {
        if (ordinal < 0 || ordinal > Short.MAX_VALUE) {
            throw new IllegalArgumentException("no claim has the number " + ordinal);
        }
        statement.ifPresent(words -> Claim.require(dimension, words));
    }

    ClaimPlace place() {
        return new ClaimPlace(dimension, ordinal);
    }

    /** The claims as they stand after these edits, in their order; a place that no claim has is a new claim. */
    static List<RecordClaim> apply(List<RecordClaim> claims, List<ClaimEdit> edits) {
        var after = new ArrayList<>(claims);
        for (ClaimEdit edit : edits) {
            after.removeIf(claim -> claim.place().equals(edit.place()));
            edit.statement().ifPresent(words -> after.add(new RecordClaim(edit.dimension(), edit.ordinal(), words)));
        }
        after.sort(Comparator.comparing(RecordClaim::dimension).thenComparingInt(RecordClaim::ordinal));
        return List.copyOf(after);
    }
}
