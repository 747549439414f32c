package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.Decision;
import org.evidencewatch.review.Hold;
import org.evidencewatch.review.Item;
import org.evidencewatch.review.Lane;
import org.evidencewatch.review.Note;

/**
 * The work item of one company.
 *
 * @param version what its {@code ETag} holds
 * @param age as an ISO 8601 duration
 * @param decisions what was said in it, newest first; absent where only the item was asked about
 */
@JsonInclude(Include.NON_ABSENT)
public record ItemView(
        long id,
        String company,
        String name,
        Optional<String> lane,
        int severity,
        double priority,
        Optional<String> rank,
        List<ReasonView> reasons,
        String age,
        Optional<String> heldBy,
        Optional<Instant> heldUntil,
        Optional<Instant> closedAt,
        String version,
        Optional<List<DecisionView>> decisions,
        Optional<List<Note>> notes) {

    public static ItemView of(Item item) {
        return of(item, Optional.empty(), Optional.empty());
    }

    public static ItemView of(Item item, List<Decision> decisions, List<Note> notes) {
        return of(item, Optional.of(DecisionView.all(decisions)), Optional.of(notes));
    }

    private static ItemView of(Item item, Optional<List<DecisionView>> decisions, Optional<List<Note>> notes) {
        return new ItemView(
                item.id(),
                item.company(),
                item.name(),
                item.lane().map(Lane::label),
                item.severity(),
                Math.round(item.priority() * 10) / 10.0,
                item.rank(),
                item.reasons().stream().map(ReasonView::of).toList(),
                item.age().toString(),
                item.hold().map(Hold::by),
                item.hold().map(Hold::until),
                item.closedAt(),
                item.version(),
                decisions,
                notes);
    }
}
