package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.company.HtmlToText;
import org.evidencewatch.company.TextLine;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The visible lines of a saved card, with the lines of the file that they begin on. Thread-safe. */
public final class CardText implements HtmlToText {

    private static final String UNSEEN = "script, style, noscript, template, head, svg, iframe, [hidden]";

    private static final String BULLET = "- ";

    @Override
    public List<TextLine> lines(String html) {
        var parser = Parser.htmlParser().setTrackPosition(true);
        Document page = parser.parseInput(html, "");
        page.select(UNSEEN).remove();
        var writer = new Writer();
        page.traverse(writer);
        writer.endLine();
        return writer.lines;
    }

    /** Writes text as it comes, and begins a line where a block begins or ends. */
    private static final class Writer implements NodeVisitor {

        private final List<TextLine> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int number = 1;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text);
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        private void append(TextNode text) {
            int first = Math.max(1, text.sourceRange().start().lineNumber());
            if (!isPreformatted(text)) {
                append(text.getWholeText(), first);
                return;
            }
            var written = text.getWholeText().lines().toList();
            for (int i = 0; i < written.size(); i++) {
                if (i > 0) {
                    endLine();
                }
                append(written.get(i), first + i);
            }
        }

        private void append(String text, int at) {
            String words = text.replaceAll("\\s+", " ");
            if (line.isEmpty() && words.isBlank()) {
                return;
            }
            if (line.isEmpty() || isBullet()) {
                number = at;
            }
            line.append(words);
        }

        private static boolean isPreformatted(TextNode text) {
            var parent = text.parent();
            return parent != null && parent.closest("pre, textarea") != null;
        }

        private void begin(Element element) {
            String tag = element.normalName();
            if (tag.equals("dd") || tag.equals("td")) {
                label();
            } else if (tag.equals("br") || (element.isBlock() && !isBullet())) {
                endLine();
            }
            if (tag.equals("li") || tag.equals("dt")) {
                line.setLength(0);
                line.append(BULLET);
            }
        }

        private boolean isBullet() {
            return line.toString().equals(BULLET);
        }

        /** The words before a definition or a table's cell are its label. */
        private void label() {
            String before = line.toString().stripTrailing();
            if (!before.isEmpty() && !before.equals("-")) {
                line.setLength(0);
                line.append(before).append(before.endsWith(":") ? " " : ": ");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String tag = element.normalName();
            if (tag.equals("a")) {
                showAddress(element);
            } else if (element.isBlock() && !List.of("dt", "th", "td").contains(tag)) {
                endLine();
            }
        }

        private void showAddress(Element link) {
            String address = link.attr("href").strip();
            boolean shown = link.text().contains(address.replaceFirst("/$", ""));
            if (address.matches("(?i)https?://\\S+") && !shown) {
                line.append(" <").append(address).append(">");
            }
        }

        void endLine() {
            String words = line.toString().strip();
            if (!words.isEmpty() && !words.equals("-")) {
                lines.add(new TextLine(number, words));
            }
            line.setLength(0);
        }
    }
}
