package org.evidencewatch.snapshot;

import java.util.Optional;

/**
 * A capture ready to be filed.
 *
 * @param id reserved by {@link Snapshots#reserve}
 * @param good the page was read and found to be itself
 * @param outcome stable reason code
 * @param detail one sentence for people
 * @param packed the body of a response, compressed by {@link Snapshots#pack}
 */
public record Filed(long id, Capture capture, boolean good, String outcome, String detail, Optional<byte[]> packed) {}
