package org.evidencewatch.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.change.Reason;

/**
 * One thing that waits for an answer: a confirmed change of a cited page, or a dispute.
 *
 * @param url the canonical URL of the page, as it came from the record, or a page that a dispute names: not to be trusted
 * @param title the title under which the company's record cites it; of a dispute, who disputes
 * @param severity 0 to 100, of the change as a whole
 * @param candidate where a page that moved may be now: canonical, but it came from the web, and is not to be trusted
 * @param passages what differs, worst first, never empty
 * @param observedAt when the difference was first seen, or the dispute was taken
 * @param confirmedAt when a later read agreed; empty for a dispute
 * @param cause shared by the same change on other pages of the host, or at other companies that cite the page
 * @param opinionOf who asked somebody else to answer
 * @param handmade whether the capture was brought by a person who signed for it
 * @param dispute what is disputed, in the words of whoever does
 */
public record OpenReason(
        long id,
        Lane lane,
        Optional<String> url,
        String title,
        int severity,
        Optional<String> candidate,
        List<Reason> passages,
        Instant observedAt,
        Optional<Instant> confirmedAt,
        Optional<String> cause,
        Optional<String> opinionOf,
        Optional<String> handmade,
        Optional<Disputed> dispute,
        Stake stake) {

    /**
     * What a company or a reader says is wrong.
     *
     * @param party {@code company} or {@code reader}
     * @param contact where to answer; never published
     */
    public record Disputed(String party, Optional<String> dimension, String statement, Optional<String> contact) {}

    public OpenReason {
        passages = List.copyOf(passages);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("reason " + id + " without a passage");
        }
    }

    /** Its place within its item, which has that age. */
    Rank rank(Duration age) {
        return new Rank(stake.priority(severity, age), severity, lane, id);
    }

    /** What may become otherwise while it waits; all else is the change's, which stays as it is. */
    String state() {
        return id + " " + opinionOf + " " + stake;
    }

    /** The reason code of the worst passage. */
    public String code() {
        return passages.getFirst().code();
    }

    /** The words that stood, in the worst passage. */
    public Optional<String> before() {
        return passages.getFirst().before();
    }

    /** The words that stand now, in the worst passage. */
    public Optional<String> after() {
        return passages.getFirst().after();
    }
}
