package org.evidencewatch.snapshot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evidencewatch.fetch.Redirect;

/** A capture on record as an archive has it, without its bytes. */
sealed interface ArchivedCapture {

    Name name();

    /**
     * What makes a capture's records its own in any archive.
     *
     * @param url that was asked for
     */
    record Name(long id, Instant at, String url) {

        /** The id of one of its records (a name-based UUID, RFC 9562, section 5.3): the same in every export. */
        UUID record(String part) {
            String name = "evidence-watch/capture/%d/%s/%s/%s".formatted(id, at, url, part);
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }

        /** The id of the record that stands for it. */
        UUID record() {
            return record("");
        }

        @Override
        public String toString() {
            return "capture %d of %s".formatted(id, url);
        }
    }

    /** How a server answered: where from, after which hops. */
    record Answer(URI url, List<Redirect> hops, int status, Map<String, List<String>> headers) {}

    /** New bytes. */
    record Received(Name name, Answer answer, ContentDigest digest) implements ArchivedCapture {}

    /** Nothing new. */
    record Revisited(Name name, Answer answer, Capture.Profile profile, Original original) implements ArchivedCapture {}

    /** Bytes that a person brought. */
    record Brought(Name name, Optional<String> contentType, ContentDigest digest) implements ArchivedCapture {}

    /** No bytes. */
    record Missed(Name name, FailureNote note) implements ArchivedCapture {}

    /** The capture whose bytes a revisit stands for. */
    record Original(Name name, URI url, ContentDigest digest, long length) {}
}
