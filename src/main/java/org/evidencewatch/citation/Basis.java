package org.evidencewatch.citation;

/** What a revision of a record rests on. */
public sealed interface Basis {

    /** What the index published. */
    record Imported() implements Basis {}

    /** The same claims, scored by another rubric. */
    record Rubric(String version) implements Basis {}

    /** What a person decided. */
    record Decided(long decision) implements Basis {}

    /** The word for it in output. */
    default String word() {
        return switch (this) {
            case Imported i -> "import";
            case Rubric r -> "rubric";
            case Decided d -> "decision";
        };
    }
}
