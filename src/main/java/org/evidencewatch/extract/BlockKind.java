package org.evidencewatch.extract;

/** What a passage is on its page. */
public enum BlockKind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    /** A row whose cells are joined by {@code  | }; a cell of prose is a block of its own. */
    TABLE_ROW,
    /** The only kind whose text has lines; their indentation is kept. */
    CODE,
    /** Words of somebody else. */
    QUOTE
}
