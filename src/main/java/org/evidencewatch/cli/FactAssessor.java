package org.evidencewatch.cli;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.Fragments;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactChange;
import org.evidencewatch.fact.FactChanges;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.FactSheet;
import org.jspecify.annotations.Nullable;

/** Answers cases of {@code facts}: two passages, the facts of the first, and what differs in the second. */
final class FactAssessor {

    private final FactReader reader = new FactReader();

    /**
     * One line of the file.
     *
     * @param format {@code text} or {@code html}; text where none is named
     */
    record Case(
            String id,
            String before,
            String after,
            @Nullable String format) {

        Case {
            JsonLines.required(id, "id");
            JsonLines.required(before, "before");
            JsonLines.required(after, "after");
            if (format != null && !List.of("text", "html").contains(format)) {
                throw new IllegalArgumentException("format '" + format + "' is neither text nor html");
            }
        }
    }

    /** The answer to a line; {@code facts_before} and the others are the names of the file's form. */
    record Answer(String id, List<ChangedFact> changes, boolean material, List<Stated> facts_before) {}

    /** A fact: its value is text, or a list of ways. */
    record Stated(String role, Object value, Optional<String> scope) {}

    Answer assess(Case passages) {
        FactSheet before = reader.read(blocks(passages.before(), passages.format()));
        FactSheet after = reader.read(blocks(passages.after(), passages.format()));
        List<FactChange> changes = FactChanges.between(before, after);
        return new Answer(
                passages.id(),
                changes.stream().map(ChangedFact::of).toList(),
                !changes.isEmpty(),
                before.facts().stream()
                        .filter(fact -> !fact.entailed())
                        .map(FactAssessor::stated)
                        .toList());
    }

    private static List<Block> blocks(String passage, @Nullable String format) {
        return "html".equals(format) ? Fragments.ofHtml(passage) : Fragments.ofText(passage);
    }

    private static Stated stated(Fact fact) {
        return new Stated(fact.role().word(), ChangedFact.value(fact), fact.scope());
    }
}
