package org.evidencewatch.change;

/** What became of a claim on one of the pages that it rests on. */
public enum ClaimVerdict {
    /** The page states it in the words that were linked, or at all where it once said otherwise. */
    SUPPORTED,
    /** The page states it in other words. */
    REWORDED,
    /** The page stated it and now states another value. */
    VALUE_CHANGED,
    /** The page states the opposite, or always stated something else. */
    CONTRADICTED,
    /** The page stated it and says nothing of it any more. */
    NO_LONGER_STATED,
    /** The words that stated it are gone, and others that were not understood may state it; or nobody has confirmed them. */
    CANNOT_TELL;

    /** The word for it in the database and in output. */
    public String word() {
        return Codes.of(name());
    }

    /** The one with that word. */
    public static ClaimVerdict ofWord(String word) {
        return valueOf(Codes.name(word));
    }
}
