package org.evidencewatch.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Tells what of a page is furniture: navigation, dialogues, forms, side columns, votes and suggestions.
 *
 * <p>By the element's tag or role, or by the words in its class and id. Nothing that holds half of the root's words or
 * more is furniture, whatever it is called; a passage of prose inside the main content is not furniture merely because a
 * policy calls its section {@code cookies} or {@code sharing}.
 */
final class Furniture {

    private static final Set<String> TAGS = Set.of(
            "nav", "header", "footer", "aside", "form", "button", "select", "textarea", "dialog", "menu", "label");
    private static final Set<String> CERTAIN = Set.of("nav", "footer", "button", "select", "dialog");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "complementary",
            "menu",
            "menubar",
            "tooltip",
            "toolbar",
            "tablist");

    /** Words that name furniture wherever they stand. */
    private static final Set<String> NAMES = Set.of(
            "banner",
            "menu",
            "menus",
            "submenu",
            "megamenu",
            "footer",
            "sidebar",
            "sidenav",
            "navbar",
            "nav",
            "navigation",
            "topnav",
            "breadcrumb",
            "breadcrumbs",
            "pagination",
            "pager",
            "newsletter",
            "modal",
            "popup",
            "popover",
            "lightbox",
            "toast",
            "tooltip",
            "toolbar",
            "skip",
            "skiplink",
            "promo",
            "advert",
            "advertisement",
            "ads",
            "sponsored",
            "toc",
            "masthead",
            "offcanvas",
            "linkback",
            "onetrust",
            "cookiebar",
            "gdpr",
            "cc",
            "cmp",
            "didomi",
            "usercentrics",
            "cookiebot",
            "screenreader");

    /** Words that name furniture, but also sections of a policy: prose under them stays. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "cookie",
            "cookies",
            "consent",
            "share",
            "sharing",
            "social",
            "related",
            "recommended",
            "suggested",
            "recent",
            "feedback",
            "vote",
            "votes",
            "voting",
            "rating",
            "helpful",
            "subscribe",
            "contact",
            "cta",
            "author",
            "byline",
            "search",
            "popular",
            "notice",
            "notification",
            "widget",
            "teaser",
            "promotion",
            "language",
            "languages",
            "locale",
            "survey",
            "reactions",
            "dropdown",
            "drawer",
            "login",
            "signin",
            "signup");

    /** Consent managers: never content, however much of a short page they hold. */
    private static final Set<String> CONSENT_MANAGERS = Set.of(
            "onetrust",
            "cky",
            "cookieyes",
            "didomi",
            "cookiebot",
            "cybotcookiebotdialog",
            "usercentrics",
            "cmplz",
            "iubenda",
            "truste",
            "trustarc",
            "osano",
            "tarteaucitron",
            "axeptio",
            "klaro",
            "borlabs",
            "cmpbox",
            "moove",
            "cookieconsent",
            "cookiefirst",
            "termly");

    private static final Set<String> CALLOUTS =
            Set.of("quote", "note", "tip", "warning", "callout", "admonition", "info", "important", "alert", "caution");
    private static final Set<String> FOLDS =
            Set.of("accordion", "faq", "collapse", "collapsible", "expander", "toggle");
    private static final int PROSE = 25;
    private static final int LINKS = 4;

    /** Where words in long runs are the text, whatever stands around them. */
    private static final Set<String> TEXTUAL = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "td",
            "th",
            "tr",
            "tbody",
            "table",
            "dd",
            "dt",
            "dl",
            "pre",
            "blockquote");

    private static final double OF_LINKS = 0.7;
    private static final int BARE = 30;

    private final Outline outline;
    private final BitSet dialogues;
    private final Hidden hidden;
    private final Map<String, Set<String>> tokens = new HashMap<>();

    private Furniture(Outline outline) {
        this.outline = outline;
        this.dialogues = ConsentDialogue.in(outline);
        this.hidden = new Hidden(outline);
    }

    /** Marks only what is never content: consent managers, navigation, footers and controls of less than half the words. */
    static BitSet certain(Outline outline) {
        var furniture = new Furniture(outline);
        var marks = new BitSet(outline.size());
        int half = outline.words(0) / 2;
        for (int i = 1; i < outline.size(); ) {
            boolean certain = furniture.managesConsent(i)
                    || (outline.words(i) <= half
                            && CERTAIN.contains(outline.element(i).normalName()));
            if (certain) {
                marks.set(i);
            }
            i = certain ? outline.end(i) : i + 1;
        }
        return marks;
    }

    /**
     * Marks the furniture below {@code root}: a set bit stands for a whole subtree, and bits inside a marked subtree mean
     * nothing.
     *
     * @param inMain whether the root was chosen as main content, so that ambiguous names are given the benefit of doubt
     */
    static BitSet below(Outline outline, int root, boolean inMain) {
        var furniture = new Furniture(outline);
        var marks = new BitSet(outline.size());
        int half = outline.words(root) / 2;
        boolean main = inMain;
        int mainEnd = -1;
        for (int i = root + 1; i < outline.end(root); ) {
            Element element = outline.element(i);
            if (!inMain && i >= mainEnd && MainText.claimsMain(element)) {
                mainEnd = outline.end(i);
            }
            main = inMain || i < mainEnd;
            if (furniture.managesConsent(i) || (outline.words(i) <= half && furniture.is(i, main))) {
                marks.set(i);
                i = outline.end(i);
            } else {
                i++;
            }
        }
        return marks;
    }

    private boolean managesConsent(int index) {
        Element element = outline.element(index);
        return dialogues.get(index) || (element.attributesSize() > 0 && anyToken(element, CONSENT_MANAGERS));
    }

    private boolean is(int index, boolean inMain) {
        Element element = outline.element(index);
        String tag = element.normalName();
        if (TAGS.contains(tag)) {
            return !excused(index, tag, inMain);
        }
        if (listOfLinks(index, tag) || leadsElsewhere(index, tag)) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.attr("role").equals("tabpanel")) {
            return false;
        }
        return ROLES.contains(element.attr("role"))
                || hidden.furniture(index)
                || element.attr("aria-modal").equals("true")
                || named(index, inMain);
    }

    private boolean excused(int index, String tag, boolean inMain) {
        Element element = outline.element(index);
        return switch (tag) {
            case "header" -> inMain && contains(index, "h1", "h2");
            case "aside" -> inMain && (anyToken(element, CALLOUTS) || contains(index, "blockquote", "blockquote"));
            case "button", "label" -> anyToken(element, FOLDS) || insideHeading(element) || asks(element);
            case "menu" -> inMain;
            default -> false;
        };
    }

    /** A list that is nothing but links leads elsewhere: suggestions, a table of contents, another menu. */
    private boolean listOfLinks(int index, String tag) {
        if (!tag.equals("ul") && !tag.equals("ol")) {
            return false;
        }
        int words = outline.words(index);
        return outline.element(index).childrenSize() >= LINKS && words > 0 && outline.linkWords(index) >= 0.8 * words;
    }

    /** Whether there is no sentence in it, and either a cluster of links or something to press among few words. */
    private boolean leadsElsewhere(int index, String tag) {
        if (outline.words(index) == 0 || outline.prose(index) > 0 || TEXTUAL.contains(tag)) {
            return false;
        }
        return clusterOfLinks(index) || (!tag.equals("li") && pressed(index));
    }

    /** Links that lead within the page are its table of contents, and tell what it holds. */
    private boolean clusterOfLinks(int index) {
        return outline.links(index) >= LINKS
                && outline.linkWords(index) >= OF_LINKS * outline.words(index)
                && outline.element(index).selectFirst("a[href^=#]") == null;
    }

    private boolean pressed(int index) {
        return outline.words(index) <= BARE && outline.controls(index) > 0 && !insideHeading(outline.element(index));
    }

    private boolean named(int index, boolean inMain) {
        boolean doubtful = false;
        Element element = outline.element(index);
        for (String token : tokensOf(element)) {
            if (NAMES.contains(token)) {
                return true;
            }
            doubtful |= AMBIGUOUS.contains(token);
        }
        return doubtful && !(inMain && prose(index));
    }

    /** Whether the subtree reads like a passage: enough words, few of them links, nothing to press. */
    private boolean prose(int index) {
        int words = outline.words(index);
        return words >= PROSE && 2 * outline.linkWords(index) < words && outline.controls(index) == 0;
    }

    private boolean contains(int index, String tag, String other) {
        for (int i = index + 1; i < outline.end(index); i++) {
            Element element = outline.element(i);
            if (element.nameIs(tag) || element.nameIs(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean insideHeading(Element element) {
        Element parent = element.parent();
        return parent != null && (isHeading(parent) || parent.nameIs("summary") || parent.nameIs("dt"));
    }

    private static boolean asks(Element element) {
        return element.hasAttr("aria-expanded") && element.text().endsWith("?");
    }

    static boolean isHeading(Element element) {
        String tag = element.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
    }

    private boolean anyToken(Element element, Set<String> names) {
        for (String token : tokensOf(element)) {
            if (names.contains(token)) {
                return true;
            }
        }
        return false;
    }

    /** The words in class and id; pages repeat few class strings, so each is split once. */
    private Set<String> tokensOf(Element element) {
        String names = element.className() + " " + element.id();
        return names.length() == 1 ? Set.of() : tokens.computeIfAbsent(names, Furniture::split);
    }

    private static Set<String> split(String names) {
        String spaced = names.length() > 400 ? names.substring(0, 400) : names;
        return Set.of(CAMEL.matcher(spaced)
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .strip()
                .transform(Furniture::distinctWords));
    }

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");

    private static String[] distinctWords(String words) {
        return Arrays.stream(words.split(" +")).distinct().toArray(String[]::new);
    }
}
