package org.evidencewatch.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.extract.Fragments;

/**
 * The typed facts that a claim of a record states; none that merely follows from another. Pure.
 *
 * @param own facts of the claim's dimension, in the order of the words
 * @param others facts of other dimensions that it states beside them
 * @param statement all that was read of the claim's words
 * @param summary all that was read of the record's summary, which speaks where the statement gives no fact of its
 *     dimension (a bare address); empty where it was not asked
 */
public record ClaimedFacts(List<Fact> own, List<Fact> others, FactSheet statement, Optional<FactSheet> summary) {

    public ClaimedFacts {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    /** What a claim states; where its words state nothing of its dimension, what the record's summary states of it. */
    public static ClaimedFacts of(FactReader reader, Dimension dimension, String statement, Optional<String> summary) {
        FactSheet sheet = reader.read(Fragments.ofText(statement));
        List<Fact> own = stated(sheet).filter(fact -> of(fact, dimension)).toList();
        List<Fact> others = stated(sheet).filter(fact -> !of(fact, dimension)).toList();
        if (!own.isEmpty()) {
            return new ClaimedFacts(own, others, sheet, Optional.empty());
        }
        FactSheet sum = reader.read(Fragments.ofText(summary.orElse("")));
        List<Fact> summed = stated(sum).filter(fact -> of(fact, dimension)).toList();
        return new ClaimedFacts(summed, others, sheet, Optional.of(sum));
    }

    private static Stream<Fact> stated(FactSheet sheet) {
        return sheet.facts().stream().filter(fact -> !fact.entailed());
    }

    private static boolean of(Fact fact, Dimension dimension) {
        return fact.role().dimension() == dimension;
    }

    /** Those of its own dimension first. */
    public List<Fact> all() {
        return Stream.concat(own.stream(), others.stream()).toList();
    }
}
