package org.evidencewatch.citation;

/** What storing a record came to. */
public enum SaveOutcome {
    ADDED("added"),
    UPDATED("updated"),
    UNCHANGED("unchanged");

    private final String word;

    SaveOutcome(String word) {
        this.word = word;
    }

    /** For people and JSON. */
    public String word() {
        return word;
    }
}
