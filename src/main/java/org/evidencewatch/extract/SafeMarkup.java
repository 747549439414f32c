package org.evidencewatch.extract;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The elements and attributes that a rendered snapshot may have. What is not named here does not get in: a list of what is
 * harmful would never be complete.
 */
final class SafeMarkup {

    private static final Set<String> STRUCTURE = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "blockquote",
            "q",
            "cite",
            "pre",
            "code",
            "kbd",
            "samp",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "mark",
            "small",
            "sub",
            "sup",
            "abbr",
            "article",
            "section",
            "nav",
            "header",
            "footer",
            "aside",
            "main",
            "address",
            "div",
            "br",
            "hr");

    private static final Set<String> VOID = Set.of("br", "hr");

    /** Left out with all that stands in them: their content is no text, or is read as text by some and as markup by others. */
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "iframe",
            "frame",
            "frameset",
            "noframes",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "head",
            "title",
            "base",
            "link",
            "meta",
            "textarea",
            "select",
            "option",
            "datalist",
            "input",
            "xmp",
            "plaintext",
            "listing",
            "noembed",
            "canvas",
            "audio",
            "video",
            "source",
            "track",
            "map",
            "area",
            "dialog",
            "portal",
            "param",
            "slot");

    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern SPAN = Pattern.compile("[1-9]\\d?");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");

    /** Old names, and those of elements that mean the same to a reader. */
    private static final Map<String, String> NAMES =
            Map.of("strike", "s", "tt", "code", "summary", "p", "figure", "div");

    private SafeMarkup() {}

    /** Whether nothing of the element is shown, its text included. */
    static boolean dropped(Element element) {
        return DROPPED.contains(element.normalName()) || foreign(element);
    }

    /** The name under which the element is written; empty where only its content is. */
    static Optional<String> name(Element element) {
        String name = NAMES.getOrDefault(element.normalName(), element.normalName());
        return STRUCTURE.contains(name) ? Optional.of(name) : Optional.empty();
    }

    static boolean isVoid(String name) {
        return VOID.contains(name);
    }

    /** The attributes of an element as they are written, each after a space. */
    static String attributes(Element element) {
        var out = new StringBuilder();
        String language = element.attr("lang").strip();
        if (LANGUAGE.matcher(language).matches()) {
            out.append(" lang=\"").append(language).append('"');
        }
        String direction = element.attr("dir").strip().toLowerCase(Locale.ROOT);
        if (DIRECTIONS.contains(direction)) {
            out.append(" dir=\"").append(direction).append('"');
        }
        if (CELLS.contains(element.normalName())) {
            span(element, "colspan", out);
            span(element, "rowspan", out);
        }
        return out.toString();
    }

    private static void span(Element element, String name, StringBuilder out) {
        String value = element.attr(name).strip();
        if (SPAN.matcher(value).matches()) {
            out.append(' ').append(name).append("=\"").append(value).append('"');
        }
    }

    /** Of another vocabulary (SVG, MathML), whatever it calls itself. */
    private static boolean foreign(Element element) {
        return !element.tag().namespace().equals("http://www.w3.org/1999/xhtml");
    }
}
