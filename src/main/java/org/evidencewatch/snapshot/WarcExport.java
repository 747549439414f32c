package org.evidencewatch.snapshot;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.WarcRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes captures as an archive (WARC 1.1, one gzip member for each record): what was answered, what was the same as
 * before, and, so that nothing is silently absent, what failed. The same captures make the same octets.
 *
 * <p>Holds one page of rows and one body at a time. Bytes that no longer have their digest are not written.
 */
@Component
public class WarcExport {

    private static final long MOST = 1_000_000_000;

    private final ArchiveRows rows;
    private final Snapshots snapshots;
    private final long most;

    @Autowired
    WarcExport(ArchiveRows rows, Snapshots snapshots) {
        this(rows, snapshots, MOST);
    }

    WarcExport(ArchiveRows rows, Snapshots snapshots, long most) {
        this.rows = rows;
        this.snapshots = snapshots;
        this.most = most;
    }

    /** Writes it. An earlier archive in the directory is replaced when the new one is whole, and not before. */
    public ArchiveReply export(ArchiveOrder order, ArchiveProgress progress) throws IOException {
        var folder = new ArchiveFolder(order.directory());
        var objection = folder.objection();
        if (objection.isPresent()) {
            return new ArchiveReply.Refused(objection.get());
        }
        folder.open();
        try (var files = new ArchiveFiles(folder, software(), most)) {
            var counts = write(order, files, progress);
            var written = files.finish();
            folder.publish();
            return new ArchiveReply.Written(written, counts.captures, counts.revisits, counts.failed, counts.damaged);
        } finally {
            folder.discard();
        }
    }

    private Counts write(ArchiveOrder order, ArchiveFiles files, ArchiveProgress progress) throws IOException {
        long last = rows.last();
        progress.planned(rows.count(order, last));
        var counts = new Counts();
        Instant at = Instant.EPOCH;
        long id = 0;
        List<ArchivedCapture> page;
        do {
            page = rows.page(order, last, at, id);
            for (ArchivedCapture capture : page) {
                at = capture.name().at();
                id = capture.name().id();
                files.write(records(capture, counts), at);
                progress.written(counts.damaged.size());
            }
        } while (page.size() == ArchiveRows.PAGE);
        return counts;
    }

    private List<WarcRecord> records(ArchivedCapture capture, Counts counts) {
        counts.captures++;
        return switch (capture) {
            case ArchivedCapture.Received r ->
                bytes(r.digest())
                        .map(body -> ArchiveRecords.of(r, body))
                        .orElseGet(() -> without(r.name(), r.digest(), counts));
            case ArchivedCapture.Brought b ->
                bytes(b.digest())
                        .map(body -> ArchiveRecords.of(b, body))
                        .orElseGet(() -> without(b.name(), b.digest(), counts));
            case ArchivedCapture.Revisited r -> {
                counts.revisits++;
                yield ArchiveRecords.of(r);
            }
            case ArchivedCapture.Missed m -> {
                counts.failed++;
                yield ArchiveRecords.of(m);
            }
        };
    }

    private Optional<byte[]> bytes(ContentDigest digest) {
        return snapshots.intactBody(digest);
    }

    private List<WarcRecord> without(ArchivedCapture.Name name, ContentDigest digest, Counts counts) {
        if (snapshots.removed(digest)) {
            return ArchiveRecords.removed(name, digest);
        }
        counts.damaged.add("%s: snapshot %s no longer has its digest".formatted(name, digest));
        return ArchiveRecords.damaged(name, digest);
    }

    private static String software() {
        return Optional.ofNullable(WarcExport.class.getPackage().getImplementationVersion())
                .map("Evidence Watch "::concat)
                .orElse("Evidence Watch");
    }

    private static final class Counts {
        private long captures;
        private long revisits;
        private long failed;
        private final List<String> damaged = new ArrayList<>();
    }
}
