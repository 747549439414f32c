package org.evidencewatch.change;

import java.util.regex.Pattern;
import org.evidencewatch.company.Dimension;

/** What a dimension is about, in words for people, and by which words links name it. */
enum Matter {
    CHANNELS(Dimension.CHANNELS, "ways to cancel", "cancel|unsubscri|contact"),
    CANCELLATION_PAGE(Dimension.CANCELLATION_PAGE, "cancelling", "cancel|unsubscri"),
    PAUSE(Dimension.PAUSE, "pausing", "paus|freez|on hold|snooz|hibernat|vacation|holiday"),
    REFUND(Dimension.REFUND, "refunds", "refund|money.?back|guarantee|withdrawal|returns?\\b"),
    DELETION(Dimension.DELETION, "deletion", "delet|eras|privacy|personal.data|gdpr"),
    BILLING(Dimension.BILLING, "trial, price and renewal", "billing|trial|renew|pric|payment|subscription|charge");

    private final Dimension dimension;
    private final String words;
    private final Pattern named;

    Matter(Dimension dimension, String words, String named) {
        this.dimension = dimension;
        this.words = words;
        this.named = Pattern.compile("(?i)\\b(?:" + named + ")");
    }

    static Matter of(Dimension dimension) {
        return switch (dimension) {
            case CHANNELS -> CHANNELS;
            case CANCELLATION_PAGE -> CANCELLATION_PAGE;
            case PAUSE -> PAUSE;
            case REFUND -> REFUND;
            case DELETION -> DELETION;
            case BILLING -> BILLING;
        };
    }

    Dimension dimension() {
        return dimension;
    }

    /** What is meant, within a sentence. */
    String words() {
        return words;
    }

    /** Whether a link of those words leads to it. */
    boolean namedBy(String text) {
        return named.matcher(text).find();
    }
}
