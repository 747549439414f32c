package org.evidencewatch.fetch;

/** The gate's word on one URL. */
public sealed interface Admission permits Target, Denial {}
