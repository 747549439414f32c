package org.evidencewatch.citation;

import org.evidencewatch.company.Quote;

/** What a person changes of one citation of one company. */
public sealed interface CitationEdit {

    /** The citation's number. */
    long citation();

    /** The page is at another address now, on which the record rests from now on. */
    record Move(long citation, String newUrl) implements CitationEdit {}

    /** Other words of the same page support the record. */
    record Requote(long citation, Quote quote) implements CitationEdit {}

    /** The record no longer rests on the page. */
    record Retire(long citation) implements CitationEdit {}

    /** Another page that the company cites, or once cited, says it all: the record rests on that one alone. */
    record Merge(long citation, String intoUrl) implements CitationEdit {}

    /** What counted as another address of the cited page is a page of its own, and the one that is meant. */
    record Split(long citation, String newUrl) implements CitationEdit {}
}
