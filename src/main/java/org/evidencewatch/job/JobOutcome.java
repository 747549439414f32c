package org.evidencewatch.job;

/**
 * How a run ended.
 *
 * @param summary one line for people
 */
public record JobOutcome(boolean success, String summary) {}
