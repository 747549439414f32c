package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Reads a piece of a page that is known to be main text: all of it is, but for footers. Where it holds posts that say of
 * their authors whether they speak for the company, only theirs are read.
 */
public final class Fragments {

    private static final Pattern POST = Pattern.compile(
            "(?:^|[\\s_-])(?:post|reply|comment|message|msg|answer|topic-post|response|review|review-reply|topic)(?:$|[\\s_-])");
    private static final Pattern STAFF = Pattern.compile(
            "\\b(?:staff|employee|official|admin(?:istrator)?|moderator|company|support[ -]?team|team(?:[ -]?member)?|agent|community manager|representative|owner|verified-brand)\\b");
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?i)\\b(?:from|of|with|at|on behalf of) (?:the |our )?(?:[\\p{L}\\d.]+ ){0,2}(?:support |care |service |billing |community )?team\\b");

    private static final Pattern SIGNATURE = Pattern.compile(
            "(?:^|[\\s_-])(?:user|username|name|names|author|rank|role|title|badge|avatar|date|time|kudos|meta)");
    private static final int LONGEST_SIGNATURE = 60;

    private Fragments() {}

    /** The lines of a text. */
    public static List<Block> ofText(String text) {
        return text.lines().flatMap(line -> Passages.block("", line).stream()).toList();
    }

    /** The blocks of a piece of HTML in their order; what is struck through is not stated any more. */
    public static List<Block> ofHtml(String html) {
        PageView view = PageView.parse(html);
        Element body = view.document().body();
        body.select("del, s, strike, footer, nav").remove();
        for (Element post : posts(body)) {
            if (speaks(post)) {
                post.getAllElements().stream().filter(Fragments::signs).toList().forEach(Element::remove);
            } else {
                post.remove();
            }
        }
        Outline outline = Outline.of(body, false);
        var blocks = new ArrayList<Block>();
        new Segmenter(outline, new BitSet(), false, blocks).segment(0);
        return blocks;
    }

    /** Elements of posts, the outermost ones; those that hold several of them are the thread. */
    private static List<Element> posts(Element body) {
        List<Element> alike =
                body.getAllElements().stream().filter(Fragments::isPost).toList();
        List<Element> single =
                alike.stream().filter(post -> directlyIn(post, alike) < 2).toList();
        return single.stream()
                .filter(post -> single.stream().noneMatch(other -> inside(post, other)))
                .toList();
    }

    private static long directlyIn(Element outer, List<Element> alike) {
        return alike.stream()
                .filter(inner -> inside(inner, outer))
                .filter(inner -> inner.parents().stream()
                        .takeWhile(parent -> !parent.equals(outer))
                        .noneMatch(alike::contains))
                .count();
    }

    /** Whether an element tells who wrote the post, or when, rather than what. */
    private static boolean signs(Element element) {
        return !isPost(element)
                && SIGNATURE
                        .matcher(element.className().toLowerCase(Locale.ROOT))
                        .find()
                && element.text().length() < LONGEST_SIGNATURE;
    }

    private static boolean inside(Element inner, Element outer) {
        return inner.parents().contains(outer);
    }

    private static boolean isPost(Element element) {
        return POST.matcher(element.className().toLowerCase(Locale.ROOT)).find()
                || element.hasAttr("data-author")
                || element.hasAttr("data-post-id");
    }

    private static boolean speaks(Element post) {
        return post.getAllElements().stream().anyMatch(Fragments::marked)
                || INTRODUCTION.matcher(post.text()).find();
    }

    private static boolean marked(Element element) {
        boolean byAttribute = element.attributes().asList().stream()
                .filter(attribute -> !attribute.getKey().equals("href")
                        && !attribute.getKey().equals("src"))
                .anyMatch(attribute -> STAFF.matcher(attribute
                                        .getValue()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))
                                .find()
                        || attribute.getKey().contains("staff"));
        boolean badge = element.childrenSize() == 0
                && element.text().length() < 30
                && !element.nameIs("p")
                && STAFF.matcher(element.text().toLowerCase(Locale.ROOT)).find();
        return byAttribute || badge;
    }
}
