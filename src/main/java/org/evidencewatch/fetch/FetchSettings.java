package org.evidencewatch.fetch;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an operator may choose about fetching.
 *
 * @param userAgent value of {@code User-Agent}; begins with a product token (RFC 9110, section 10.1.5)
 * @param hostDelay pause between the end of one request to a host and the start of the next
 * @param allowedNetworks networks that may be dialled, on any port, beside public addresses
 * @param limits bounds on what one request may cost
 * @param ownPorts ports of this machine where the program itself listens, which no page or webhook leads to
 */
public record FetchSettings(
        String userAgent,
        Duration hostDelay,
        List<Network> allowedNetworks,
        FetchLimits limits,
        Set<Integer> ownPorts) {

    static final String ALLOWED_ADDRESSES = "EVIDENCE_FETCH_ALLOWED_ADDRESSES";
    static final String HOST_DELAY = "EVIDENCE_FETCH_HOST_DELAY";
    static final String USER_AGENT = "EVIDENCE_FETCH_USER_AGENT";

    /** Every variable that is read. */
    static final List<String> VARIABLES = List.of(ALLOWED_ADDRESSES, HOST_DELAY, USER_AGENT);

    private static final String VERSION = "0.1";
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*)(/[!-~]+)?( [ -~]*)?");

    /** What holds when the operator chooses nothing. */
    public static final FetchSettings DEFAULTS = new FetchSettings(
            "EvidenceWatch/" + VERSION + " (+https://evidencewatch.org/bot)",
            Duration.ofSeconds(1),
            List.of(),
            FetchLimits.DEFAULTS);

    public FetchSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
        ownPorts = Set.copyOf(ownPorts);
        if (!PRODUCT.matcher(userAgent).matches()) {
            throw new IllegalArgumentException("'" + userAgent + "' does not begin with a product such as Name/1.0");
        }
        if (hostDelay.isNegative() || hostDelay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("'" + hostDelay + "' is not between PT0S and " + LONGEST_DELAY);
        }
    }

    /** Settings of a program that listens nowhere. */
    public FetchSettings(String userAgent, Duration hostDelay, List<Network> allowedNetworks, FetchLimits limits) {
        this(userAgent, hostDelay, allowedNetworks, limits, Set.of());
    }

    /** These, for a program that listens at those ports. */
    FetchSettings listeningAt(Set<Integer> ports) {
        return new FetchSettings(userAgent, hostDelay, allowedNetworks, limits, ports);
    }

    /**
     * The defaults, and what these variables say otherwise.
     *
     * @throws IllegalArgumentException naming the variable and its value, when it cannot be used
     */
    public static FetchSettings fromEnvironment(Map<String, String> environment) {
        FetchSettings settings = DEFAULTS;
        for (String name : VARIABLES) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                settings = settings.with(name, value);
            }
        }
        return settings;
    }

    /** Our name in robots.txt: the letters, {@code _} and {@code -} at the start (RFC 9309, section 2.2.1). */
    String productToken() {
        return RobotsRules.productToken(userAgent);
    }

    private FetchSettings with(String name, String value) {
        try {
            return switch (name) {
                case ALLOWED_ADDRESSES -> new FetchSettings(userAgent, hostDelay, networks(value), limits);
                case HOST_DELAY -> new FetchSettings(userAgent, Duration.parse(value), allowedNetworks, limits);
                default -> new FetchSettings(value, hostDelay, allowedNetworks, limits);
            };
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + ": '" + value + "' is no ISO 8601 duration such as PT1S", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static List<Network> networks(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Network::parse)
                .toList();
    }
}
