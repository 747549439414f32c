package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.evidencewatch.company.Quote;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactChanges;
import org.evidencewatch.fact.FactSheet;
import org.evidencewatch.fact.Role;
import org.evidencewatch.fact.Value.Flag;

/**
 * What a page states now of a claim that passages of it were linked to. Each role that is linked is looked for by its value,
 * passages linked for their words by these. Pure.
 *
 * <p>What a fact is not read from may still be stated: where a sentence that was not understood may have taken its place
 * ({@link FactChanges}), nothing can be told. Words that nobody has accepted as evidence tell nothing either.
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
        var byRole = new TreeMap<Role, List<ClaimLink>>();
        var parts = new ArrayList<ClaimFinding>();
        for (ClaimLink link : links) {
            if (!link.rejected()) {
                link.role()
                        .ifPresentOrElse(
                                role -> byRole.computeIfAbsent(role, r -> new ArrayList<>())
                                        .add(link),
                                () -> {
                                    if (link.state() == ClaimLink.State.ACCEPTED) {
                                        parts.add(findings.ofWords(link.quote()));
                                    }
                                });
            }
        }
        byRole.forEach((role, own) -> parts.add(findings.ofRole(role, own)));
        return ClaimFinding.gravest(parts).or(() -> unconfirmed(links));
    }

    private static Optional<ClaimFinding> unconfirmed(List<ClaimLink> links) {
        return links.stream()
                .filter(link -> !link.rejected())
                .findFirst()
                .map(link -> new ClaimFinding(ClaimVerdict.CANNOT_TELL, Optional.empty(), Optional.empty()));
    }

    private ClaimFinding ofRole(Role role, List<ClaimLink> links) {
        List<Fact> stated = page.sheet().facts().stream()
                .filter(fact -> fact.role() == role && !elsewhere(fact))
                .toList();
        Optional<Fact> same =
                stated.stream().filter(fact -> claimed(fact, links)).findFirst();
        List<ClaimLink> agreeing = links.stream().filter(ClaimLink::agrees).toList();
        Optional<Place> stands = agreeing.stream()
                .flatMap(link -> standing(link.quote()).stream())
                .findFirst();
        if (same.isPresent()) {
            boolean otherWords = !agreeing.isEmpty() && stands.isEmpty();
            return found(otherWords ? ClaimVerdict.REWORDED : ClaimVerdict.SUPPORTED, same.get(), stands);
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

    private static ClaimFinding found(ClaimVerdict verdict, Fact fact, Optional<Place> stands) {
        return new ClaimFinding(
                verdict,
                Optional.of(fact.value().text()),
                Optional.of(stands.map(Place::words).orElse(fact.sentence())));
    }

    /** Whether the page states what the claim states. Where the claim's own words give no such fact any more, what was linked. */
    private boolean claimed(Fact stated, List<ClaimLink> links) {
        List<Fact> own = claim.of(stated.role());
        return own.isEmpty()
                ? links.stream()
                        .anyMatch(link -> link.agrees()
                                && link.value()
                                        .equals(Optional.of(stated.value().text())))
                : own.stream().anyMatch(fact -> fact.value().same(stated.value()));
    }

    private boolean elsewhere(Fact stated) {
        List<Fact> own = claim.of(stated.role());
        return !own.isEmpty() && own.stream().allMatch(fact -> LinkProposals.elsewhere(fact, stated));
    }

    private ClaimVerdict against(Fact stated, List<ClaimLink> agreeing) {
        boolean opposite = stated.value() instanceof Flag now
                && claim.of(stated.role()).stream()
                        .anyMatch(fact -> fact.value() instanceof Flag was
                                && was != Flag.CONDITIONAL
                                && now != Flag.CONDITIONAL
                                && was != now);
        return opposite || agreeing.isEmpty() ? ClaimVerdict.CONTRADICTED : ClaimVerdict.VALUE_CHANGED;
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
