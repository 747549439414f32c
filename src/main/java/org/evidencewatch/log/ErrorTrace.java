package org.evidencewatch.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/** In a pattern, {@code %trace(%ex)}: an error with its frames, without secrets; several lines. */
public final class ErrorTrace extends CompositeConverter<ILoggingEvent> {

    @Override
    protected String transform(ILoggingEvent event, String text) {
        return Masking.mask(text);
    }
}
