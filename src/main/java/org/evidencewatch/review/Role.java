package org.evidencewatch.review;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account may do; each may all that those before it may. */
public enum Role {
    /** Sees everything that the reviewers see. */
    READER,
    /** Decides. */
    REVIEWER,
    /** Hands the index to the public. */
    PUBLISHER,
    /** Makes accounts. */
    ADMIN;

    /** Its name in files, forms and rows. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name. */
    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether this one may do what that one may. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** The one that may less. */
    public Role atMost(Role other) {
        return covers(other) ? other : this;
    }
}
