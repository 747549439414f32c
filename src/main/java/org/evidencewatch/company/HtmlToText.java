package org.evidencewatch.company;

import java.util.List;

/**
 * Turns a saved page into the lines that a reader of it sees: one block a line, list items after {@code "- "}, and
 * behind the words of a link its address in angle brackets unless the words show it.
 */
@FunctionalInterface
public interface HtmlToText {
    List<TextLine> lines(String html);
}
