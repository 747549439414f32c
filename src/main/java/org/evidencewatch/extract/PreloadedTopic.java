package org.evidencewatch.extract;

import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Discourse topic that stands in the page as data for scripts only: {@code #data-preloaded}, an object whose values are
 * JSON written as strings, {@code topic_<id>} among them. It is written out as the server's view for crawlers would show it,
 * so that one profile reads both.
 */
final class PreloadedTopic {

    private static final int MOST_POSTS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private PreloadedTopic() {}

    /** The page with its topic written out; the page itself where it shows posts already or holds no topic. */
    static PageView unfolded(PageView view, PostRules rules) {
        Element data = view.document().selectFirst("#data-preloaded[data-preloaded]");
        if (data == null || view.document().selectFirst(rules.post()) != null) {
            return view;
        }
        return topic(data.attr("data-preloaded"))
                .map(topic -> written(view, topic))
                .orElse(view);
    }

    private static Optional<JsonNode> topic(String preloaded) {
        try {
            for (Map.Entry<String, JsonNode> entry : JSON.readTree(preloaded).properties()) {
                if (entry.getKey().startsWith("topic_")) {
                    JsonNode topic = JSON.readTree(entry.getValue().asString(""));
                    return topic.at("/post_stream/posts").isArray() ? Optional.of(topic) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** The page, with nothing in its body but the topic. */
    static PageView written(PageView view, JsonNode topic) {
        Document document = view.document();
        Element main = document.body().empty().appendElement("div").attr("role", "main");
        main.appendElement("div")
                .id("topic-title")
                .appendElement("h1")
                .text(topic.path("title").asString(""));
        JsonNode posts = topic.at("/post_stream/posts");
        int tags = 0;
        for (int i = 0; i < Math.min(MOST_POSTS, posts.size()) && tags < PageDecoder.MOST_TAGS; i++) {
            String cooked = PageDecoder.cut(posts.get(i).path("cooked").asString(""));
            tags += (int) cooked.chars().filter(c -> c == '<').count();
            write(main, posts.get(i), cooked);
        }
        flag(main, topic.path("closed").asBoolean(false), "topic-closed");
        flag(main, topic.path("archived").asBoolean(false), "topic-archived");
        flag(main, !topic.path("visible").asBoolean(true), "topic-unlisted");
        if (topic.at("/post_stream/stream").size() > posts.size()) {
            document.head().appendElement("link").attr("rel", "next");
        }
        return PageView.of(view.html(), document);
    }

    private static void write(Element main, JsonNode from, String cooked) {
        Element post = main.appendElement("div")
                .id("post_" + from.path("post_number").asInt(0))
                .addClass("topic-body")
                .addClass("crawler-post");
        Element meta = post.appendElement("div").addClass("crawler-post-meta");
        Element creator = meta.appendElement("span").addClass("creator");
        creator.appendElement("span")
                .attr("itemprop", "name")
                .text(from.path("username").asString(""));
        flag(creator, from.path("staff").asBoolean(false), "staff");
        flag(creator, from.path("accepted_answer").asBoolean(false), "accepted-answer");
        creator.appendElement("span")
                .addClass("user-title")
                .text(from.path("user_title").asString(""));
        meta.appendElement("time")
                .addClass("post-time")
                .attr("datetime", from.path("created_at").asString(""));
        post.appendElement("div").addClass("post").html(cooked);
    }

    private static void flag(Element in, boolean set, String name) {
        if (set) {
            in.appendElement("i").addClass(name);
        }
    }
}
