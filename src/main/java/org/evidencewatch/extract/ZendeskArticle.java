package org.evidencewatch.extract;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** An article of a Zendesk help centre, {@code /api/v2/help_center/<locale>/articles/<id>.json}. */
record ZendeskArticle() implements EndpointForm {

    private static final Set<String> FORBIDDEN =
            Set.of("Forbidden", "Unauthorized", "AuthorizationRequired", "Couldn't authenticate you");

    @Override
    public String word() {
        return "zendesk-article";
    }

    @Override
    public Optional<Finding> says(JsonNode answer) {
        String error = answer.path("error").asString("");
        if (error.equals("RecordNotFound")) {
            return gone("No such article, or one that is not for everyone.");
        }
        if (FORBIDDEN.contains(error)) {
            return restricted("The article is not for everyone.");
        }
        JsonNode article = answer.path("article");
        if (article.path("draft").asBoolean(false)) {
            return restricted("The article is a draft.");
        }
        return article.path("archived").asBoolean(false) || article.path("body").isNull()
                ? gone("The article was taken away, or is not for everyone.")
                : Optional.empty();
    }

    private static Optional<Finding> gone(String detail) {
        return Optional.of(Finding.of(PageState.GONE, "zendesk-gone-or-private", detail));
    }

    private static Optional<Finding> restricted(String detail) {
        return Optional.of(Finding.of(PageState.RESTRICTED, "zendesk-restricted", detail));
    }

    @Override
    public Optional<String> id(JsonNode answer) {
        JsonNode article = answer.path("article");
        boolean whole = article.path("title").isString() && article.path("body").isString();
        return whole ? EndpointForm.scalar(article.path("id")) : Optional.empty();
    }

    @Override
    public PageView written(JsonNode answer) {
        JsonNode article = answer.path("article");
        String title = article.path("title").asString("");
        Document page = PageView.ofTitle(title).document();
        Element shown =
                page.body().appendElement("main").appendElement("article").addClass("article");
        shown.appendElement("h1").addClass("article-title").text(title);
        shown.appendElement("div")
                .addClass("article-body")
                .html(PageDecoder.cut(article.path("body").asString("")));
        return PageView.of(page.html(), page);
    }
}
