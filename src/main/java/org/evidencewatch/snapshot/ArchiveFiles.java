package org.evidencewatch.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.snapshot.ArchiveReply.WrittenFile;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcWriter;

/** The files of an archive, written one after another; the records of a capture stay in one file. */
final class ArchiveFiles implements AutoCloseable {

    private final ArchiveFolder folder;
    private final String software;
    private final long most;
    private final List<WrittenFile> written = new ArrayList<>();
    private Optional<Open> open = Optional.empty();

    /** The file that is being written. */
    private record Open(String name, FileChannel channel, WarcWriter writer, long records) {

        Open and(long more) {
            return new Open(name, channel, writer, records + more);
        }
    }

    /**
     * Files in that folder.
     *
     * @param most octets after which a file is full; it may be larger by one capture
     */
    ArchiveFiles(ArchiveFolder folder, String software, long most) {
        this.folder = folder;
        this.software = software;
        this.most = most;
    }

    /** Writes the records of a capture. */
    void write(List<WarcRecord> records, Instant at) throws IOException {
        Open file = open.isPresent() ? open.get() : begin(at);
        for (WarcRecord record : records) {
            file.writer().write(record);
        }
        file = file.and(records.size());
        open = Optional.of(file);
        if (file.writer().position() >= most) {
            finish(file);
        }
    }

    /** Ends the last file; all that were written. */
    List<WrittenFile> finish() throws IOException {
        if (open.isPresent()) {
            finish(open.get());
        }
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().writer().close();
        }
    }

    private Open begin(Instant at) throws IOException {
        String name = ArchiveFolder.name(written.size() + 1);
        Path draft = folder.draft(name);
        var channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var file = new Open(name, channel, new WarcWriter(channel, WarcCompression.GZIP), 1);
        open = Optional.of(file);
        file.writer().write(ArchiveRecords.info(name, software, at));
        return file;
    }

    private void finish(Open file) throws IOException {
        file.channel().force(true);
        written.add(new WrittenFile(file.name(), file.records(), file.channel().size()));
        file.writer().close();
        open = Optional.empty();
    }
}
