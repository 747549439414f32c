package org.evidencewatch.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.evidencewatch.alert.Alert;
import org.evidencewatch.job.RecordedRun;
import org.evidencewatch.web.json.CompanyFreshnessView;

/** Decides what people must look at. */
final class Attention {

    private Attention() {}

    /**
     * One sentence for each thing: stale evidence, open alerts that nobody answered, and jobs whose newest run failed.
     *
     * @param runs the newest first
     */
    static List<String> of(List<CompanyFreshnessView> companies, List<Alert> alerts, List<RecordedRun> runs) {
        List<String> sentences = new ArrayList<>();
        int stale =
                companies.stream().mapToInt(company -> company.stale().size()).sum();
        if (stale > 0) {
            sentences.add(count(stale, "stale citation"));
        }
        if (!alerts.isEmpty()) {
            sentences.add(count(alerts.size(), "open alert"));
        }
        var jobs = new HashSet<String>();
        runs.stream()
                .filter(run -> jobs.add(run.job()))
                .filter(RecordedRun::failed)
                .forEach(run -> sentences.add("the last run of " + run.job() + " failed"));
        return sentences;
    }

    private static String count(int n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }
}
