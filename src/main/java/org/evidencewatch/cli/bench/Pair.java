package org.evidencewatch.cli.bench;

/** Both sides of the same thing, measured one after the other. */
public record Pair(Sample refresh, Sample floor) {}
