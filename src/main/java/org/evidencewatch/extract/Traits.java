package org.evidencewatch.extract;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** What a page shows of the software behind it, each thing in its place; gathered when first asked for. One use each. */
final class Traits {

    private static final int CREDIT = 500;
    private static final int LAST_ELEMENTS = 80;
    private static final int INLINE = 400_000;
    private static final int LONGEST = 500;
    private static final int MOST = 1000;

    private final Page page;
    private final PageView view;
    private final Map<Place, String> texts = new EnumMap<>(Place.class);
    private @Nullable NavigableSet<String> names;

    /** Places whose words a marker may look for. */
    enum Place {
        GENERATOR,
        HEADER,
        HOST,
        PATH,
        TITLE,
        ASSET,
        CREDIT,
        INLINE
    }

    Traits(Page page, PageView view) {
        this.page = page;
        this.view = view;
    }

    /** What stands in a place, one thing a line. */
    String text(Place place) {
        return texts.computeIfAbsent(place, this::gathered);
    }

    /** Whether an element has the id ({@code #id}) or class ({@code .class}); a trailing {@code *} stands for any ending. */
    boolean named(String name) {
        NavigableSet<String> shown = names();
        if (!name.endsWith("*")) {
            return shown.contains(name);
        }
        String start = name.substring(0, name.length() - 1);
        String first = shown.ceiling(start);
        return first != null && first.startsWith(start);
    }

    boolean shows(Evaluator element) {
        return view.document().selectFirst(element) != null;
    }

    private String gathered(Place place) {
        return switch (place) {
            case GENERATOR -> attributes("meta[name=generator]", "content");
            case HEADER ->
                page.headers().entrySet().stream()
                        .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                        .collect(Collectors.joining("\n"));
            case HOST -> page.effectiveUrl().map(URI::getHost).orElse("");
            case PATH -> page.effectiveUrl().map(Identity::path).orElse("");
            case TITLE -> view.title();
            case ASSET -> attributes("script[src]", "src") + "\n" + attributes("link[href]", "href");
            case CREDIT -> credit();
            case INLINE -> inline(view.document());
        };
    }

    private String attributes(String selector, String attribute) {
        return view.document().select(selector).stream()
                .map(element -> element.attr(attribute))
                .map(value -> value.substring(0, Math.min(LONGEST, value.length())))
                .limit(MOST)
                .collect(Collectors.joining("\n"));
    }

    /** The last visible words of the page, where software is credited. */
    private String credit() {
        Outline outline = view.outline();
        var words = new StringBuilder();
        for (int i = Math.max(0, outline.size() - LAST_ELEMENTS); i < outline.size(); i++) {
            String own = outline.element(i).ownText();
            words.append(' ').append(own, Math.max(0, own.length() - CREDIT), own.length());
        }
        return words.substring(Math.max(0, words.length() - CREDIT));
    }

    private static String inline(Document document) {
        var code = new StringBuilder();
        for (Element element : document.select("script:not([src]), style")) {
            if (code.length() < INLINE) {
                code.append(element.data()).append('\n');
            }
        }
        return code.substring(0, Math.min(INLINE, code.length()));
    }

    private NavigableSet<String> names() {
        NavigableSet<String> known = names;
        if (known == null) {
            known = new TreeSet<>();
            gatherNames(known);
            names = known;
        }
        return known;
    }

    private void gatherNames(Set<String> names) {
        Set<String> seen = new HashSet<>();
        for (Element element : view.document().getAllElements()) {
            if (!element.id().isEmpty()) {
                names.add("#" + element.id());
            }
            String classes = element.className();
            if (!classes.isEmpty() && seen.add(classes)) {
                element.classNames().forEach(name -> names.add("." + name));
            }
        }
    }
}
