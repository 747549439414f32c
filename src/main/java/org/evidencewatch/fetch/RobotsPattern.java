package org.evidencewatch.fetch;

import crawlercommons.robots.SimpleRobotRules.RobotRule;
import java.util.Arrays;
import java.util.List;

/**
 * One Allow or Disallow line (RFC 9309, section 2.2.3): a prefix of the path, in which {@code *} stands for any
 * characters, and a final {@code $} for the end. A {@code $} elsewhere stands for itself, which paths hold encoded.
 *
 * @param pieces the text between the stars
 * @param anchored whether the path must end where the pattern ends
 * @param length octets of the pattern: the most decide
 */
record RobotsPattern(List<String> pieces, boolean anchored, int length, boolean allow) {

    private static final String INDEX = "index.htm";

    static RobotsPattern of(RobotRule rule) {
        return of(rule.getPrefix(), rule.isAllow());
    }

    private static RobotsPattern of(String text, boolean allow) {
        boolean anchored = text.endsWith("$");
        String body = (anchored ? text.substring(0, text.length() - 1) : text).replace("$", "%24");
        return new RobotsPattern(Arrays.asList(body.split("\\*", -1)), anchored, text.length(), allow);
    }

    /** Length of the pattern where it matches the path, else a negative number. */
    int match(String path) {
        if (matches(path)) {
            return length;
        }
        return folder(path);
    }

    /** {@code /a/index.html} speaks for {@code /a/} too, as the large search engines read it. */
    private int folder(String path) {
        String last = pieces.getLast();
        if (anchored || !(last.endsWith(INDEX) || last.endsWith(INDEX + "l"))) {
            return -1;
        }
        String body = String.join("*", pieces);
        RobotsPattern folder = of(body.substring(0, body.lastIndexOf(INDEX)) + "$", allow);
        return folder.matches(path) ? folder.length : -1;
    }

    private boolean matches(String path) {
        if (!path.startsWith(pieces.getFirst())) {
            return false;
        }
        int at = pieces.getFirst().length();
        for (String piece : pieces.subList(1, pieces.size() - (anchored && pieces.size() > 1 ? 1 : 0))) {
            int found = path.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return !anchored || endsAfter(path, at);
    }

    private boolean endsAfter(String path, int at) {
        return pieces.size() == 1
                ? at == path.length()
                : path.endsWith(pieces.getLast())
                        && path.length() - pieces.getLast().length() >= at;
    }
}
