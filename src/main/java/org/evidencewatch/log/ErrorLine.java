package org.evidencewatch.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/** In a pattern, {@code %error(%ex{0})}: an error as a line of its own; nothing where there is none. */
public final class ErrorLine extends CompositeConverter<ILoggingEvent> {

    @Override
    protected String transform(ILoggingEvent event, String text) {
        String line = OneLine.of(text);
        return line.isEmpty() ? "" : line + System.lineSeparator();
    }
}
