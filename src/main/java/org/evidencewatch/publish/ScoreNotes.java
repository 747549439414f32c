package org.evidencewatch.publish;

import java.util.List;

/** What a rubric has to say on the page that tells how companies are scored; a bean of this type is shown there. */
public interface ScoreNotes {

    /** The parts in their order. */
    List<Part> parts();

    /**
     * A part of that page.
     *
     * @param lines a sentence or an entry each, as plain text
     */
    record Part(String heading, List<String> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }
}
