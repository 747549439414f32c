package org.evidencewatch.alert;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what is amiss with the evidence: by the clocks of all citations, which are read once. */
@Component
class EvidenceFindings implements Watch {

    private final Freshness freshness;
    private final GonePages gone;
    private final Objectives objectives;
    private final Limits limits;

    EvidenceFindings(Freshness freshness, GonePages gone, Objectives objectives, Limits limits) {
        this.freshness = freshness;
        this.gone = gone;
        this.objectives = objectives;
        this.limits = limits;
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.of(
                Kind.STALE_EVIDENCE,
                Kind.CANNOT_READ,
                Kind.PAGE_GONE,
                Kind.HOST_BLOCKS,
                Kind.HOST_DOWN,
                Kind.OBJECTIVE_BURNING);
    }

    @Override
    public List<Finding> findings(Instant asOf) {
        var citations = freshness.citations();
        return Stream.of(
                        PageFindings.stale(citations, asOf, limits),
                        gone.findings(),
                        PageFindings.unreadable(Unreadable.of(citations), asOf, limits),
                        objectives.findings(citations, asOf))
                .flatMap(List::stream)
                .toList();
    }
}
