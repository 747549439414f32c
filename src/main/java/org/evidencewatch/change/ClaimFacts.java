package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.extract.Fragments;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.FactSheet;
import org.evidencewatch.fact.Role;

/**
 * The typed values that a claim states, and its sentences. Pure.
 *
 * @param own facts of the claim's dimension, in the order of its words; none that merely follows from another
 * @param others facts of other dimensions that it states beside them
 * @param bare sentences that gave no fact
 */
record ClaimFacts(Dimension dimension, List<Fact> own, List<Fact> others, List<String> bare) {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    ClaimFacts {
        own = List.copyOf(own);
        others = List.copyOf(others);
        bare = List.copyOf(bare);
    }

    /** What a claim states; where its words state nothing of its dimension, what the record's summary states of it. */
    static ClaimFacts of(FactReader reader, Dimension dimension, String statement, Optional<String> summary) {
        FactSheet sheet = reader.read(Fragments.ofText(statement));
        List<Fact> stated =
                sheet.facts().stream().filter(fact -> !fact.entailed()).toList();
        List<Fact> own = stated.stream().filter(fact -> of(fact, dimension)).toList();
        List<Fact> others = stated.stream().filter(fact -> !of(fact, dimension)).toList();
        List<String> bare = sentences(sheet)
                .filter(sentence ->
                        stated.stream().noneMatch(fact -> fact.sentence().equals(sentence)))
                .toList();
        if (!own.isEmpty()) {
            return new ClaimFacts(dimension, own, others, bare);
        }
        FactSheet sum = reader.read(Fragments.ofText(summary.orElse("")));
        List<Fact> summed = sum.facts().stream()
                .filter(fact -> !fact.entailed() && of(fact, dimension))
                .toList();
        return new ClaimFacts(
                dimension, summed, others, ADDRESS.matcher(statement.strip()).matches() ? about(sum, dimension) : bare);
    }

    /** What a summary says of a dimension, for a claim that is but the address of a page. */
    private static List<String> about(FactSheet summary, Dimension dimension) {
        return sentences(summary).filter(Matter.of(dimension)::namedBy).toList();
    }

    private static Stream<String> sentences(FactSheet sheet) {
        return sheet.sentences().stream().map(FactSheet.Sentence::text);
    }

    private static boolean of(Fact fact, Dimension dimension) {
        return fact.role().dimension() == dimension;
    }

    /** Those of its own dimension first. */
    List<Fact> all() {
        return Stream.concat(own.stream(), others.stream()).toList();
    }

    /** The sentences of the claim, that of one fact first. */
    List<String> sentences(Fact first) {
        return Stream.of(Stream.of(first.sentence()), all().stream().map(Fact::sentence), bare.stream())
                .flatMap(sentences -> sentences)
                .distinct()
                .toList();
    }

    /** Those of one role. */
    List<Fact> of(Role role) {
        return all().stream().filter(fact -> fact.role() == role).toList();
    }
}
