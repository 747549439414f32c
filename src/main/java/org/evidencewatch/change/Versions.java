package org.evidencewatch.change;

/**
 * The rules by which a capture was judged. Fingerprints can be compared only where equal rules made them.
 *
 * @param extractor of the extractor that read both sides
 * @param detector of the rules that compared them
 */
public record Versions(String extractor, String detector) {

    /** Those of this release, with an extractor of that version. */
    public static Versions today(String extractor) {
        return new Versions(extractor, ChangeDetector.VERSION);
    }
}
