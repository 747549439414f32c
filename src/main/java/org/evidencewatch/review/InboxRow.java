package org.evidencewatch.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One company at risk: what a person needs in order to choose it.
 *
 * @param id of the work item
 * @param company slug
 * @param lane of the worst reason
 * @param severity the highest of its reasons
 * @param priority what its record stands to lose by the worst reason, which is its place in the queue
 * @param chips the reason codes of all that waits, each once, the worst first
 * @param effect score and grade before and after, if the worst reason were accepted; empty where that moves neither
 * @param touched keys of the dimensions in question, by all reasons
 * @param reasons how many wait
 * @param sharing how many companies have a reason of the worst reason's cause, this one included
 * @param age at the time of the first page
 */
public record InboxRow(
        long id,
        String company,
        String name,
        Lane lane,
        int severity,
        double priority,
        Worst worst,
        List<String> chips,
        Optional<Decision.Moved> effect,
        List<String> touched,
        int reasons,
        int sharing,
        Instant openedAt,
        Duration age,
        Optional<Hold> hold) {

    public InboxRow {
        chips = List.copyOf(chips);
        touched = List.copyOf(touched);
    }

    /**
     * The reason with most at stake.
     *
     * @param url not to be trusted, as all texts here
     * @param before the words that stood, in its worst passage
     */
    public record Worst(
            long id,
            String code,
            String title,
            Optional<String> url,
            Optional<String> before,
            Optional<String> after) {}

    /** What is shown of an item in which something waits. */
    static InboxRow of(Item item, int sharing) {
        OpenReason worst = item.worst().orElseThrow();
        Stake stake = worst.stake();
        boolean moves = stake.movesGrade() || !stake.scoreBefore().equals(stake.scoreAfter());
        return new InboxRow(
                item.id(),
                item.company(),
                item.name(),
                worst.lane(),
                item.severity(),
                item.priority(),
                new Worst(worst.id(), worst.code(), worst.title(), worst.url(), worst.before(), worst.after()),
                item.reasons().stream().map(OpenReason::code).distinct().toList(),
                moves ? Optional.of(stake.moved()) : Optional.empty(),
                item.reasons().stream()
                        .flatMap(reason -> reason.stake().touched().stream())
                        .distinct()
                        .toList(),
                item.reasons().size(),
                sharing,
                item.openedAt(),
                item.age(),
                item.hold());
    }
}
