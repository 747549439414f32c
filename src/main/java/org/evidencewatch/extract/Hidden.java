package org.evidencewatch.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Tells scraps that a page hides for good (messages of a search, of a form) from what tabs and accordions hide until
 * somebody opens them. In doubt hidden words count: a reader may open what we do not know how to open.
 */
final class Hidden {

    private static final int PROSE = 25;
    private static final Pattern NOT_DISPLAYED =
            Pattern.compile("(?:^|;)\\s*display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLD = Pattern.compile(
            "accordion|tab|panel|collaps|faq|answer|content|body|fold|toggle|expand|detail|step|section|text",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> CONTROLS = List.of("aria-controls", "data-target", "data-bs-target");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s#]+");

    private final Outline outline;
    private @Nullable Set<String> controlled;

    Hidden(Outline outline) {
        this.outline = outline;
    }

    /** Whether the element is hidden, and nothing says that a reader can open it. */
    boolean furniture(int index) {
        Element element = outline.element(index);
        return hidden(element) && outline.words(index) < PROSE && !opens(element);
    }

    private static boolean hidden(Element element) {
        return element.hasAttr("hidden")
                || (element.hasAttr("style")
                        && NOT_DISPLAYED.matcher(element.attr("style")).find());
    }

    private boolean opens(Element element) {
        Element parent = element.parent();
        return element.attr("role").equals("tabpanel")
                || element.hasAttr("aria-labelledby")
                || (!element.id().isEmpty() && controlled().contains(element.id()))
                || FOLD.matcher(element.className() + " " + element.id()).find()
                || (parent != null
                        && (parent.nameIs("details")
                                || FOLD.matcher(parent.className()).find()))
                || element.selectFirst("h1, h2, h3, h4, li, p + p") != null;
    }

    /** The ids of what buttons and tabs open. */
    private Set<String> controlled() {
        Set<String> known = controlled;
        if (known == null) {
            known = new HashSet<>();
            for (int i = 0; i < outline.size(); i++) {
                for (String attribute : CONTROLS) {
                    SEPARATOR.splitAsStream(outline.element(i).attr(attribute)).forEach(known::add);
                }
            }
            controlled = known;
        }
        return known;
    }
}
