package org.evidencewatch.web.api;

import java.util.Optional;
import org.evidencewatch.company.Slug;
import org.evidencewatch.review.InboxRequest;
import org.springframework.http.HttpStatus;

/** What may stand in an address. */
final class Parameters {

    /** Rows of a page where nothing else is said. */
    static final String USUAL = "50";

    static final String MOST = "200";

    private Parameters() {}

    /** The number of rows, if a page may have so many. */
    static int limit(int rows) {
        InboxRequest.objection(Optional.empty(), rows).ifPresent(objection -> {
            throw wrong("limit", objection);
        });
        return rows;
    }

    /** What is searched for, if one may search for that. */
    static Optional<String> search(String name, Optional<String> text) {
        InboxRequest.objection(text, InboxRequest.USUAL).ifPresent(objection -> {
            throw wrong(name, objection);
        });
        return text.map(String::strip).filter(words -> !words.isEmpty());
    }

    /** The slug behind which a list goes on. */
    static String slug(String name, Optional<String> cursor) {
        cursor.filter(text -> !Slug.isOne(text)).ifPresent(text -> {
            throw wrong(name, "there is no such page");
        });
        return cursor.orElse("");
    }

    static RuntimeException wrong(String name, String why) {
        return Problem.of(HttpStatus.BAD_REQUEST, "The parameter %s: %s.".formatted(name, why));
    }
}
