package org.evidencewatch.extract;

import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The solution that a page of questions and answers states for machines (schema.org {@code acceptedAnswer}, JSON-LD). */
final class AcceptedAnswer {

    private static final String KEY = "acceptedAnswer";
    private static final JsonMapper JSON = new JsonMapper();

    private AcceptedAnswer() {}

    /** The post that the answer's address cites. */
    static Optional<Long> linked(Document document, Identity identity) {
        for (Element script : document.select("script[type=application/ld+json]")) {
            if (script.data().contains(KEY)) {
                Optional<Long> post = address(script.data()).flatMap(identity::post);
                if (post.isPresent()) {
                    return post;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> address(String data) {
        try {
            JsonNode answer = JSON.readTree(data).findValue(KEY);
            JsonNode one = answer != null && answer.isArray() ? answer.path(0) : answer;
            return one == null
                    ? Optional.empty()
                    : Optional.of(one.path("url").asString("")).map(URI::create);
        } catch (JacksonException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
