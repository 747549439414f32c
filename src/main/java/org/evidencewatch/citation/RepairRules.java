package org.evidencewatch.citation;

import java.time.Instant;
import java.util.Optional;
import org.evidencewatch.citation.RepairTables.Cited;
import org.evidencewatch.company.Quote;

/** Which repairs of a citation there may be, and what they make of it. Pure. */
final class RepairRules {

    private RepairRules() {}

    /** What may be done, or why nothing may. */
    sealed interface Ruling {

        /** The citation itself becomes this. */
        record Becomes(Repair.Kind kind, CitationState now) implements Ruling {}

        /** The citation is retired, and that of another page becomes this in its place. */
        record Replaced(Repair.Kind kind, String page, CitationState now) implements Ruling {}

        record No(String because) implements Ruling {}
    }

    /**
     * The page at an address, beside the citation.
     *
     * @param url as written
     * @param canonical its one spelling
     * @param page the source that is read for it; another than {@code canonical} where that is its alias
     * @param alias whether it is known as another address of the cited page
     * @param source whether it is a source by itself
     * @param cited the company's citation of that page, retired or not
     */
    record Target(
            String url, String canonical, String page, boolean alias, boolean source, Optional<CitationState> cited) {

        /** What is stored of the address: as written, unless a reader could be deceived by how it looks. */
        String shown() {
            return url.chars().allMatch(c -> c > ' ' && c < 0x7F) ? url : canonical;
        }
    }

    static Ruling requote(Cited citation, Quote quote) {
        return citation.state().quote().filter(quote::equals).isPresent()
                ? new Ruling.No("it quotes these words already")
                : new Ruling.Becomes(Repair.Kind.REQUOTED, citation.state().quoting(quote));
    }

    static Ruling retire(Cited citation, boolean otherEvidence, boolean decided) {
        return citation.state().isEvidence() && !otherEvidence && !decided
                ? new Ruling.No("it is the only evidence of %s, which a decision alone may take away"
                        .formatted(citation.slug()))
                : new Ruling.Becomes(Repair.Kind.RETIRED, citation.state().retiredOrNot(true));
    }

    static Ruling move(Cited citation, Target to, Instant at) {
        if (to.page().equals(citation.page())) {
            return new Ruling.No(
                    to.canonical().equals(citation.page())
                            ? "it cites that page already"
                            : "%s is another address of the page that it cites; split it off if it is a page of its own"
                                    .formatted(to.canonical()));
        }
        return to.cited().isPresent()
                ? merged(citation, to, at)
                : replaced(Repair.Kind.MOVED, citation, to.page(), to, at);
    }

    static Ruling merge(Cited citation, Target into, Instant at) {
        if (into.page().equals(citation.page())) {
            return new Ruling.No("it cites that page already");
        }
        return into.cited().isPresent()
                ? merged(citation, into, at)
                : new Ruling.No("%s does not cite %s; move it there".formatted(citation.slug(), into.canonical()));
    }

    static Ruling split(Cited citation, Target off, Instant at) {
        if (off.source()) {
            return new Ruling.No("%s is a page of its own already; move it there".formatted(off.canonical()));
        }
        return off.alias()
                ? replaced(Repair.Kind.SPLIT, citation, off.canonical(), off, at)
                : new Ruling.No("%s is not known as another address of the page that it cites; move it there"
                        .formatted(off.canonical()));
    }

    private static Ruling replaced(Repair.Kind kind, Cited citation, String page, Target to, Instant at) {
        return new Ruling.Replaced(kind, page, citation.state().at(to.shown(), at));
    }

    private static Ruling merged(Cited citation, Target to, Instant at) {
        return new Ruling.Replaced(
                Repair.Kind.MERGED, to.page(), to.cited().orElseThrow().insteadOf(citation.state(), at));
    }

    /** Whether a repair can be undone, after what has become of the citations since. */
    enum Undoing {
        /** They are as it left them. */
        REVERTS,
        /** They are as they were before it: an import said so. */
        REVERTED,
        /** They are otherwise. */
        LOST
    }

    /** Beside a repair, the citation and its replacement as they are now. */
    static Undoing undo(Repair repair, CitationState citation, Optional<CitationState> other) {
        if (citation.equals(repair.left()) && other.equals(repair.replacement().map(r -> repair.now()))) {
            return Undoing.REVERTS;
        }
        return citation.equals(repair.was())
                        && other.equals(repair.replacement().map(r -> replacementBefore(repair, r)))
                ? Undoing.REVERTED
                : Undoing.LOST;
    }

    /** What the replacement was before a repair; one that the repair made is no citation any more. */
    static CitationState replacementBefore(Repair repair, Repair.Replacement replacement) {
        return replacement.was().orElseGet(() -> repair.now().retiredOrNot(true));
    }
}
