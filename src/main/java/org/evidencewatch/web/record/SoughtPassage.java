package org.evidencewatch.web.record;

/**
 * Words that a reviewer wants to see on both sides, changed or not.
 *
 * @param what whose words they are, such as "Quoted for refund"
 * @param words as they stood on the page
 */
public record SoughtPassage(String what, String words) {}
