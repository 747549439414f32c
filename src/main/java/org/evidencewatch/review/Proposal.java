package org.evidencewatch.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evidencewatch.change.Reason;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.ToldFact;

/**
 * The edit of a record that follows from what a page was found to state otherwise: the claims that stated the old value
 * state the new one. Pure.
 *
 * <p>A wording counts only if it reads back as the new value: first the claim's own sentence with the new value in it, else
 * the words of the page, else the bare fact. Where none does, nothing is proposed, and a person has to find the words.
 */
final class Proposal {

    private final FactReader reader;
    private final List<String> quotes;

    /** @param quotes sentences of the page as it is now, which may state the new values */
    Proposal(FactReader reader, List<String> quotes) {
        this.reader = reader;
        this.quotes = List.copyOf(quotes);
    }

    /** The edits that these passages of a change suggest for these claims; each claim once. */
    List<ClaimEdit> edits(List<RecordClaim> claims, List<Reason> passages) {
        Map<RecordClaim, Optional<String>> edited = new LinkedHashMap<>();
        for (RecordClaim claim : claims) {
            Optional<String> statement = Optional.of(claim.statement());
            for (Reason passage : passages) {
                Optional<String> now = statement;
                statement = now.flatMap(words -> restated(words, passage));
            }
            if (!statement.equals(Optional.of(claim.statement()))) {
                edited.put(claim, statement);
            }
        }
        var edits = new ArrayList<ClaimEdit>();
        edited.forEach((claim, words) -> edits.add(new ClaimEdit(claim.dimension(), claim.ordinal(), words)));
        return edits;
    }

    /** The statement after one altered fact; empty where nothing is left of it. */
    private Optional<String> restated(String statement, Reason passage) {
        Optional<ToldFact> before = told(passage, passage.before());
        if (before.isEmpty()) {
            return Optional.of(statement);
        }
        Optional<Fact> stated = facts(statement)
                .filter(fact -> ToldFact.of(fact).sameValue(before.get()))
                .findFirst();
        if (stated.isEmpty() || !statement.contains(stated.get().sentence())) {
            return Optional.of(statement);
        }
        return told(passage, passage.after())
                .map(after ->
                        Optional.of(replaced(statement, stated.get(), after).orElse(statement)))
                .orElseGet(() -> without(statement, stated.get()));
    }

    private static Optional<ToldFact> told(Reason passage, Optional<String> side) {
        return passage.ofFact() ? side.flatMap(ToldFact::of) : Optional.empty();
    }

    private Optional<String> replaced(String statement, Fact old, ToldFact now) {
        String sentence = old.sentence();
        String value = sentence.substring(0, old.start()) + now.value() + sentence.substring(old.end());
        Predicate<String> states =
                words -> facts(words).anyMatch(fact -> ToldFact.of(fact).sameValue(now));
        Stream<String> sentences = Stream.concat(
                Stream.of(value), Stream.concat(quotes.stream().filter(states), Stream.of(now.sentence())));
        return sentences
                .map(words -> statement.replace(sentence, words))
                .filter(states)
                .filter(words -> facts(words).noneMatch(fact -> repeats(fact, old)))
                .findFirst();
    }

    /** The statement without the sentence that states a fact; empty where it is all there is. */
    private static Optional<String> without(String statement, Fact old) {
        String rest =
                statement.replace(old.sentence(), "").replaceAll("\\s{2,}", " ").strip();
        return Optional.of(rest).filter(words -> words.chars().anyMatch(Character::isLetterOrDigit));
    }

    private static boolean repeats(Fact fact, Fact old) {
        return fact.role() == old.role()
                && fact.value().equals(old.value())
                && fact.scope().equals(old.scope());
    }

    private Stream<Fact> facts(String words) {
        return reader.readText(words).facts().stream().filter(fact -> !fact.entailed());
    }
}
