package org.evidencewatch.extract;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A form of JSON in which software answers with the words of a page. Says nothing of answers of another form. */
sealed interface EndpointForm permits DiscourseTopic, ZendeskArticle {

    /** The word used in profiles. */
    String word();

    /** What the answer itself says of a page that is not for everyone, or not there. */
    Optional<Finding> says(JsonNode answer);

    /** The page's stable id; empty where the answer is of another form. */
    Optional<String> id(JsonNode answer);

    /** The page as the platform's own pages show it. */
    PageView written(JsonNode answer);

    static Optional<EndpointForm> ofWord(String word) {
        return Stream.<EndpointForm>of(new DiscourseTopic(), new ZendeskArticle())
                .filter(form -> form.word().equals(word))
                .findFirst();
    }

    /** A number or text as it is written. */
    static Optional<String> scalar(JsonNode value) {
        return value.isIntegralNumber() || value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
