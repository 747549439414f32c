package org.evidencewatch.cli.bench;

/**
 * What the site answered since the last tally.
 *
 * @param pages different pages that were asked for
 * @param full answers 200
 * @param notModified answers 304
 * @param others answers to requests for no page, such as robots.txt
 * @param connections that were opened
 * @param octets sent, heads included
 */
public record Tally(int pages, long full, long notModified, long others, long connections, long octets) {}
