package org.evidencewatch.web.desk;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evidencewatch.review.InboxCursor;
import org.evidencewatch.review.InboxRequest;
import org.evidencewatch.review.InboxRequest.Whose;
import org.evidencewatch.review.Lane;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person chose to see of the queue, as the address of the page has it. Items opened from there keep it, so that the next
 * one is the next one that they would see. What is none of the choices counts as not chosen.
 *
 * @param lane a lane's label in lower case with hyphens
 * @param q what is searched for
 * @param whose {@code mine}, {@code free}, or all
 * @param after where the page before ended
 */
record Filter(String lane, String q, String whose, String after) {

    static final String MINE = "mine";
    static final String FREE = "free";

    Filter(Optional<String> lane, Optional<String> q, Optional<String> whose, Optional<String> after) {
        this(lane.orElse(""), q.orElse("").strip(), whose.orElse(""), after.orElse(""));
    }

    /** The lane, if one is chosen. */
    public Optional<Lane> only() {
        return Stream.of(Lane.values()).filter(each -> key(each).equals(lane)).findFirst();
    }

    /** How the address names a lane. */
    static String key(Lane lane) {
        return ItemPage.laneClass(lane).substring("lane-".length());
    }

    /** What is wrong with it, for the person who typed it. */
    Optional<String> objection() {
        return InboxRequest.objection(Optional.of(q), InboxRequest.USUAL)
                .or(() -> !after.isEmpty() && InboxCursor.of(after).isEmpty()
                        ? Optional.of("there is no such page; this is the first one")
                        : Optional.empty());
    }

    /** What is asked of the inbox; what is objected to is left out. */
    InboxRequest request(String reader) {
        boolean searchable =
                InboxRequest.objection(Optional.of(q), InboxRequest.USUAL).isEmpty();
        return new InboxRequest(
                only(),
                Optional.of(q).filter(text -> searchable),
                switch (whose) {
                    case MINE -> new Whose.Mine(reader);
                    case FREE -> new Whose.Free();
                    default -> new Whose.All();
                },
                InboxRequest.USUAL,
                InboxCursor.of(after));
    }

    /** The same in another lane; none for all of them. */
    public Filter in(String other) {
        return new Filter(other, q, whose, "");
    }

    /** The same from there on. */
    public Filter after(String cursor) {
        return new Filter(lane, q, whose, cursor);
    }

    /** As the end of an address, with its question mark; empty where nothing is chosen. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        put(query, "lane", lane);
        put(query, "q", q);
        put(query, "whose", whose);
        put(query, "after", after);
        return query.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
