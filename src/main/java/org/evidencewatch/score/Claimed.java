package org.evidencewatch.score;

import java.util.List;
import org.evidencewatch.company.Claim;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.Fact;

/**
 * What a record claims in one dimension.
 *
 * @param statements in its words; empty where it claims nothing
 * @param facts the typed facts that were read of them
 */
record Claimed(List<String> statements, List<Fact> facts) {

    Claimed {
        statements = List.copyOf(statements);
        facts = List.copyOf(facts);
    }

    static Claimed of(ClaimReader reader, Stated stated, Dimension dimension) {
        List<String> statements = stated.claims().stream()
                .filter(claim -> claim.dimension() == dimension)
                .map(Claim::statement)
                .toList();
        return new Claimed(
                statements,
                statements.stream()
                        .flatMap(statement -> reader.read(dimension, statement, stated.summary()).stream())
                        .distinct()
                        .toList());
    }

    /** The facts as a person says them, each once. */
    List<String> told() {
        return facts.stream().map(Fact::told).distinct().toList();
    }
}
