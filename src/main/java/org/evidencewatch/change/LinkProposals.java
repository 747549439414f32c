package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.fact.Fact;

/**
 * Proposes the passages of a cited page that support a claim, or speak against it: sentences that state a fact of a role
 * which the claim states too, and for what the claim states in words only the nearest sentence. Pure; the same for the
 * same words.
 */
final class LinkProposals {

    /** More passages of one page than a person wants to confirm. */
    static final int MOST = 3;

    private final ClaimFacts claim;
    private final CitedText page;

    private LinkProposals(ClaimFacts claim, CitedText page) {
        this.claim = claim;
        this.page = page;
    }

    /** At most three, the best first: facts of the claim's dimension, then other facts, then words. */
    static List<LinkProposal> of(ClaimFacts claim, CitedText page) {
        return new LinkProposals(claim, page).best();
    }

    private List<LinkProposal> best() {
        var best = new ArrayList<LinkProposal>();
        claim.all().stream().flatMap(claimed -> typed(claimed).stream()).forEach(proposal -> addNew(proposal, best));
        // what agrees comes before what conflicts, and the order of the claim holds within
        best.sort(Comparator.comparing(proposal -> !proposal.agrees()));
        inWords(best.isEmpty()).forEach(proposal -> addNew(proposal, best));
        return List.copyOf(best.subList(0, Math.min(MOST, best.size())));
    }

    private static void addNew(LinkProposal proposal, List<LinkProposal> best) {
        boolean known = best.stream()
                .anyMatch(other -> other.quote().exact().equals(proposal.quote().exact())
                        && (proposal.fact().isEmpty()
                                || other.fact()
                                        .map(Fact::role)
                                        .equals(proposal.fact().map(Fact::role))));
        if (!known) {
            best.add(proposal);
        }
    }

    /** The place that states what the claim states; where there is none, one that states something else instead. */
    private Optional<LinkProposal> typed(Fact claimed) {
        List<Fact> ofRole = page.sheet().facts().stream()
                .filter(fact -> fact.role() == claimed.role())
                .sorted(Comparator.<Fact, Accord>comparing(fact -> Accord.of(claimed, fact))
                        .thenComparing(Fact::entailed))
                .toList();
        List<Fact> supporting = ofRole.stream()
                .filter(fact -> Accord.of(claimed, fact).supports())
                .toList();
        return quoted(supporting, true).or(() -> quoted(conflicting(claimed, ofRole), false));
    }

    /** The one other value that the page states: of several, each may be meant for another case than the claim's. */
    private List<Fact> conflicting(Fact claimed, List<Fact> ofRole) {
        List<Fact> stated = ofRole.stream().filter(fact -> !fact.entailed()).toList();
        boolean clear = stated.size() == 1
                && claimed.role().dimension() == claim.dimension()
                && Accord.of(claimed, stated.getFirst()) == Accord.CONFLICTING;
        return clear ? stated : List.of();
    }

    private Optional<LinkProposal> quoted(List<Fact> facts, boolean agrees) {
        return facts.stream()
                .flatMap(fact -> page
                        .quote(fact.sentence())
                        .map(quote -> new LinkProposal(quote, Optional.of(fact), agrees))
                        .stream())
                .findFirst();
    }

    /** For each sentence of the claim that gave no fact, or none that the page states; for all where nothing else was found. */
    private List<LinkProposal> inWords(boolean all) {
        var sought = new LinkedHashSet<>(claim.bare());
        if (all) {
            claim.all().forEach(fact -> sought.add(fact.sentence()));
        }
        var nearest = new NearestSentence(page.sentences());
        return sought.stream()
                .flatMap(sentence -> nearest.to(sentence).stream())
                .sorted(Comparator.comparingDouble(NearestSentence.Near::likeness)
                        .reversed())
                .flatMap(near -> page.quote(near.sentence()).stream())
                .map(quote -> new LinkProposal(quote, Optional.empty(), true))
                .toList();
    }
}
