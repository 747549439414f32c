package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Fragments;
import org.evidencewatch.fact.Fact;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.Value;

/**
 * Proposes the passages of a cited page that support a claim, or speak against it: sentences that state a fact of a role
 * which the claim states too, and for what the claim states in words only the nearest sentence. Pure; the same for the
 * same words.
 */
final class LinkProposals {

    /** More passages of one page than a person wants to confirm. */
    static final int MOST = 3;

    private final FactReader reader;
    private final ClaimFacts claim;
    private final CitedText page;
    private final NearestSentence nearest;

    private LinkProposals(FactReader reader, ClaimFacts claim, CitedText page) {
        this.reader = reader;
        this.claim = claim;
        this.page = page;
        this.nearest = new NearestSentence(page.sentences());
    }

    /** At most three, the best first: facts of the claim's dimension, then other facts, then words. */
    static List<LinkProposal> of(FactReader reader, ClaimFacts claim, CitedText page) {
        return new LinkProposals(reader, claim, page).best();
    }

    private List<LinkProposal> best() {
        var best = new ArrayList<LinkProposal>();
        claim.all().stream().flatMap(claimed -> typed(claimed).stream()).forEach(proposal -> addNew(proposal, best));
        // what agrees comes before what conflicts, and the order of the claim holds within
        best.sort(Comparator.comparing(proposal -> !proposal.agrees()));
        inWords(best.isEmpty()).forEach(proposal -> addNew(proposal, best));
        return List.copyOf(best.subList(0, Math.min(MOST, best.size())));
    }

    /** A passage is linked once for a role; for what merely follows from it, or for its words, not once more. */
    private static void addNew(LinkProposal proposal, List<LinkProposal> best) {
        boolean weak = proposal.fact().map(Fact::entailed).orElse(true);
        boolean known = best.stream()
                .anyMatch(other -> other.quote().exact().equals(proposal.quote().exact())
                        && (weak
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
        Optional<LinkProposal> meant = inNearest(claimed, supporting);
        if (claimed.role().dimension() != claim.dimension() && !claim.own().isEmpty()) {
            // said in passing: only by a passage that speaks of the same
            return meant;
        }
        return meant.or(() -> quoted(supporting, true))
                .or(() -> quoted(sameLength(claimed, ofRole), true))
                .or(() -> quoted(conflicting(claimed, ofRole), false));
    }

    /** A page may state a fact more than once: of the sentences that do, one that is nearest to the claim's is meant. */
    private Optional<LinkProposal> inNearest(Fact claimed, List<Fact> supporting) {
        return supporting.stream()
                .findFirst()
                .flatMap(fact -> claim.sentences(claimed).stream()
                        .flatMap(sentence -> nearest.to(sentence).stream())
                        .map(NearestSentence.Near::sentence)
                        .filter(sentence -> states(sentence, fact))
                        .findFirst()
                        .flatMap(page::quote)
                        .map(quote -> new LinkProposal(quote, Optional.of(fact), true)));
    }

    /** Whether a sentence states the fact by itself. */
    private boolean states(String sentence, Fact fact) {
        return reader.read(Fragments.ofText(sentence)).facts().stream()
                .anyMatch(own -> !own.entailed()
                        && own.role() == fact.role()
                        && own.value().same(fact.value()));
    }

    /** The same length of time under another role of the dimension: a summary may say less clearly what it is for. */
    private List<Fact> sameLength(Fact claimed, List<Fact> ofRole) {
        return ofRole.isEmpty() && claimed.value() instanceof Value.Duration
                ? page.sheet().facts().stream()
                        .filter(fact ->
                                fact.role().dimension() == claimed.role().dimension()
                                        && Accord.of(claimed, fact) == Accord.SAME)
                        .toList()
                : List.of();
    }

    /** The one other value that the page states: of several, each may be meant for another case than the claim's. */
    private List<Fact> conflicting(Fact claimed, List<Fact> ofRole) {
        List<Fact> stated = ofRole.stream().filter(fact -> !fact.entailed()).toList();
        boolean clear = stated.size() == 1 && Accord.of(claimed, stated.getFirst()) == Accord.CONFLICTING;
        return clear ? stated : List.of();
    }

    private Optional<LinkProposal> quoted(List<Fact> facts, boolean agrees) {
        return facts.stream()
                .flatMap(
                        fact -> page
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
        return sought.stream()
                .flatMap(sentence -> nearest.to(sentence).stream())
                .sorted(Comparator.comparingDouble(NearestSentence.Near::likeness)
                        .reversed())
                .flatMap(near -> page.quote(near.sentence()).stream())
                .map(quote -> new LinkProposal(quote, Optional.empty(), true))
                .toList();
    }
}
