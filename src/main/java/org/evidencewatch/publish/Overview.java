package org.evidencewatch.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Correction;
import org.evidencewatch.company.CorrectionJson;
import org.evidencewatch.company.PublishedCompany;
import org.evidencewatch.company.RescoreReason;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of all companies until the last has come: a line of the index each, corrections, and who waits for a score. */
final class Overview implements Part {

    /**
     * A company in the index.
     *
     * @param unreadable how many of its pages no machine can read
     */
    record Line(
            String slug,
            String name,
            Optional<String> category,
            Optional<String> country,
            Optional<Integer> score,
            Optional<String> grade,
            Optional<Instant> lastConfirmed,
            long unreadable,
            boolean sample) {}

    /** A correction and whose it is. */
    record Corrected(String slug, String name, Correction correction) {}

    /** A company that waits for a score. */
    record Waiting(
            String slug,
            String name,
            int revision,
            Optional<Integer> score,
            Optional<String> grade,
            List<RescoreReason> reasons) {

        ObjectNode tree() {
            var node = JsonNodeFactory.instance.objectNode();
            node.put("company", slug);
            node.put("name", name);
            node.put("revision", revision);
            score.ifPresent(points -> node.put("score", points));
            grade.ifPresent(letter -> node.put("grade", letter));
            node.put("since", since().toString());
            var list = node.putArray("reasons");
            reasons.forEach(reason -> list.add(CorrectionJson.tree(reason)));
            return node;
        }

        Instant since() {
            return reasons.getFirst().decided();
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<Corrected> corrections = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int claims;
    private int citations;

    @Override
    public void add(PublishedCompany company) {
        var record = company.record();
        var assessment = record.assessment();
        lines.add(new Line(
                record.slug(),
                record.name(),
                record.category(),
                record.country(),
                assessment.score(),
                assessment.grade(),
                company.lastConfirmed(),
                company.evidence().stream()
                        .filter(page -> page.checked().unreadableSince().isPresent())
                        .count(),
                company.sample()));
        company.corrections()
                .forEach(correction -> corrections.add(new Corrected(record.slug(), record.name(), correction)));
        if (!company.rescore().isEmpty()) {
            waiting.add(new Waiting(
                    record.slug(),
                    record.name(),
                    company.revision(),
                    assessment.score(),
                    assessment.grade(),
                    company.rescore()));
        }
        claims += company.claims().size();
        citations += company.citations().size();
    }

    @Override
    public void close() {
        corrections.sort(
                Comparator.comparing((Corrected each) -> each.correction().decided())
                        .reversed()
                        .thenComparing(Corrected::slug)
                        .thenComparing(each -> each.correction().urn()));
        waiting.sort(Comparator.comparing(Waiting::since).thenComparing(Waiting::slug));
    }

    /** By slug. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The newest first. */
    List<Corrected> corrections() {
        return List.copyOf(corrections);
    }

    /** Those that have waited longest first. */
    List<Waiting> waiting() {
        return List.copyOf(waiting);
    }

    int claims() {
        return claims;
    }

    int citations() {
        return citations;
    }
}
