package org.evidencewatch.extract;

/**
 * A page as markup that runs nothing, loads nothing and leads nowhere.
 *
 * @param markup for the body of an HTML document in UTF-8
 * @param cut whether the page goes on where this ends
 */
public record Rendered(String markup, boolean cut) {}
