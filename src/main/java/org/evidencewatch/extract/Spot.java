package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * Where in a post something is written.
 *
 * @param at the element; the post itself where empty
 * @param attribute whose value counts; the element's text where empty
 * @param pattern what of it counts: its first group; all of it where empty
 */
record Spot(Optional<Evaluator> at, Optional<String> attribute, Optional<Pattern> pattern) {

    /** What is written in the first of these places that the post has. */
    static Optional<String> first(List<Spot> spots, Element post) {
        return spots.stream().flatMap(spot -> spot.in(post).stream()).findFirst();
    }

    Optional<String> in(Element post) {
        Optional<Element> element =
                at.isPresent() ? Optional.ofNullable(post.selectFirst(at.get())) : Optional.of(post);
        return element.flatMap(this::written);
    }

    private Optional<String> written(Element element) {
        String all = attribute.map(element::attr).orElseGet(element::text).strip();
        if (pattern.isEmpty()) {
            return Optional.of(all).filter(text -> !text.isEmpty());
        }
        var found = pattern.get().matcher(all);
        return found.find() ? Optional.ofNullable(found.group(1)) : Optional.empty();
    }
}
