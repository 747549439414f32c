package org.evidencewatch.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator watches, as it stands in the database.
 *
 * @param lastGood of each job that has one: when its newest completed run that was no replay ended
 * @param overdue whether a refresh was due half a period ago, and none has completed since
 * @param runs how many runs are on record
 * @param pages of the newest completed refresh; zeros where there is none
 * @param lanes what waits for reviewers, by lane
 * @param alerts how many are open, by every kind that there ever was
 * @param undelivered letters in the outbox
 * @param databaseBytes what the database takes on the disk
 */
public record Figures(
        Map<String, Instant> lastGood,
        boolean overdue,
        List<Runs> runs,
        Pages pages,
        List<Lane> lanes,
        Map<String, Long> alerts,
        long undelivered,
        long databaseBytes) {

    public Figures {
        lastGood = Map.copyOf(lastGood);
        runs = List.copyOf(runs);
        lanes = List.copyOf(lanes);
        alerts = Map.copyOf(alerts);
    }

    /** How many runs of a job are in a state. */
    public record Runs(String job, String state, long count) {}

    /** How many pages a refresh attempted, and of how many it cannot say what they state. */
    public record Pages(long attempted, long unverifiable) {}

    /** An item with reasons of several lanes waits in each; the oldest is empty where nothing waits. */
    public record Lane(String label, long items, Optional<Instant> oldest) {}
}
