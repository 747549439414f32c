package org.evidencewatch.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evidencewatch.company.Dimension;
import org.evidencewatch.review.Answer;
import org.evidencewatch.review.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How times, reason codes and addresses read on the pages. */
public final class Wording {

    private static final Logger LOG = LoggerFactory.getLogger(Wording.class);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Set<String> WEB = Set.of("http", "https");

    private Wording() {}

    /** A moment with its time zone. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** A length of time by its largest unit. */
    public static String age(Duration age) {
        if (age.toDays() > 0) {
            return counted(age.toDays(), "day");
        }
        return age.toHours() > 0 ? counted(age.toHours(), "hour") : counted(age.toMinutes(), "minute");
    }

    /** A number with its noun. */
    public static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A reason code as words. */
    public static String words(String code) {
        return switch (code) {
            case "fact-worse" -> "Worse for the subscriber";
            case "fact-better" -> "Better for the subscriber";
            case "fact-neutral" -> "Other terms";
            default -> capitalised(code.replace('-', ' '));
        };
    }

    /** An answer as words. */
    public static String answer(Answer answer) {
        return capitalised(answer.word().replace('-', ' '));
    }

    /** A dimension of the rubric as words. */
    public static String dimension(Dimension dimension) {
        return capitalised(dimension.key().replace('_', ' '));
    }

    /** Score and grade before and after; empty where neither moves. */
    public static Optional<String> moved(Decision.Moved moved) {
        return moved.before().equals(moved.after())
                ? Optional.empty()
                : Optional.of(moved.before() + " → " + moved.after());
    }

    /** For whom a stated fact changed: the last word of its code. */
    public static String direction(String code) {
        return capitalised(code.substring(code.lastIndexOf('-') + 1));
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The address, if it is one that a browser may be sent to. */
    public static Optional<String> link(String url) {
        try {
            String scheme = new URI(url).getScheme();
            return scheme != null && WEB.contains(scheme.toLowerCase(Locale.ROOT))
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            LOG.debug("shown without a link: {}", url, e);
            return Optional.empty();
        }
    }
}
