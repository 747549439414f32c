package org.evidencewatch.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.util.regex.Pattern;

/** In a pattern, {@code %oneline(...)}: what is inside, without secrets and as one line whatever strangers wrote. */
public final class OneLine extends CompositeConverter<ILoggingEvent> {

    /** Controls, line and paragraph separators, and what turns the direction of a terminal's text. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

    @Override
    protected String transform(ILoggingEvent event, String text) {
        return of(text);
    }

    static String of(String text) {
        return Masking.mask(NO_TEXT.matcher(text).replaceAll(" ").strip());
    }
}
