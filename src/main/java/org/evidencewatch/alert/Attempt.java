package org.evidencewatch.alert;

import java.time.Instant;

/**
 * One attempt to read a page, as its capture tells it.
 *
 * @param good whether the page was read and found to be itself
 * @param outcome reason code of the capture, e.g. {@code OK}, {@code TIMEOUT}
 * @param detail one sentence for people
 */
public record Attempt(Instant at, boolean good, String outcome, String detail) {}
