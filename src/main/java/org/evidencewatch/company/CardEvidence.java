package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the evidence list of a card: entries as a printed dictionary, as a Markdown link, or as a title and an address
 * in any order. The day of access stands behind the word "accessed".
 */
final class CardEvidence {

    private static final Pattern ACCESSED = Pattern.compile(
            "[(\\[]?\\b(?:accessed|retrieved)(?: on)?:?\\s+(" + WrittenDate.PATTERN + ")\\s*[)\\]]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKDOWN = Pattern.compile("\\[(.+)]\\((\\S+)\\)(.*)");
    private static final Pattern LOOSE_ENDS =
            Pattern.compile("^(?:[\\s:|·,;<>]|" + CardLine.DASH + ")+|(?:[\\s:|·,;<>(]|" + CardLine.DASH + ")+$");

    private final Problems problems;

    CardEvidence(Problems problems) {
        this.problems = problems;
    }

    /** Whether the last of the lines is no whole entry: such a list was cut. */
    static boolean isCut(List<TextLine> lines) {
        return lines.isEmpty() || url(items(lines).getLast().text()).isEmpty();
    }

    void read(List<TextLine> lines, PageCollector pages) {
        for (var item : items(lines)) {
            String text = CardLine.withoutBullet(item.text());
            if (url(text).isEmpty()) {
                problems.error(item.number(), "this evidence line cannot be read: no address of a page in it");
            } else {
                page(item.number(), text).ifPresent(page -> pages.listed(item.number(), page));
            }
        }
    }

    private Optional<CitedPage> page(int line, String text) {
        String url = url(text).orElseThrow();
        String words = title(text, url);
        var day = ACCESSED.matcher(words);
        Optional<LocalDate> accessed = Optional.empty();
        if (day.find()) {
            accessed = WrittenDate.parse(day.group(1));
            if (accessed.isEmpty()) {
                problems.error(line, "'%s' is no day".formatted(day.group(1)));
                return Optional.empty();
            }
            words = day.replaceFirst("");
        }
        words = text.startsWith("{") ? words.strip() : LOOSE_ENDS.matcher(words).replaceAll("");
        String title = words.isEmpty() ? PageCollector.title(url) : words.replaceAll("\\s+", " ");
        var flaw = Limit.TITLE.flaw(title).or(() -> Limit.URL.flaw(url));
        if (flaw.isPresent()) {
            problems.error(line, flaw.get());
            return Optional.empty();
        }
        return Optional.of(new CitedPage(url, title, accessed, CitedPage.Kind.EVIDENCE, Optional.empty()));
    }

    /** The address of an entry, as written; in a dictionary whatever stands there, so that it can be found broken. */
    private static Optional<String> url(String entry) {
        String text = CardLine.withoutBullet(entry);
        if (text.startsWith("{")) {
            return DictLine.parse(text)
                    .flatMap(entries -> first(entries, "url", "href", "link"))
                    .filter(url -> !url.isBlank());
        }
        var link = MARKDOWN.matcher(text);
        return link.matches()
                ? Optional.of(link.group(2))
                : PageLinks.in(text).stream().findFirst();
    }

    private static String title(String text, String url) {
        var entries = text.startsWith("{") ? DictLine.parse(text) : Optional.<Map<String, String>>empty();
        if (entries.isPresent()) {
            String accessed = first(entries.get(), "accessed", "date").orElse("");
            return first(entries.get(), "title", "name").orElse("")
                    + (accessed.isEmpty() ? "" : " accessed " + accessed);
        }
        var link = MARKDOWN.matcher(text);
        String words = link.matches() ? link.group(1) + " " + link.group(3) : text.replace(url, " ");
        return words.replace("< >", " ").replace("( )", " ");
    }

    private static Optional<String> first(Map<String, String> entries, String... keys) {
        return List.of(keys).stream()
                .filter(entries::containsKey)
                .map(entries::get)
                .findFirst();
    }

    /** Joins entries that a page broke over lines. */
    private static List<TextLine> items(List<TextLine> lines) {
        var items = new ArrayList<TextLine>();
        for (var line : lines) {
            if (items.isEmpty() || begins(line.text(), items.getLast().text())) {
                items.add(line);
            } else {
                var open = items.removeLast();
                items.add(open.with(open.text() + " " + line.text()));
            }
        }
        return items;
    }

    private static boolean begins(String line, String before) {
        return CardLine.isItem(line) || line.startsWith("{") || (url(before).isPresent() && !line.startsWith("("));
    }
}
