package org.evidencewatch.fetch;

import java.util.List;
import java.util.Optional;

/** Which host names are never public (RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476). */
final class NameRules {

    private static final List<String> NEVER_PUBLIC =
            List.of("arpa", "home.arpa", "internal", "invalid", "local", "onion", "test");

    private NameRules() {}

    /** Why the name may never be fetched. {@code .example} is not among them: recorded nights use it. */
    static Optional<Denial> denial(String name) {
        return NEVER_PUBLIC.stream()
                .filter(suffix -> isUnder(name, suffix))
                .findFirst()
                .map(suffix -> new Denial(Refusal.NAME, "names under ." + suffix + " are not public"));
    }

    /** Why the name may be fetched only where it resolves into the operator's own networks. */
    static Optional<Denial> denialUnlessOperators(String name) {
        if (isUnder(name, "localhost")) {
            return Optional.of(new Denial(Refusal.NAME, "localhost is this machine"));
        }
        return name.indexOf('.') < 0
                ? Optional.of(new Denial(Refusal.NAME, "a single label is no public name"))
                : Optional.empty();
    }

    private static boolean isUnder(String name, String suffix) {
        return name.endsWith(suffix)
                && (name.length() == suffix.length() || name.charAt(name.length() - suffix.length() - 1) == '.');
    }
}
