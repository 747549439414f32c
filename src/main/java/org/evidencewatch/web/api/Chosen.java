package org.evidencewatch.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.review.InboxCursor;
import org.evidencewatch.review.InboxRequest;
import org.evidencewatch.review.InboxRequest.Whose;
import org.evidencewatch.review.Lane;

/**
 * What of the queue is asked for.
 *
 * @param lane a lane's label, or the same in lower case with hyphens
 * @param whose {@code all}, {@code mine} or {@code free}
 */
record Chosen(Optional<String> lane, Optional<String> q, Optional<String> whose, Optional<String> after) {

    /** The same as a request of that reader; what is none is thrown as a problem. */
    InboxRequest request(String reader, int limit) {
        return new InboxRequest(
                lane.map(Chosen::lane),
                Parameters.search("q", q),
                whose.map(word -> whose(word, reader)).orElseGet(Whose.All::new),
                Parameters.limit(limit),
                after.map(Chosen::cursor));
    }

    private static Lane lane(String word) {
        return Stream.of(Lane.values())
                .filter(each -> key(each.label()).equals(key(word)))
                .findFirst()
                .orElseThrow(() -> Parameters.wrong("lane", "there is no such lane"));
    }

    private static String key(String label) {
        return label.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static Whose whose(String word, String reader) {
        return switch (word) {
            case "all" -> new Whose.All();
            case "mine" -> new Whose.Mine(reader);
            case "free" -> new Whose.Free();
            default -> throw Parameters.wrong("whose", "it is all, mine or free");
        };
    }

    private static InboxCursor cursor(String text) {
        return InboxCursor.of(text).orElseThrow(() -> Parameters.wrong("after", "there is no such page"));
    }
}
