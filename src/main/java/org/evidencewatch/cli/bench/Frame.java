package org.evidencewatch.cli.bench;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What all pages of a host have in common: its platform's markup, menus, style and scripts, some 100 kB of it, as large
 * as help centres have them and with about as many elements.
 */
record Frame(Template template, Map<String, String> parts) {

    private static final int MENU = 140;
    private static final int SIDEBAR = 90;
    private static final int FOOTER = 60;
    private static final int RELATED = 6;
    private static final int STYLE_CHARACTERS = 30_000;
    private static final int SCRIPT_CHARACTERS = 36_000;
    private static final int STATE_CHARACTERS = 9_000;

    /** The frame of a host; always the same one. */
    static Frame of(long seed, int host, Platform platform) {
        var random = new SplittableRandom(seed + 7_919L * (host + 1));
        var prose = new Prose(random);
        var parts = new HashMap<String, String>();
        parts.put("site", prose.name());
        parts.put("build", Integer.toString(random.nextInt(1_000_000, 9_999_999)));
        parts.put("menu", links(prose, random, MENU));
        parts.put("sidebar", links(prose, random, SIDEBAR));
        parts.put("footer", links(prose, random, FOOTER));
        parts.put("style", style(random));
        parts.put("script", json("window.__FLAGS__", prose, random, SCRIPT_CHARACTERS));
        return new Frame(Template.of(platform), parts);
    }

    /** A whole page in one of its revisions. */
    String page(Article article, int number, Revision revision) {
        var random = new SplittableRandom(number);
        var prose = new Prose(random);
        var all = new HashMap<>(parts);
        all.put("title", article.title());
        all.put("summary", prose.sentence());
        all.put("article", article.html(revision));
        all.put("related", links(prose, random, RELATED));
        all.put("state", json("window.__PAGE__", prose, random, STATE_CHARACTERS));
        boolean rendered = revision != Revision.FIRST;
        all.put("token", hex(new SplittableRandom(number + (rendered ? 1L << 40 : 0)), 24));
        all.put("counter", Integer.toString(1_000 + number % 8_000 + (rendered ? 3 : 0)));
        return template.filled(all);
    }

    private static String links(Prose prose, SplittableRandom random, int count) {
        var html = new StringBuilder("<ul>\n");
        for (int i = 0; i < count; i++) {
            html.append("<li class=\"item item-").append(i).append("\"><a class=\"link\" href=\"/go/");
            html.append(hex(random, 4))
                    .append("\"><span>")
                    .append(prose.label())
                    .append("</span></a></li>\n");
        }
        return html.append("</ul>").toString();
    }

    private static String style(SplittableRandom random) {
        var css = new StringBuilder();
        while (css.length() < STYLE_CHARACTERS) {
            css.append(".c-").append(hex(random, 3)).append("{margin:").append(random.nextInt(40));
            css.append("px;padding:")
                    .append(random.nextInt(40))
                    .append("px;color:#")
                    .append(hex(random, 3));
            css.append(";font-size:").append(random.nextInt(10, 32)).append("px}\n");
        }
        return css.toString();
    }

    private static String json(String variable, Prose prose, SplittableRandom random, int length) {
        var json = new StringBuilder(variable).append(" = {");
        while (json.length() < length) {
            json.append('"').append(hex(random, 4)).append("\":{\"label\":\"").append(prose.label());
            json.append("\",\"on\":")
                    .append(random.nextBoolean())
                    .append(",\"id\":")
                    .append(random.nextInt(1_000_000));
            json.append("},");
        }
        return json.append("\"end\":true};").toString();
    }

    private static String hex(SplittableRandom random, int octets) {
        var some = new byte[octets];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }
}
