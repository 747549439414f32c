package org.evidencewatch.alert;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes the open alerts tell the findings, and nothing else.
 *
 * @param open findings that nothing tells yet
 * @param close alerts that no longer hold
 * @param reword new words for alerts that still hold, by their ids
 */
record Settlement(List<Finding> open, List<Alert> close, Map<Long, String> reword) {

    static Settlement of(List<Alert> alerts, List<Finding> findings) {
        Map<String, Alert> untold = alerts.stream().collect(toMap(Alert::key, identity()));
        List<Finding> open = new ArrayList<>();
        Map<Long, String> reword = new HashMap<>();
        for (Finding finding : findings) {
            var alert = untold.remove(finding.key());
            if (alert == null) {
                open.add(finding);
            } else if (!alert.detail().equals(finding.detail())) {
                reword.put(alert.id(), finding.detail());
            }
        }
        var close =
                alerts.stream().filter(alert -> untold.containsKey(alert.key())).toList();
        return new Settlement(open, close, reword);
    }
}
