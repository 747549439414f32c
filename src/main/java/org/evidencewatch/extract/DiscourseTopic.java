package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * A Discourse topic in the server's view for crawlers and readers without scripts: the title, then every post's body in
 * order.
 *
 * <p>Each block's heading path begins with its post: {@code Post 3}, or {@code Post 3 by staff} where the author's
 * displayed title, flair or class names staff, a team, a moderator, an administrator or the like.
 */
final class DiscourseTopic {

    private static final String BODIES =
            ".crawler-post > .post, div.post[itemprop=articleBody], div.post[itemprop=text], .topic-body > .cooked";
    private static final String TITLE = "#topic-title h1, h1.crawler-topic-title, h1";
    private static final Pattern NUMBER = Pattern.compile("(?:post_)?(\\d{1,9})");
    private static final Pattern STAFF = Pattern.compile(
            "(?i)\\b(?:staff|team|admin(?:istrator)?|mod(?:erator)?|employee|official|support|leader|developer advocate)\\b");

    private DiscourseTopic() {}

    /** Blocks of all posts; empty where the page shows none in this view. */
    static List<Block> blocks(PageView view, MainText text, Platform discourse) {
        var blocks = new ArrayList<Block>();
        Elements bodies = view.document().body().select(BODIES);
        if (bodies.isEmpty()) {
            return blocks;
        }
        Element title = view.document().body().selectFirst(TITLE);
        if (title != null) {
            Passages.block("", title.text()).ifPresent(blocks::add);
        }
        int ordinal = 0;
        for (Element body : bodies) {
            ordinal++;
            text.container(body, body.select(discourse.dropped()), label(body, ordinal), blocks);
        }
        return blocks;
    }

    private static String label(Element body, int ordinal) {
        Element post = body.parent();
        if (post == null) {
            return "Post " + ordinal;
        }
        return "Post " + number(post, ordinal) + (byStaff(post) ? " by staff" : "");
    }

    private static String number(Element post, int ordinal) {
        var id = NUMBER.matcher(post.id());
        if (id.matches()) {
            return id.group(1);
        }
        Element position = post.selectFirst("[itemprop=position]");
        String shown = position == null ? "" : position.text().replace("#", "").strip();
        return NUMBER.matcher(shown).matches() ? shown : Integer.toString(ordinal);
    }

    private static boolean byStaff(Element post) {
        if (STAFF.matcher(post.className()).find()) {
            return true;
        }
        for (Element creator : post.select(".creator, .user-title, .names")) {
            boolean own = STAFF.matcher(creator.ownText()).find()
                    || STAFF.matcher(creator.className()).find();
            if (own || creator.selectFirst(".staff, .moderator, .admin, .user-title--staff") != null) {
                return true;
            }
        }
        return false;
    }
}
