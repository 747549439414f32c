package org.evidencewatch.fact;

import java.util.List;

/** The words of a sentence by their places; nothing stands before the first and behind the last. */
record Words(List<Token> tokens) {

    /** The word there; empty where there is none. */
    String at(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place).word() : "";
    }
}
