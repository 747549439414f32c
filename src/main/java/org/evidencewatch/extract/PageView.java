package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A page parsed once, with what both the state rules and the segmentation ask of it.
 *
 * @param html the characters that were parsed
 * @param outline the body's elements and word counts
 * @param withNoscript whether the page's text stands in {@code noscript}, as in a server's view for readers without
 *     scripts
 * @param title the document's title, white space collapsed; may be empty
 * @param heading the first {@code h1} with text; may be empty
 * @param plainTitle the title as state rules match it: lower case, in normal form
 * @param plainHeading the heading likewise
 * @param plainLines the first lines of a page of few words likewise; empty for any other page
 */
record PageView(
        String html,
        Document document,
        Outline outline,
        boolean withNoscript,
        String title,
        String heading,
        String plainTitle,
        String plainHeading,
        List<String> plainLines) {

    private static final int DEEPEST = 400;
    private static final int FEW = 200;
    private static final int ENOUGH = 50;
    private static final int BARE = 90;
    private static final int LINES = 60;
    private static final int LONGEST_LINE = 300;

    static PageView parse(String html) {
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        document.outputSettings().prettyPrint(false);
        return of(html, document);
    }

    /** A page that has a title and nothing else yet. */
    static PageView ofTitle(String title) {
        PageView empty = parse("<!doctype html><title></title><body>");
        empty.document().title(title);
        return of(empty.html(), empty.document());
    }

    /** The view of a document that was made of those characters. */
    static PageView of(String html, Document document) {
        Element body = document.body();
        Outline outline = Outline.of(body, false);
        boolean withNoscript = false;
        if (outline.words(0) < FEW && html.contains("<noscript")) {
            Outline full = Outline.of(body, true);
            withNoscript = full.words(0) >= ENOUGH && full.words(0) > 2 * outline.words(0);
            outline = withNoscript ? full : outline;
        }
        String title = title(document);
        String heading = firstHeading(outline);
        return new PageView(
                html,
                document,
                outline,
                withNoscript,
                title,
                heading,
                plain(title),
                plain(heading),
                firstLines(outline));
    }

    /** Visible words, furniture included. */
    int words() {
        return outline.words(0);
    }

    /** The first lines of a bare page, as its title is given; a page of more words has its say in prose. */
    private static List<String> firstLines(Outline outline) {
        var lines = new ArrayList<String>();
        for (int i = 0; outline.words(0) <= BARE && i < outline.size() && lines.size() < LINES; i++) {
            String line = outline.words(i) == 0 ? "" : outline.element(i).ownText();
            if (!line.isEmpty()) {
                lines.add(plain(line.substring(0, Math.min(LONGEST_LINE, line.length()))));
            }
        }
        return lines;
    }

    private static String plain(String text) {
        return TextNormaliser.normalise(text).toLowerCase(Locale.ROOT);
    }

    private static String title(Document document) {
        Element title = document.head().selectFirst("title");
        return title == null ? "" : Passages.collapse(title.text());
    }

    private static String firstHeading(Outline outline) {
        for (int i = 0; i < outline.size(); i++) {
            if (outline.element(i).nameIs("h1") && outline.words(i) > 0) {
                String text = outline.element(i).text();
                return Passages.collapse(text.substring(0, Math.min(LONGEST_LINE, text.length())));
            }
        }
        return "";
    }
}
