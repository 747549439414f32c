package org.evidencewatch.extract;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The JSON of a Discourse topic, {@code /t/<id>.json}. */
record DiscourseTopic() implements EndpointForm {

    @Override
    public String word() {
        return "discourse-topic";
    }

    @Override
    public Optional<Finding> says(JsonNode answer) {
        return switch (answer.path("error_type").asString("")) {
            case "not_found" -> gone("The topic does not exist, or is private.");
            case "invalid_access", "not_logged_in" -> restricted("The topic is not for everyone.");
            default -> {
                if (!answer.path("deleted_at").asString("").isEmpty()) {
                    yield gone("The topic was deleted.");
                }
                yield answer.path("archetype").asString("").equals("private_message")
                        ? restricted("The topic is a private message.")
                        : Optional.empty();
            }
        };
    }

    private static Optional<Finding> gone(String detail) {
        return Optional.of(Finding.of(PageState.GONE, "discourse-gone-or-private", detail));
    }

    private static Optional<Finding> restricted(String detail) {
        return Optional.of(Finding.of(PageState.RESTRICTED, "discourse-login-required", detail));
    }

    @Override
    public Optional<String> id(JsonNode answer) {
        boolean topic = answer.at("/post_stream/posts").isArray()
                && answer.path("title").isString();
        return topic ? EndpointForm.scalar(answer.path("id")) : Optional.empty();
    }

    @Override
    public PageView written(JsonNode answer) {
        return PreloadedTopic.written(PageView.ofTitle(answer.path("title").asString("")), answer);
    }
}
