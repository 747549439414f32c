package org.evidencewatch.alert;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes the open alerts tell the findings, and nothing else. Pure.
 *
 * @param open findings that nothing tells yet
 * @param close alerts that no longer hold
 * @param renew what alerts say that still hold, by their ids, where that is news
 * @param ease alerts of which nothing is amiss any more, but not yet for long enough
 */
record Settlement(List<Finding> open, List<Alert> close, Map<Long, Finding> renew, List<Alert> ease) {

    static Settlement of(List<Alert> alerts, List<Finding> findings, Instant asOf, Limits limits) {
        Map<String, Finding> untold = new LinkedHashMap<>();
        findings.forEach(finding -> untold.putIfAbsent(finding.key(), finding));
        var covered = findings.stream()
                .filter(Finding::due)
                .flatMap(finding -> finding.covers().stream())
                .collect(toSet());
        var settled = new Settlement(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (Alert alert : alerts) {
            var finding = untold.remove(alert.key());
            if (finding == null || covered.contains(alert.key())) {
                settled.end(alert, covered, asOf, limits);
            } else if (differs(alert, finding)) {
                settled.renew.put(alert.id(), finding);
            }
        }
        untold.values().stream()
                .filter(finding -> finding.due() && !covered.contains(finding.key()))
                .forEach(settled.open::add);
        return settled;
    }

    private void end(Alert alert, Set<String> covered, Instant asOf, Limits limits) {
        var calm = alert.kind().calm(limits);
        boolean over =
                alert.wellSince().map(since -> !asOf.isBefore(since.plus(calm))).orElse(calm.isZero());
        if (over || covered.contains(alert.key())) {
            close.add(alert);
        } else if (alert.wellSince().isEmpty()) {
            ease.add(alert);
        }
    }

    private static boolean differs(Alert alert, Finding finding) {
        return alert.wellSince().isPresent()
                || !alert.detail().equals(finding.detail())
                || !alert.cause().equals(finding.cause())
                || alert.urgent() != finding.urgent();
    }
}
