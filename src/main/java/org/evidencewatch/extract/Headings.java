package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;

/** The headings above a place of a text, the outermost first. */
final class Headings {

    private final List<Integer> levels = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /** Ends those of this level and below; level 1 is the outermost. */
    void close(int level) {
        while (!levels.isEmpty() && levels.getLast() >= level) {
            levels.removeLast();
            words.removeLast();
        }
    }

    void open(int level, String heading) {
        close(level);
        levels.add(level);
        words.add(heading);
    }

    /** All of them, joined by {@code " > "}; empty where there is none. */
    String path() {
        return String.join(" > ", words);
    }
}
