package org.evidencewatch.alert;

/**
 * What waits.
 *
 * @param open work items that wait for a reviewer
 * @param rescore companies that a scoring system should score again
 * @param undelivered letters that are still to be delivered
 * @param dead letters that were given up
 */
public record Backlog(int open, int rescore, int undelivered, int dead) {}
