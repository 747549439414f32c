package org.evidencewatch.job;

/**
 * The right to read pages, held by one process at a time.
 *
 * @param owner the process, as {@link Owner} names it
 * @param epoch grows with every holder: the fencing token that each chunk's transaction checks
 */
record Lease(String name, String owner, long epoch) {}
