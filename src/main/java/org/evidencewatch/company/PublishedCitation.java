package org.evidencewatch.company;

/** A citation as it is published, and how its page stands. */
public record PublishedCitation(CitedPage page, Checked checked) {}
