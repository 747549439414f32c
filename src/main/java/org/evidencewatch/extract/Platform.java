package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What is known of one kind of help-centre or community software.
 *
 * @param id as in the command's output
 * @param gate a string that every page of the platform has; spares the others the search for markers
 * @param markers strings of the page's source that speak for the platform; any alone may mislead
 * @param path what its addresses look like; counts as one more marker
 * @param containers selectors of the main content, the best first
 * @param dropped selector of what stands inside the container and is not of the text
 */
record Platform(String id, String gate, List<String> markers, Pattern path, List<String> containers, String dropped) {

    static final String GENERIC = "generic";
    static final String DISCOURSE = "discourse";

    /** Where the addresses look like those of others. */
    private static final Pattern NO_PATH = Pattern.compile("(?!)");

    private static final int CONVINCING = 2;

    static final List<Platform> KNOWN = List.of(
            new Platform(
                    DISCOURSE,
                    "iscourse",
                    List.of(
                            "content=\"Discourse ",
                            "data-discourse-setup",
                            "data-preloaded",
                            "crawler-post",
                            "body class=\"crawler",
                            "discourse-cdn.com",
                            "discourse_theme_id"),
                    Pattern.compile("/t/(?:[^/]+/)?\\d+"),
                    List.of("div[itemscope][itemtype$=DiscussionForumPosting]", "[role=main]"),
                    ".quote > .title, .quote-controls, .lightbox-wrapper .meta, .poll, .click-count, .badge-notification,"
                            + " .crawler-linkback-list, [data-theme-toc], .crawler-post-meta, [itemprop=interactionStatistic]"),
            new Platform(
                    "hubspot-kb",
                    "ubSpot",
                    List.of(
                            "content=\"HubSpot\"",
                            "cms-knowledge-base-theme",
                            "kb-body-wrapper",
                            "hs-kb-",
                            "knowledge-article",
                            "\"knowledge-base\""),
                    Pattern.compile("/knowledge(?:-base)?/."),
                    List.of("article.knowledgebase-post", "#hs_focus_mode", ".kb-article", ".tinymce-content"),
                    ".hs-kb-breadcrumbs, .hs-kb-sidebar, .hs-kb-feedback, .hs-kb-related-articles, .show-for-sr"),
            new Platform(
                    "zendesk",
                    "/hc/",
                    List.of(
                            "static.zdassets.com/hc/",
                            "/hc/theming_assets/",
                            "HelpCenter.internal",
                            "HelpCenter.account"),
                    Pattern.compile("/hc/(?:[^/]+/)?(?:articles|p|community)/"),
                    List.of("article .article-body", "article.article", "article", ".article-body"),
                    ".article-votes, .article-author, .article-meta, .article-relatives, .article-comments, .article-sidebar,"
                            + " .recent-articles, .related-articles, .article-return-to-top, .meta-data"),
            new Platform(
                    "intercom",
                    "intercom",
                    List.of(
                            "intercomcdn.com",
                            "intercomassets.com",
                            "intercom-interblocks",
                            "data-testid=\"header-link-0\"",
                            "intercom-force-break"),
                    NO_PATH,
                    List.of(".article_body", "article"),
                    ".related_articles, .intercom-reaction-picker, .article__meta, .avatar__info"),
            new Platform(
                    "helpscout",
                    "fullArticle",
                    List.of(
                            "d33v4339jhl8k0.cloudfront.net",
                            "helpscoutdocs.com",
                            "id=\"fullArticle\"",
                            "helpscout.com"),
                    Pattern.compile("/article/\\d+"),
                    List.of("#fullArticle"),
                    "a.printArticle, .articleFoot, time.lu, .related"));

    boolean speaks(String html, String urlPath) {
        if (!html.contains(gate)) {
            return false;
        }
        int votes = path.matcher(urlPath).find() ? 1 : 0;
        for (String marker : markers) {
            votes += html.contains(marker) ? 1 : 0;
            if (votes >= CONVINCING) {
                return true;
            }
        }
        return false;
    }

    /** The first container with text. */
    Optional<Element> container(Document document) {
        for (String selector : containers) {
            for (Element element : document.body().select(selector)) {
                if (element.hasText()) {
                    return Optional.of(element);
                }
            }
        }
        return Optional.empty();
    }
}
