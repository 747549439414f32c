package org.evidencewatch.review;

import java.util.Optional;

/**
 * Which items of the queue a person wants to see.
 *
 * @param lane items of this lane alone
 * @param search in name or slug of the company or in the address of a page that waits, whatever the case; up to {@value #LONGEST}
 *     characters
 * @param whose by who holds them
 * @param size how many at once, 1 to {@value #MOST}
 * @param cursor where the page before this one ended
 */
public record InboxRequest(
        Optional<Lane> lane, Optional<String> search, Whose whose, int size, Optional<InboxCursor> cursor) {

    /** Rows of a page where nothing else is said. */
    public static final int USUAL = 50;
    /** Rows of the largest page. */
    public static final int MOST = 200;
    /** Characters of a search. */
    public static final int LONGEST = 200;

    /** From the top, everything that waits. */
    public static final InboxRequest ALL =
            new InboxRequest(Optional.empty(), Optional.empty(), new Whose.All(), USUAL, Optional.empty());

    /** Who holds the items. */
    public sealed interface Whose {

        /** Anybody or nobody. */
        record All() implements Whose {}

        /** This person. */
        record Mine(String name) implements Whose {}

        /** Nobody. */
        record Free() implements Whose {}

        /** Whether an item that this person holds, or nobody, is among them. */
        default boolean admits(Optional<String> holder) {
            return switch (this) {
                case All all -> true;
                case Mine mine -> holder.equals(Optional.of(mine.name()));
                case Free free -> holder.isEmpty();
            };
        }
    }

    /** Trims the search; one of nothing but space is none. Throws IllegalArgumentException for what {@link #objection} objects to. */
    public InboxRequest {
        search = search.map(String::strip).filter(text -> !text.isEmpty());
        objection(search, size).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }

    /** What is wrong with these, as a sentence for the person who asked. */
    public static Optional<String> objection(Optional<String> search, int size) {
        if (size < 1 || size > MOST) {
            return Optional.of("a page has 1 to %d rows".formatted(MOST));
        }
        String text = search.map(String::strip).orElse("");
        if (text.length() > LONGEST) {
            return Optional.of("the search is longer than %d characters".formatted(LONGEST));
        }
        return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of("the search holds a control character");
    }

    /** The same in one lane. */
    public InboxRequest in(Lane only) {
        return new InboxRequest(Optional.of(only), search, whose, size, cursor);
    }

    /** The same where this is found. */
    public InboxRequest finding(String text) {
        return new InboxRequest(lane, Optional.of(text), whose, size, cursor);
    }

    /** The same by who holds them. */
    public InboxRequest of(Whose holders) {
        return new InboxRequest(lane, search, holders, size, cursor);
    }

    /** The same, so many at once. */
    public InboxRequest by(int rows) {
        return new InboxRequest(lane, search, whose, rows, cursor);
    }

    /** The same, from there on. */
    public InboxRequest after(InboxCursor last) {
        return new InboxRequest(lane, search, whose, size, Optional.of(last));
    }
}
