package org.evidencewatch.extract;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One post of a topic, without its words: these are the blocks that name its number.
 *
 * @param number the platform's own, stable as long as the post stands; its place on the page where the platform shows none
 * @param author the name shown; empty where none is
 * @param accepted whether it is the answer accepted as solution
 * @param hidden whether a notice stands in for its words
 * @param date the day on which it was written, in UTC where the page tells the moment; empty where the page tells none that
 *     machines can read, and in what earlier versions kept
 */
public record Post(long number, String author, Role role, boolean accepted, boolean hidden, Optional<LocalDate> date) {

    /** A post whose day is not known. */
    public Post(long number, String author, Role role, boolean accepted, boolean hidden) {
        this(number, author, role, accepted, hidden, Optional.empty());
    }

    /** In whose name a post speaks. */
    public enum Role {
        MEMBER,
        STAFF
    }
}
