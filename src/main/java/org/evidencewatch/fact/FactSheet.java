package org.evidencewatch.fact;

import java.util.List;
import java.util.Set;

/**
 * What was read from a text.
 *
 * @param facts each once, in the order of the text; what follows from others comes last
 * @param unread sentences that speak of something a fact could be about, without one having been read from them
 */
public record FactSheet(List<Fact> facts, List<Unread> unread) {

    public FactSheet {
        facts = List.copyOf(facts);
        unread = List.copyOf(unread);
    }

    /**
     * A sentence that may state more than was read.
     *
     * @param topics roles whose matter it speaks of and of which it gave no fact
     * @param values numbers that were taken for none of interest
     */
    public record Unread(String sentence, Set<Role> topics, List<Value> values) {

        public Unread {
            topics = Set.copyOf(topics);
            values = List.copyOf(values);
        }
    }

    boolean says(String sentence) {
        return unread.stream().anyMatch(other -> other.sentence().equals(sentence))
                || facts.stream().anyMatch(fact -> fact.sentence().equals(sentence));
    }
}
