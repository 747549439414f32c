package org.evidencewatch.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.fetch.FailureCause;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.RecordedPage;
import org.evidencewatch.fetch.RecordedPage.Message;
import org.evidencewatch.fetch.RecordedWeb;

/**
 * A WARC file as a web to read: our own export, or anybody's. Its records are gone through once, when it is opened; from
 * then on only places are held in memory, and what is asked for is read from the file. Safe for use by many threads.
 *
 * <p>The newest record of an address that is not after the time asked for stands for the page. A record that is broken
 * stands, too, as a read that failed: an older one must not pass for it.
 */
public final class WarcArchive implements AutoCloseable {

    private final Path path;
    private final FileChannel file;
    private final WarcIndex index;
    private final boolean gzip;

    private WarcArchive(Path path, FileChannel file, WarcIndex index) throws IOException {
        this.path = path;
        this.file = file;
        this.index = index;
        this.gzip = WarcForm.isGzip(file);
    }

    /** How opening one ended. */
    public sealed interface Opening {}

    /** It can be read; the caller closes it. */
    public record Usable(WarcArchive archive) implements Opening {}

    /** It cannot be read; why, for people, with the file's name. */
    public record Unusable(String because) implements Opening {}

    /** Opens a file and finds its records; takes as long as reading the file. */
    public static Opening open(Path path) throws IOException {
        var file = FileChannel.open(path);
        boolean usable = false;
        try {
            var index = new WarcIndex();
            Optional<String> objection = new WarcScan(file, index).run();
            index.sort();
            Optional<String> useless = objection.or(() -> index.newest().isPresent() ? Optional.empty() : empty(index));
            usable = useless.isEmpty();
            return usable
                    ? new Usable(new WarcArchive(path, file, index))
                    : new Unusable("%s: %s".formatted(path, useless.get()));
        } finally {
            if (!usable) {
                file.close();
            }
        }
    }

    /** When the newest answer in it was recorded. */
    public Instant newest() {
        return index.newest().orElseThrow();
    }

    /** What in it is of no use, each with its place in the file, in the order of the file. */
    public List<String> flaws() {
        return index.flaws().map(flaw -> "%s: %s".formatted(path, flaw)).toList();
    }

    /** The web as it is recorded up to then, that moment included. */
    public RecordedWeb asOf(Instant time) {
        return url -> index.newest(url, time)
                .map(entry -> page(url, entry))
                .orElseGet(() -> new RecordedPage.Missing("not in the archive: " + url));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Optional<String> empty(WarcIndex index) {
        return Optional.of(index.flaws()
                .findFirst()
                .map(flaw -> "it holds no answer for a web page that can be used; " + flaw)
                .orElse("it holds no answer for a web page"));
    }

    private RecordedPage page(URI url, WarcIndex.Entry entry) {
        return switch (entry.kind()) {
            case ANSWER -> new RecordedPage.Answered(() -> block(entry.at()));
            case REVISIT -> revisit(entry);
            case FAILURE -> failure(url, entry);
            case BROKEN -> broken(entry, index.flaw(entry.at()).orElse("it cannot be used"));
            case RESOURCE -> throw new IllegalStateException("a resource answers nothing: " + entry);
        };
    }

    private RecordedPage revisit(WarcIndex.Entry entry) {
        try (var record = open(entry.at())) {
            var head = record.head();
            boolean notModified = head.field("WARC-Profile")
                    .filter(profile -> profile.endsWith("/server-not-modified"))
                    .isPresent();
            return new RecordedPage.Same(
                    notModified,
                    head.isHttp() && head.length() > 0 ? Optional.of(() -> block(entry.at())) : Optional.empty(),
                    index.original(head).map(this::content));
        } catch (IOException e) {
            return broken(entry, String.valueOf(e.getMessage()));
        }
    }

    private Message content(WarcIndex.Entry original) {
        return original.kind() == WarcIndex.Kind.RESOURCE
                ? () -> open(original.at()).asAnswer()
                : () -> block(original.at());
    }

    private RecordedPage failure(URI url, WarcIndex.Entry entry) {
        try (var block = block(entry.at())) {
            return FailureNote.read(block.readNBytes(WarcBlock.KEPT))
                    .<RecordedPage>map(note -> new RecordedPage.Unanswered(note.result(url)))
                    .orElseGet(() -> broken(entry, "it was changed meanwhile"));
        } catch (IOException e) {
            return broken(entry, String.valueOf(e.getMessage()));
        }
    }

    private static RecordedPage broken(WarcIndex.Entry entry, String why) {
        return new RecordedPage.Unanswered(new FetchResult.Failed(
                FailureCause.PROTOCOL_ERROR, false, "record at %d of the archive: %s".formatted(entry.at(), why)));
    }

    private InputStream block(long at) throws IOException {
        return open(at).block();
    }

    private WarcPlace open(long at) throws IOException {
        return WarcPlace.open(file, gzip, at);
    }
}
