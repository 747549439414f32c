package org.evidencewatch.extract;

/**
 * One passage of the main text.
 *
 * @param heading path of headings above it, joined by " > "; empty before the first heading
 * @param text the passage as a person reads it, one line, white space collapsed
 * @param comparisonText the same after the text normaliser, with placeholders for volatile tokens
 */
public record Block(String heading, String text, String comparisonText) {}
