package org.evidencewatch.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.company.Correction.Cited;
import org.evidencewatch.company.Correction.ClaimChange;
import org.evidencewatch.company.Correction.Repair;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.company.PageWords;
import org.evidencewatch.company.Told;
import tools.jackson.databind.JsonNode;

/** What rows tell as JSON of changes, as corrections tell it. Pure. */
final class Differences {

    /** So many are enough to see what happened; the captures have the rest. */
    private static final int MOST = 12;

    private Differences() {}

    /** The reasons of a change, stated facts first, then in their own order. */
    static List<Told> told(JsonNode reasons) {
        var facts = new ArrayList<Told>();
        var words = new ArrayList<Told>();
        for (var reason : reasons) {
            var told = new Told(reason.path("code").asString(), words(reason, "before"), words(reason, "after"));
            (told.ofFact() ? facts : words).add(told);
        }
        facts.addAll(words);
        return List.copyOf(facts.subList(0, Math.min(MOST, facts.size())));
    }

    static List<ClaimChange> claims(JsonNode claims) {
        return claims.valueStream()
                .map(claim -> new ClaimChange(
                        Dimension.withKey(claim.path("dimension").asString()).orElseThrow(),
                        claim.path("ordinal").asInt(),
                        text(claim, "before"),
                        text(claim, "after")))
                .sorted(Comparator.comparing(ClaimChange::dimension).thenComparingInt(ClaimChange::ordinal))
                .toList();
    }

    static Repair repair(String kind, JsonNode before, JsonNode after) {
        return new Repair(kind, cited(before), cited(after));
    }

    /** A quote is kept as an object, of which the words themselves are told. */
    private static Cited cited(JsonNode state) {
        return new Cited(text(state, "url"), words(state.path("quote"), "exact"));
    }

    private static Optional<String> words(JsonNode node, String key) {
        return text(node, key).flatMap(PageWords::fitting);
    }

    private static Optional<String> text(JsonNode node, String key) {
        var value = node.path(key);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
