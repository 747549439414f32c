package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.evidencewatch.company.Quote;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactChanges;
import org.evidencewatch.fact.FactSheet;
import org.evidencewatch.fact.Role;
import org.evidencewatch.fact.Value;
import org.evidencewatch.fact.Value.Flag;

/**
 * What a page states now of a claim that passages of it were linked to. Each role that is linked is looked for by its value,
 * passages linked for their words by these. Pure.
 *
 * <p>What no fact is read from may still be stated: where a sentence that was not understood may have taken its place
 * ({@link FactChanges}), nothing can be told. What only seems near by its words, or only seems to conflict, tells nothing
 * before a person has accepted it.
 */
final class ClaimFindings {

    private final ClaimFacts claim;
    private final CitedText page;
    private final LongFunction<FactSheet> earlier;

    private ClaimFindings(ClaimFacts claim, CitedText page, LongFunction<FactSheet> earlier) {
        this.claim = claim;
        this.page = page;
        this.earlier = earlier;
    }

    /**
     * The finding; empty where no link is left.
     *
     * @param links those of the claim to this page
     * @param earlier what the page stated in a capture that a link was proposed from; asked for only where that matters
     */
    static Optional<ClaimFinding> of(
            ClaimFacts claim, List<ClaimLink> links, CitedText page, LongFunction<FactSheet> earlier) {
        var findings = new ClaimFindings(claim, page, earlier);
        var byFact = new LinkedHashMap<Linked, List<ClaimLink>>();
        var parts = new ArrayList<ClaimFinding>();
        for (ClaimLink link : links) {
            if (counts(link)) {
                link.role()
                        .ifPresentOrElse(
                                role -> byFact.computeIfAbsent(new Linked(role, link.value()), f -> new ArrayList<>())
                                        .add(link),
                                () -> parts.add(findings.ofWords(link.quote())));
            }
        }
        byFact.forEach((fact, own) -> parts.add(findings.ofRole(fact.role(), own)));
        return ClaimFinding.gravest(parts).or(() -> unconfirmed(links));
    }

    /** Passages of the same fact stand for each other. */
    private record Linked(Role role, Optional<String> value) {}

    private static boolean counts(ClaimLink link) {
        return switch (link.state()) {
            case ACCEPTED -> true;
            case PROPOSED -> link.agrees() && link.role().isPresent();
            case REJECTED -> false;
        };
    }

    private static Optional<ClaimFinding> unconfirmed(List<ClaimLink> links) {
        return links.stream()
                .filter(link -> !link.rejected())
                .findFirst()
                .map(link -> new ClaimFinding(
                        ClaimVerdict.CANNOT_TELL,
                        link.value(),
                        Optional.of(link.quote().exact())));
    }

    private ClaimFinding ofRole(Role role, List<ClaimLink> links) {
        List<ClaimLink> agreeing = links.stream().filter(ClaimLink::agrees).toList();
        Optional<Place> stands = agreeing.stream()
                .flatMap(link -> standing(link.quote()).stream())
                .findFirst();
        List<Fact> stated = page.sheet().facts().stream()
                .filter(fact -> fact.role() == role && accord(fact, links) != Accord.UNRELATED)
                .sorted(Comparator.comparing(fact -> accord(fact, links)))
                .toList();
        Optional<Fact> best = stated.stream().findFirst();
        if (best.filter(fact -> accord(fact, links).supports()).isPresent()) {
            return standing(best.get(), agreeing, stands, links);
        }
        Optional<Fact> other = stated.stream().filter(fact -> !fact.entailed()).findFirst();
        if (stands.isPresent()) {
            // The linked words stand, and are not read as they were: something around them differs.
            return new ClaimFinding(
                    other.isPresent() ? ClaimVerdict.CANNOT_TELL : ClaimVerdict.SUPPORTED,
                    other.map(fact -> fact.value().text()),
                    stands.map(Place::words));
        }
        return other.map(fact -> found(against(fact, agreeing), fact, Optional.empty()))
                .orElseGet(() -> new ClaimFinding(missing(role, links), Optional.empty(), Optional.empty()));
    }

    /** A page that speaks for the claim; less exactly than it did, where it did so more exactly. */
    private ClaimFinding standing(
            Fact stated, List<ClaimLink> agreeing, Optional<Place> stands, List<ClaimLink> links) {
        if (accord(stated, links) == Accord.COMPATIBLE
                && !agreeing.isEmpty()
                && agreeing.stream().noneMatch(link -> keeps(stated, link))) {
            return found(ClaimVerdict.VALUE_CHANGED, stated, Optional.empty());
        }
        boolean otherWords = !agreeing.isEmpty() && stands.isEmpty();
        return found(otherWords ? ClaimVerdict.REWORDED : ClaimVerdict.SUPPORTED, stated, stands);
    }

    /** Whether the page states what it stated when the passage was proposed: of ways, all that the claim names. */
    private boolean keeps(Fact stated, ClaimLink link) {
        String was = link.value().orElse("");
        return stated.value().text().equals(was)
                || claim.of(stated.role()).stream()
                        .anyMatch(claimed -> claimed.value() instanceof Value.Channels named
                                && stated.value() instanceof Value.Channels open
                                && named.channels().stream()
                                        .filter(way ->
                                                List.of(was.split(", ", -1)).contains(way.word()))
                                        .allMatch(open.channels()::contains));
    }

    private static ClaimFinding found(ClaimVerdict verdict, Fact fact, Optional<Place> stands) {
        return new ClaimFinding(
                verdict,
                Optional.of(fact.value().text()),
                Optional.of(stands.map(Place::words).orElse(fact.sentence())));
    }

    /** The best accord with the claim; where it was linked by what its words do not give so, with that. */
    private Accord accord(Fact stated, List<ClaimLink> links) {
        List<Fact> own = claim.of(stated.role());
        if (own.isEmpty()
                || (foreign(own, links)
                        && own.stream().noneMatch(fact -> fact.value().same(stated.value())))) {
            return linked(stated, links);
        }
        return own.stream()
                .map(fact -> Accord.of(fact, stated))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether a length of time was linked that the claim gives under another role. */
    private static boolean foreign(List<Fact> own, List<ClaimLink> links) {
        return links.stream()
                .allMatch(link -> link.agrees()
                        && own.stream()
                                .allMatch(fact -> fact.value() instanceof Value.Duration length
                                        && !link.value().equals(Optional.of(length.text()))));
    }

    private static Accord linked(Fact stated, List<ClaimLink> links) {
        boolean same = links.stream()
                .anyMatch(link -> link.agrees()
                        && link.value().equals(Optional.of(stated.value().text())));
        return same ? Accord.SAME : Accord.CONFLICTING;
    }

    /** A yes that became a no says the opposite; a number that became another one only changed. */
    private static ClaimVerdict against(Fact stated, List<ClaimLink> agreeing) {
        return stated.value() instanceof Flag || agreeing.isEmpty()
                ? ClaimVerdict.CONTRADICTED
                : ClaimVerdict.VALUE_CHANGED;
    }

    /** A role of which the page states nothing: told as gone only if no sentence may state it that was not understood. */
    private ClaimVerdict missing(Role role, List<ClaimLink> links) {
        FactSheet before = earlier.apply(links.getFirst().capture());
        boolean gone = FactChanges.between(before, page.sheet()).stream()
                .anyMatch(change -> change.role() == role && change.after().isEmpty());
        return gone ? ClaimVerdict.NO_LONGER_STATED : ClaimVerdict.CANNOT_TELL;
    }

    private ClaimFinding ofWords(Quote quote) {
        Optional<Place> stands = standing(quote);
        if (stands.isPresent()) {
            return words(ClaimVerdict.SUPPORTED, stands.map(Place::words));
        }
        if (Anchoring.of(quote, page.text()) instanceof Anchor.Suggested like) {
            return words(ClaimVerdict.REWORDED, Optional.of(like.at().words()));
        }
        Optional<String> near =
                new NearestSentence(page.sentences()).to(quote.exact()).map(NearestSentence.Near::sentence);
        return words(near.isPresent() ? ClaimVerdict.CANNOT_TELL : ClaimVerdict.NO_LONGER_STATED, near);
    }

    private static ClaimFinding words(ClaimVerdict verdict, Optional<String> quote) {
        return new ClaimFinding(verdict, Optional.empty(), quote);
    }

    private Optional<Place> standing(Quote quote) {
        return Anchoring.of(quote, page.text()).places().stream().findFirst();
    }
}
