package org.evidencewatch.web.night;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.alert.Unreadable;
import org.evidencewatch.alert.UnreadableHost;
import org.evidencewatch.review.HostLane;
import org.evidencewatch.snapshot.Standing;
import org.evidencewatch.web.Wording;

/**
 * The hosts with pages that cannot be read, the worst first, and the lanes in which several reasons of a host wait.
 *
 * @param hosts so many as a page holds
 * @param all how many hosts there are
 * @param pages how many pages cannot be read, of all hosts
 */
record HostsPage(List<Row> hosts, int all, int pages, List<Shared> shared) {

    /** One host. */
    record Row(
            String host,
            String pages,
            String companies,
            List<String> names,
            List<Why> reasons,
            String since,
            String age,
            String tried,
            String detail,
            String standing) {}

    /** Why pages fail, by outcome. */
    record Why(String word, int pages) {}

    /** Reasons of a host in one lane. */
    record Shared(String host, String lane, String laneClass, int count, List<HostLane.Waiting> reasons) {}

    private static final int NAMED = 4;
    private static final int MOST_ROWS = 200;

    static HostsPage of(List<Unreadable> unreadable, List<HostLane> shared, Instant at) {
        var hosts = UnreadableHost.of(unreadable);
        return new HostsPage(
                hosts.stream().limit(MOST_ROWS).map(host -> row(host, at)).toList(),
                hosts.size(),
                unreadable.size(),
                shared(shared.stream().limit(MOST_ROWS).toList()));
    }

    static List<Shared> shared(List<HostLane> lanes) {
        return lanes.stream()
                .map(lane -> new Shared(
                        lane.host(),
                        lane.lane().label(),
                        LaneClass.of(lane.lane().label()),
                        lane.reasons().size(),
                        lane.reasons()))
                .toList();
    }

    private static Row row(UnreadableHost host, Instant at) {
        var last = host.lastAttempt();
        return new Row(
                host.host(),
                Wording.counted(host.pages().size(), "page"),
                host.companies().size() == 1 ? "1 company" : host.companies().size() + " companies",
                host.companies().stream().limit(NAMED).toList(),
                host.reasons().entrySet().stream()
                        .map(each -> new Why(outcome(each.getKey()), each.getValue()))
                        .toList(),
                Wording.time(host.since()),
                Wording.age(Duration.between(host.since(), at)),
                Wording.time(last.at()),
                last.detail(),
                Standing.of(Optional.of(host.since()), Optional.of(last.at()), at)
                        .word());
    }

    /** {@code DNS_ERROR} as words. */
    static String outcome(String code) {
        return Wording.words(code.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
