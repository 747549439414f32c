package org.evidencewatch.snapshot;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Captures as records of WARC 1.1 (ISO 28500:2017). Pure: equal captures make equal octets. Digests are SHA-256 in
 * hexadecimal, since base 32 would need padding, which no token of the standard may have.
 */
final class ArchiveRecords {

    private static final String NOT_INTACT = "SNAPSHOT_DAMAGED";

    private static final int LONGEST_TYPE = 200;

    private ArchiveRecords() {}

    /** The record that a file begins with. */
    static WarcRecord info(String file, String software, Instant at) {
        var fields = """
                software: %s
                format: WARC File Format 1.1
                conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
                robots: obeyed
                description: cited pages as they were read. Contents are without content and transfer codings; header fields \
                of these are renamed X-Archive-Orig-*, values of cookies and authorisations are left out (X-Archive-Redacted).
                """.formatted(software).replace("\n", "\r\n");
        var id = new ArchivedCapture.Name(0, at, file).record("warcinfo " + software);
        return built(
                new Warcinfo.Builder().filename(file),
                id,
                at,
                MediaType.WARC_FIELDS,
                fields.getBytes(StandardCharsets.UTF_8));
    }

    /** New bytes, after the hops that led to them. */
    static List<WarcRecord> of(ArchivedCapture.Received capture, byte[] body) {
        var answer = capture.answer();
        byte[] head = ArchivedHead.of(answer.status(), answer.headers(), OptionalLong.of(body.length));
        var records = hops(capture.name(), answer);
        records.add(built(
                new WarcResponse.Builder(answer.url()).addHeader("WARC-Payload-Digest", label(capture.digest())),
                capture.name().record(),
                capture.name().at(),
                MediaType.HTTP_RESPONSE,
                joined(head, body)));
        return records;
    }

    /** Nothing new, and what it stands for. */
    static List<WarcRecord> of(ArchivedCapture.Revisited capture) {
        var answer = capture.answer();
        var original = capture.original();
        var revisit = new WarcRevisit.Builder(answer.url(), profile(capture.profile()))
                .refersTo(
                        original.name().record(),
                        original.url(),
                        original.name().at());
        var length = OptionalLong.empty();
        if (capture.profile() == Capture.Profile.IDENTICAL_PAYLOAD_DIGEST) {
            revisit.addHeader("WARC-Payload-Digest", label(original.digest()));
            length = OptionalLong.of(original.length());
        }
        var records = hops(capture.name(), answer);
        records.add(built(
                revisit,
                capture.name().record(),
                capture.name().at(),
                MediaType.HTTP_RESPONSE,
                ArchivedHead.of(answer.status(), answer.headers(), length)));
        return records;
    }

    /** Bytes that no server sent to us: a resource, not a response. */
    static List<WarcRecord> of(ArchivedCapture.Brought capture, byte[] body) {
        var type = capture.contentType().map(ArchiveRecords::type).orElse(MediaType.OCTET_STREAM);
        return List.of(built(
                new WarcResource.Builder(URI.create(capture.name().url()))
                        .addHeader("WARC-Payload-Digest", label(capture.digest())),
                capture.name().record(),
                capture.name().at(),
                type,
                body));
    }

    /** No bytes, and why. */
    static List<WarcRecord> of(ArchivedCapture.Missed capture) {
        return List.of(note(capture.name(), "", capture.note()));
    }

    /** In place of bytes that are no longer those that were received. */
    static List<WarcRecord> damaged(ArchivedCapture.Name name, ContentDigest digest) {
        return List.of(note(
                name,
                "damaged",
                new FailureNote(NOT_INTACT, "the stored bytes no longer have their digest %s".formatted(digest))));
    }

    /** In place of bytes that retention took away. */
    static List<WarcRecord> removed(ArchivedCapture.Name name, ContentDigest digest) {
        return List.of(note(
                name,
                "removed",
                new FailureNote(
                        NOT_INTACT, "the stored bytes %s were removed, as nothing cited them".formatted(digest))));
    }

    private static WarcRecord note(ArchivedCapture.Name name, String part, FailureNote note) {
        return built(
                new WarcMetadata.Builder().targetURI(name.url()),
                name.record(part),
                name.at(),
                MediaType.WARC_FIELDS,
                note.block());
    }

    private static List<WarcRecord> hops(ArchivedCapture.Name name, ArchivedCapture.Answer answer) {
        var records = new ArrayList<WarcRecord>();
        for (var hop : answer.hops()) {
            var response = new WarcResponse.Builder(hop.from())
                    .addHeader("WARC-Concurrent-To", "<urn:uuid:%s>".formatted(name.record()))
                    .addHeader("WARC-Payload-Digest", label(ContentDigest.of(new byte[0])));
            records.add(built(
                    response,
                    name.record("hop %d".formatted(records.size() + 1)),
                    name.at(),
                    MediaType.HTTP_RESPONSE,
                    ArchivedHead.ofHop(hop.status(), hop.to().toString())));
        }
        return records;
    }

    private static <R extends WarcRecord, B extends WarcRecord.AbstractBuilder<R, B>> R built(
            WarcRecord.AbstractBuilder<R, B> builder, UUID id, Instant at, MediaType type, byte[] block) {
        return builder.version(MessageVersion.WARC_1_1)
                .recordId(id)
                .date(at)
                .addHeader("WARC-Block-Digest", label(ContentDigest.of(block)))
                .body(type, block)
                .build();
    }

    private static MediaType type(String written) {
        try {
            return MediaType.parse(WarcText.line(written, LONGEST_TYPE));
        } catch (IllegalArgumentException none) {
            return MediaType.OCTET_STREAM;
        }
    }

    private static URI profile(Capture.Profile profile) {
        return switch (profile) {
            case SERVER_NOT_MODIFIED -> WarcRevisit.SERVER_NOT_MODIFIED_1_1;
            case IDENTICAL_PAYLOAD_DIGEST -> WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1;
        };
    }

    private static String label(ContentDigest digest) {
        return "sha256:" + digest.hex();
    }

    private static byte[] joined(byte[] head, byte[] body) {
        var block = new ByteArrayOutputStream(head.length + body.length);
        block.writeBytes(head);
        block.writeBytes(body);
        return block.toByteArray();
    }
}
