package org.evidencewatch.cli.bench;

import java.util.SplittableRandom;

/**
 * The article of one page, of 5 to 12 kB: headings, paragraphs, lists and tables. No two pages have the same.
 *
 * @param title its first heading
 * @param quote a sentence in it that stays when the page changes
 * @param html its markup, with {@link #WINDOW} where the refund window stands
 */
record Article(String title, String quote, String html) {

    private static final String WINDOW = "[[window]]";
    private static final int SHORTEST = 5_000;
    private static final int LONGEST = 12_000;

    /** Writes the article of a page; always the same one. */
    static Article of(long seed, int page) {
        var random = new SplittableRandom(seed + 31L * page);
        var prose = new Prose(random);
        String product = prose.name() + " " + (page + 1);
        String quote = "A " + product + " plan that has been paid runs until the last day of its term.";
        var html = new StringBuilder("<p>You can ask for your money back within " + WINDOW + " of buying " + product
                + ". " + prose.sentences(2) + "</p>\n<p>" + quote + " " + prose.sentences(2) + "</p>\n");
        int length = random.nextInt(SHORTEST, LONGEST);
        while (html.length() < length) {
            section(html, prose, random);
        }
        return new Article("Cancel and refund " + product, quote, html.toString());
    }

    /** The markup as it stands in a revision of the page. */
    String html(Revision revision) {
        return html.replace(WINDOW, revision == Revision.CHANGED ? "14 days" : "30 days");
    }

    private static void section(StringBuilder html, Prose prose, SplittableRandom random) {
        html.append("<h2>").append(prose.heading()).append("</h2>\n");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            html.append("<p>").append(prose.sentences(random.nextInt(2, 5))).append("</p>\n");
        }
        switch (random.nextInt(4)) {
            case 0 -> table(html, prose, random.nextInt(3, 7));
            case 1, 2 -> list(html, prose, random.nextInt(3, 7));
            default -> {}
        }
    }

    private static void list(StringBuilder html, Prose prose, int items) {
        html.append("<ul>\n");
        for (int i = 0; i < items; i++) {
            html.append("<li>").append(prose.sentence()).append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private static void table(StringBuilder html, Prose prose, int rows) {
        html.append("<table><thead><tr><th>Plan</th><th>Charged</th><th>Ends</th></tr></thead><tbody>\n");
        for (int i = 0; i < rows; i++) {
            html.append("<tr><td>").append(prose.label());
            html.append("</td><td>").append(prose.label());
            html.append("</td><td>").append(prose.label()).append("</td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }
}
