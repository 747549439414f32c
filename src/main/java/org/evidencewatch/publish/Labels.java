package org.evidencewatch.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.company.Correction.Basis;
import org.evidencewatch.company.Correction.Mark;
import org.evidencewatch.company.Dimension;

/** The words that pages and feeds have for things. Those of dimensions are what the import of a card knows them by. */
final class Labels {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Labels() {}

    static String of(Dimension dimension) {
        return switch (dimension) {
            case CHANNELS -> "Channels";
            case CANCELLATION_PAGE -> "Official cancellation page";
            case PAUSE -> "Pause/freeze";
            case REFUND -> "Refund policy";
            case DELETION -> "Account/data deletion";
            case BILLING -> "Billing terms";
        };
    }

    /** What a decision of that kind says; a kind that is not known here is its own word. */
    static String of(String kind) {
        return switch (kind) {
            case "material-worse" -> "The policy is worse for subscribers than the record said";
            case "material-better" -> "The policy is better for subscribers than the record said";
            case "material-neutral" -> "The policy is another one than the record said";
            case "reworded-same-meaning" -> "The page says the same in other words";
            case "source-moved" -> "A cited page has moved";
            case "source-gone" -> "A cited page is gone";
            case "citation-insufficient" -> "A page did not support what it was cited for";
            default -> "Corrected (" + kind + ")";
        };
    }

    static String of(Basis basis) {
        return switch (basis) {
            case CONFIRMED_CHANGE -> "A second read of the page confirmed the change, and a reviewer decided.";
            case LASTING_ABSENCE -> "The page stayed away for days, and a reviewer decided.";
            case DISPUTE -> "The record was disputed, and a reviewer decided.";
            case REVIEW -> "A reviewer decided.";
        };
    }

    /** What became of a citation. */
    static String ofRepair(String kind) {
        return switch (kind) {
            case "moved" -> "The citation now leads to the page's new address.";
            case "requoted" -> "The citation quotes other words of the page.";
            case "retired" -> "The page is cited no more.";
            case "merged" -> "Two citations of one page became one.";
            case "split" -> "A citation became one of its own.";
            default -> "The citation was repaired (" + kind + ").";
        };
    }

    static String of(Mark mark) {
        String score = mark.score().map(points -> points + "/100").orElse("no score");
        return score + mark.grade().map(letter -> " (grade " + letter + ")").orElse("");
    }

    /** A moment for machines, to the second: HTML allows no more than three digits of a fraction. */
    static String machine(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** The address, if a page may link there. */
    static Optional<String> link(String url) {
        String start = url.substring(0, Math.min(8, url.length())).toLowerCase(Locale.ROOT);
        return Optional.of(url).filter(u -> start.startsWith("http://") || start.startsWith("https://"));
    }
}
