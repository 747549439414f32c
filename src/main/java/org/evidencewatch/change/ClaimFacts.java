package org.evidencewatch.change;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.fact.ClaimedFacts;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.FactSheet;
import org.evidencewatch.fact.Role;

/**
 * The typed values that a claim states, and its sentences. Pure.
 *
 * @param bare sentences that gave no fact
 */
record ClaimFacts(Dimension dimension, ClaimedFacts stated, List<String> bare) {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    ClaimFacts {
        bare = List.copyOf(bare);
    }

    /** What a claim states; where its words state nothing of its dimension, what the record's summary states of it. */
    static ClaimFacts of(FactReader reader, Dimension dimension, String statement, Optional<String> summary) {
        ClaimedFacts stated = ClaimedFacts.of(reader, dimension, statement, summary);
        Optional<FactSheet> spokenFor = stated.summary()
                .filter(sum -> ADDRESS.matcher(statement.strip()).matches());
        return new ClaimFacts(
                dimension,
                stated,
                spokenFor.map(sum -> about(sum, dimension)).orElseGet(() -> withoutFact(stated.statement())));
    }

    /** What a summary says of a dimension, for a claim that is but the address of a page. */
    private static List<String> about(FactSheet summary, Dimension dimension) {
        return sentences(summary).filter(Matter.of(dimension)::namedBy).toList();
    }

    private static List<String> withoutFact(FactSheet sheet) {
        List<String> telling = sheet.facts().stream()
                .filter(fact -> !fact.entailed())
                .map(Fact::sentence)
                .toList();
        return sentences(sheet).filter(sentence -> !telling.contains(sentence)).toList();
    }

    private static Stream<String> sentences(FactSheet sheet) {
        return sheet.sentences().stream().map(FactSheet.Sentence::text);
    }

    /** Facts of the claim's dimension, in the order of the words. */
    List<Fact> own() {
        return stated.own();
    }

    /** Those of its own dimension first. */
    List<Fact> all() {
        return stated.all();
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
