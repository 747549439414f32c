package org.evidencewatch.company;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evidencewatch.company.CardOutline.Part;

/**
 * How a card wants to be cited: the index's own address of it, from which its slug comes, and the rubric.
 *
 * @param lines the "Cite this" line and all below it
 * @param url the index's address of the card
 */
record CardCitation(List<TextLine> lines, Optional<String> url, Optional<String> rubric) {

    private static final Pattern RUBRIC = Pattern.compile("\\b\\p{Lu}{2,10}-\\d+(?:\\.\\d+)*\\b");

    static CardCitation of(CardOutline outline) {
        var lines = outline.lines(Part.CITE);
        var text = String.join("\n", lines.stream().map(TextLine::text).toList());
        var url = PageLinks.in(text).stream()
                .filter(u -> !u.contains("://creativecommons.org/"))
                .findFirst();
        String before = url.map(u -> text.substring(0, text.indexOf(u))).orElse(text);
        var rubric = RUBRIC.matcher(before).results().map(m -> m.group()).reduce((first, last) -> last);
        return new CardCitation(lines, url, rubric);
    }

    /** The last segment of the index's address of the card. */
    Optional<String> slug() {
        return uri().map(URI::getPath)
                .map(path -> path.replaceAll("/+$", ""))
                .map(path -> path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .map(name -> name.replaceFirst("\\.html$", ""))
                .filter(Slug::isOne);
    }

    /** Where the index itself lives: its pages are no evidence. */
    Optional<String> indexHost() {
        return uri().map(URI::getHost).map(host -> host.toLowerCase(Locale.ROOT));
    }

    /** @param open whether the file's last word may be cut */
    boolean isCut(boolean open) {
        if (lines.isEmpty()) {
            return true;
        }
        String end = lines.getLast().text();
        if (url.isEmpty()) {
            return lines.size() == 1 && (open || !(end.endsWith(".") || end.endsWith(")")));
        }
        int at = end.lastIndexOf(url.get());
        if (at < 0) {
            return false;
        }
        String rest = end.substring(at + url.get().length());
        return (open && !rest.contains(" "))
                || rest.chars().filter(c -> c == '(').count()
                        > rest.chars().filter(c -> c == ')').count();
    }

    private Optional<URI> uri() {
        try {
            return url.map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
