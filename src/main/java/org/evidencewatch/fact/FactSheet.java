package org.evidencewatch.fact;

import java.util.List;
import java.util.Set;

/**
 * What was read from a text.
 *
 * @param facts each once, in the order of the text; what follows from others comes last
 * @param sentences all that were read, each with what nothing was made of
 */
public record FactSheet(List<Fact> facts, List<Sentence> sentences) {

    public FactSheet {
        facts = List.copyOf(facts);
        sentences = List.copyOf(sentences);
    }

    /**
     * A sentence, which may state more than was read.
     *
     * @param topics roles whose matter it speaks of and of which it gave no fact
     * @param values numbers that were taken for none of interest
     * @param ways that it names, of which it did not say where they lead
     */
    public record Sentence(String text, Set<Role> topics, List<Value> values, Set<Channel> ways) {

        public Sentence {
            topics = Set.copyOf(topics);
            values = List.copyOf(values);
            ways = Set.copyOf(ways);
        }
    }
}
