package org.evidencewatch.job;

/**
 * Something that always holds, as a query for what breaks it.
 *
 * @param id as the fault catalogue numbers it
 * @param promise one sentence
 * @param violations SQL that returns one text column, a row for each violation; {@code :staleAfter} is in seconds
 */
record Invariant(String id, String promise, String violations) {}
