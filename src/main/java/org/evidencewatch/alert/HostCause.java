package org.evidencewatch.alert;

import java.util.Optional;

/** A reason for which a page cannot be read that lies with its host, so that all its pages have it. */
enum HostCause {
    BLOCKS(Kind.HOST_BLOCKS, "turns us away"),
    DOWN(Kind.HOST_DOWN, "cannot be reached");

    private final Kind kind;
    private final String words;

    HostCause(Kind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    Kind kind() {
        return kind;
    }

    /** What the host does, or what befell it. */
    String words() {
        return words;
    }

    /** By the outcome of the newest attempt; empty where that is of the page alone. */
    static Optional<HostCause> of(Unreadable page) {
        return switch (page.lastAttempt().outcome()) {
            case "BLOCKED", "ROBOTS_DENIED", "ROBOTS_UNREACHABLE" -> Optional.of(BLOCKS);
            case "DNS_ERROR", "CONNECT_ERROR", "TLS_ERROR", "PARKED" -> Optional.of(DOWN);
            default -> Optional.empty();
        };
    }
}
