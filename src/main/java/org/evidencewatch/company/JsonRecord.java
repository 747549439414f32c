package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Builds one record of a JSON node that fits the schema; tells what the schema cannot see, such as a broken address. */
final class JsonRecord {

    private final Problems problems;
    private final PageCollector pages;
    private final String pointer;

    /** @param pointer where the record stands in its file (RFC 6901) */
    JsonRecord(Address.Reader addresses, Problems problems, String pointer) {
        this.problems = problems;
        this.pages = new PageCollector(addresses, Optional.empty(), problems);
        this.pointer = pointer;
    }

    Optional<CompanyRecord> read(JsonNode node) {
        if (!JsonText.isText(node, pointer, problems)) {
            return Optional.empty();
        }
        String name = node.path("name").asString();
        var slug = words(node, "slug").or(() -> Slug.of(name));
        if (slug.isEmpty()) {
            problems.error(JsonText.line(node), pointer + ": no slug can be made of the name; give one");
            return Optional.empty();
        }
        node.path("citations").forEach(citation -> pages.listed(JsonText.line(citation), citation(citation)));
        var claims = node.path("claims").valueStream().map(this::claim).toList();
        var cited = pages.pages(JsonText.line(node));
        if (cited.size() > Limit.CITATIONS) {
            return Optional.empty();
        }
        return Optional.of(new CompanyRecord(
                slug.get(), name, words(node, "category"), words(node, "country"), assessment(node), claims, cited));
    }

    /** What the node says of a company as a whole. */
    static Assessment assessment(JsonNode node) {
        return new Assessment(
                node.has("score") ? Optional.of(node.path("score").asInt()) : Optional.empty(),
                words(node, "grade"),
                words(node, "tier"),
                words(node, "rubric"),
                day(node, "lastReviewed"),
                words(node, "scope"),
                words(node, "summary"));
    }

    private Claim claim(JsonNode node) {
        String statement = node.path("statement").asString();
        var urls = new LinkedHashSet<>(PageLinks.in(statement));
        node.path("urls").forEach(url -> urls.add(url.asString()));
        pages.named(JsonText.line(node), List.copyOf(urls));
        var dimension = Dimension.withKey(node.path("dimension").asString());
        return new Claim(dimension.orElseThrow(), statement, List.copyOf(urls));
    }

    private static CitedPage citation(JsonNode node) {
        String url = node.path("url").asString();
        return new CitedPage(
                url,
                words(node, "title").orElse(PageCollector.title(url)),
                day(node, "accessed"),
                words(node, "kind").flatMap(CitedPage.Kind::withKey).orElse(CitedPage.Kind.EVIDENCE),
                node.has("quote") ? Optional.of(quote(node.path("quote"))) : Optional.empty());
    }

    static Quote quote(JsonNode node) {
        return new Quote(
                node.path("exact").asString(),
                words(node, "prefix").orElse(""),
                words(node, "suffix").orElse(""));
    }

    private static Optional<String> words(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asString()) : Optional.empty();
    }

    private static Optional<LocalDate> day(JsonNode node, String key) {
        return words(node, key).map(LocalDate::parse);
    }
}
