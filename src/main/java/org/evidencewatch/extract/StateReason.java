package org.evidencewatch.extract;

/**
 * Why a page was given its state.
 *
 * @param code stable, lower case with dashes, e.g. {@code cloudflare-challenge}, {@code status-404}, {@code
 *     redirected-home}, {@code redirected-path}
 * @param detail one sentence for people
 */
public record StateReason(String code, String detail) {}
