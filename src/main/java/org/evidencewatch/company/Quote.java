package org.evidencewatch.company;

/**
 * Words that a page must hold, as a W3C {@code TextQuoteSelector} (Web Annotation Data Model, 4.2.4); prefix and
 * suffix are empty when the words stand alone.
 */
public record Quote(String exact, String prefix, String suffix) {

    public Quote {
        if (Limit.QUOTE.require(exact).isBlank()) {
            throw new IllegalArgumentException("a quote without words");
        }
        Limit.QUOTE.require(prefix);
        Limit.QUOTE.require(suffix);
    }
}
