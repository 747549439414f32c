package org.evidencewatch.change;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.extract.Onward;

/**
 * A page that may say more of a claim's kind than the cited one: a suggestion, for which nothing was fetched. Pure.
 *
 * @param why how it was found, with the words of the link
 */
record BetterPage(String url, String why) {

    /**
     * The best suggestion: a page that is held and states something of the kind, if the cited page links to it or it is of the
     * same host; else a page that a link names as being about it, by its words before its address.
     *
     * @param cited the page that says too little
     * @param links those of its stored text
     * @param held pages of its host that state something of the kind
     */
    static Optional<BetterPage> of(Dimension dimension, URI cited, List<Onward> links, Set<String> held) {
        Matter matter = Matter.of(dimension);
        List<Onward> others =
                links.stream().filter(link -> !same(link.url(), cited)).toList();
        return linkedAndHeld(matter, others, held)
                .or(() -> held(matter, cited, held))
                .or(() -> named(matter, others));
    }

    private static Optional<BetterPage> linkedAndHeld(Matter matter, List<Onward> links, Set<String> held) {
        return links.stream()
                .filter(link -> held.contains(link.url().toString()))
                .findFirst()
                .map(link -> new BetterPage(
                        link.url().toString(),
                        "it is held and states something about %s; the page links to it as \"%s\""
                                .formatted(matter.words(), link.text())));
    }

    private static Optional<BetterPage> held(Matter matter, URI cited, Set<String> held) {
        return held.stream()
                .filter(url -> !url.equals(cited.toString()))
                .max(Comparator.comparingInt((String url) -> common(url, cited.toString()))
                        .thenComparing(Comparator.reverseOrder()))
                .map(url -> new BetterPage(
                        url, "it is held, of the same host, and states something about " + matter.words()));
    }

    private static Optional<BetterPage> named(Matter matter, List<Onward> links) {
        return links.stream()
                .filter(link -> matter.namedBy(link.text()))
                .findFirst()
                .or(() -> links.stream()
                        .filter(link -> matter.namedBy(path(link.url())))
                        .findFirst())
                .map(link -> new BetterPage(
                        link.url().toString(),
                        "the page links to it as \"%s\", which names %s; nobody has read it"
                                .formatted(link.text(), matter.words())));
    }

    private static String path(URI url) {
        String path = url.getRawPath();
        return path == null ? "" : path.replaceAll("[-_/.]+", " ");
    }

    private static boolean same(URI link, URI cited) {
        return link.toString().equals(cited.toString()) || path(link).equals(path(cited));
    }

    private static int common(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }
}
