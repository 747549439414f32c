package org.evidencewatch.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one robots.txt says to one crawler (RFC 9309).
 *
 * <p>crawler-commons reads the file and picks the group. The matching of paths is ours: the library stops at the first
 * place where the text after a {@code *} fits, and so misses rules that end in {@code $}.
 */
public final class RobotsRules {

    /** Of a longer file only this much is read (RFC 9309, section 2.5). */
    static final int MOST_OCTETS = 500 * 1024;

    private static final RobotsRules ALLOW_ALL = new RobotsRules(List.of(), Optional.empty());
    private static final String ROBOTS_TXT = "/robots.txt";
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9_.-]+");

    /** A literal star or dollar in a path must not be taken for the signs of a pattern. */
    private static final boolean[] PATTERN_SIGNS = new boolean[128];

    static {
        PATTERN_SIGNS['*'] = true;
        PATTERN_SIGNS['$'] = true;
    }

    private final List<RobotsPattern> patterns;
    private final Optional<Duration> crawlDelay;

    private RobotsRules(List<RobotsPattern> patterns, Optional<Duration> crawlDelay) {
        this.patterns = patterns;
        this.crawlDelay = crawlDelay;
    }

    /**
     * Reads a robots.txt; never fails, whatever the content.
     *
     * @param contentType as the server said, or the empty string
     * @param userAgent a whole {@code User-Agent} or only its product
     */
    public static RobotsRules parse(byte[] content, String contentType, String userAgent) {
        byte[] read = content.length >= MOST_OCTETS ? firstLines(content) : content;
        var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        String token = productToken(userAgent);
        SimpleRobotRules rules = parser.parseContent(
                "https://robots.example/robots.txt", read, contentType, token.isEmpty() ? List.of() : List.of(token));
        return new RobotsRules(
                rules.getRobotRules().stream().map(RobotsPattern::of).toList(), delay(rules.getCrawlDelay()));
    }

    /** No rules: for a server that has no robots.txt (RFC 9309, section 2.3.1.3). */
    static RobotsRules allowAll() {
        return ALLOW_ALL;
    }

    /** The name to look for in robots.txt: the first product of the user agent, in lower case. */
    static String productToken(String userAgent) {
        Matcher product = PRODUCT.matcher(userAgent.strip());
        return product.lookingAt() ? product.group().toLowerCase(Locale.ROOT) : "";
    }

    /**
     * Whether the URL may be fetched. The longest matching pattern decides; of equally long ones, the one that allows
     * (section 2.2.2).
     *
     * @param url an absolute URL, or its path and query
     * @throws IllegalArgumentException when it is neither
     */
    public boolean allows(String url) {
        if (url.startsWith("/")) {
            return allowsPath(UrlPath.canonical(url));
        }
        return switch (UrlReader.read(url)) {
            case Denial denial -> throw new IllegalArgumentException("'" + url + "': " + denial);
            case Target target -> allows(target);
        };
    }

    boolean allows(Target target) {
        return allowsPath(target.pathAndQuery());
    }

    /** {@code Crawl-delay}, which RFC 9309 leaves out and many files have; as written, however long. */
    public Optional<Duration> crawlDelay() {
        return crawlDelay;
    }

    private boolean allowsPath(String pathAndQuery) {
        String path = SimpleRobotRules.escapePath(pathAndQuery, PATTERN_SIGNS);
        int longest = -1;
        boolean allowed = true;
        for (RobotsPattern pattern : patterns) {
            int length = pattern.match(path);
            if (length > longest || (length == longest && length >= 0 && pattern.allow())) {
                longest = length;
                allowed = pattern.allow();
            }
        }
        return allowed || path.equals(ROBOTS_TXT);
    }

    private static Optional<Duration> delay(long milliseconds) {
        return milliseconds > 0 ? Optional.of(Duration.ofMillis(milliseconds)) : Optional.empty();
    }

    /** A line that was cut in two could say something that nobody wrote. */
    private static byte[] firstLines(byte[] content) {
        int end = MOST_OCTETS;
        while (end > 0 && content[end - 1] != '\n' && content[end - 1] != '\r') {
            end--;
        }
        return Arrays.copyOf(content, end);
    }
}
