package org.evidencewatch.snapshot;

import java.net.URI;
import java.util.Optional;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.Validators;

/**
 * What we hold of a source: its newest good capture.
 *
 * @param responseId the capture that brought the bytes (the newest may be a revisit of it)
 * @param digest of those bytes
 * @param status and {@code effectiveUrl}: how they were answered
 * @param validators to ask with; none where the next request is to read the page whatever the server says
 */
public record Held(
        long responseId, ContentDigest digest, int status, URI effectiveUrl, Optional<Validators> validators) {

    /**
     * Whether an answer is what we hold, byte for byte. The same bytes under another status or from another address are
     * another page state.
     *
     * @param body the digest of its body
     */
    public boolean is(Received answer, ContentDigest body) {
        return digest.equals(body) && status == answer.status() && effectiveUrl.equals(answer.effectiveUrl());
    }
}
