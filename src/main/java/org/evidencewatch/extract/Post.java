package org.evidencewatch.extract;

/**
 * One post of a topic, without its words: these are the blocks that name its number.
 *
 * @param number the platform's own, stable as long as the post stands; its place on the page where the platform shows none
 * @param author the name shown; empty where none is
 * @param accepted whether it is the answer accepted as solution
 * @param hidden whether a notice stands in for its words
 */
public record Post(long number, String author, Role role, boolean accepted, boolean hidden) {

    /** In whose name a post speaks. */
    public enum Role {
        MEMBER,
        STAFF
    }
}
