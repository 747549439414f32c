package org.evidencewatch.fetch;

/**
 * The gate's no.
 *
 * @param refusal its class, for programs
 * @param text one phrase for people; names no address that a name resolved to
 */
public record Denial(Refusal refusal, String text) implements Admission {

    /** The class, a colon, the phrase. */
    @Override
    public String toString() {
        return refusal + ": " + text;
    }
}
