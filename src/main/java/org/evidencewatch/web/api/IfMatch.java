package org.evidencewatch.web.api;

import java.util.List;
import java.util.Optional;
import org.evidencewatch.review.DecisionRequest;
import org.evidencewatch.review.Item;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;

/**
 * What the sender has seen (RFC 9110, section 13.1.1): any state of the resource, or one of these. Weak tags match nothing.
 */
record IfMatch(boolean any, List<String> tags) {

    IfMatch {
        tags = List.copyOf(tags);
    }

    /** The header, which must be there. */
    static IfMatch of(Optional<String> header) {
        String sent = header.orElseThrow(() -> Problem.of(
                HttpStatus.PRECONDITION_REQUIRED,
                "Say what you have seen: send If-Match with the ETag of the item that you decide on."));
        List<ETag> tags = sent.isBlank() ? List.of() : ETag.parse(sent);
        if (tags.isEmpty()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "If-Match holds no entity tag, such as \"4f0c2a\".");
        }
        return new IfMatch(
                tags.stream().anyMatch(ETag::isWildcard),
                tags.stream().filter(tag -> !tag.weak()).map(ETag::tag).toList());
    }

    /** The request, to be recorded only while the item is what was seen. */
    DecisionRequest guard(DecisionRequest request, Optional<Item> now) {
        if (any) {
            return request;
        }
        String seen = now.map(Item::version)
                .filter(tags::contains)
                .or(() -> tags.stream().findFirst())
                .orElse("");
        return request.seeing(seen);
    }
}
