package org.evidencewatch.alert;

/**
 * What waits.
 *
 * @param open work items that wait for a reviewer
 * @param rescore companies that a scoring system should score again
 * @param undelivered digests that nobody has got yet
 */
public record Backlog(int open, int rescore, int undelivered) {}
