package org.evidencewatch.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evidencewatch.change.Comparisons.Judged;
import org.evidencewatch.citation.SourceAliases;
import org.evidencewatch.citation.SourceAliases.Seen;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.SourceEndpoints;
import org.evidencewatch.job.Visited.Interpretation;
import org.springframework.stereotype.Component;

/** Keeps what a batch tells of its sources beside their words: other addresses, and what became of endpoints. */
@Component
class Sightings {

    private final SourceAliases aliases;
    private final SourceEndpoints endpoints;

    Sightings(SourceAliases aliases, SourceEndpoints endpoints) {
        this.aliases = aliases;
        this.endpoints = endpoints;
    }

    /** To be called in the transaction that files the batch, whose judgements stand in its order. */
    void record(List<Visited> batch, List<Judged> judged) {
        var seen = new ArrayList<Seen>();
        var standing = new HashMap<Long, Instant>();
        for (int i = 0; i < batch.size(); i++) {
            Visited visited = batch.get(i);
            long source = visited.visit().sourceId();
            Instant at = visited.capture().attempt().at();
            if (judged.get(i).judgement().good()) {
                seen.addAll(aliases(visited, source, at));
                if (visited.interpretation().isEmpty()) {
                    standing.put(source, at);
                }
            }
            visited.trial().ifPresent(trial -> endpoints.record(source, trial));
        }
        aliases.record(seen);
        aliases.stand(Map.copyOf(standing));
    }

    private static List<Seen> aliases(Visited visited, long source, Instant at) {
        return visited.interpretation().map(Interpretation::reading).map(Reading::aliases).orElse(List.of()).stream()
                .map(alias -> new Seen(source, alias, at))
                .toList();
    }
}
