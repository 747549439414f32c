package org.evidencewatch.extract;

import java.util.Locale;

/** What a forum says of a topic whose words still stand. */
public enum TopicFlag {
    /** Takes no more replies. */
    CLOSED,
    /** Kept, and frozen. */
    ARCHIVED,
    /** Kept, and shown in no list. */
    UNLISTED;

    /** Reason code. */
    public String code() {
        return "topic-" + name().toLowerCase(Locale.ROOT);
    }
}
