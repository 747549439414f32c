package org.evidencewatch.cli.bench;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.evidencewatch.cli.bench.FloorTables.Broken;
import org.evidencewatch.cli.bench.FloorTables.Fresh;
import org.evidencewatch.cli.bench.FloorTables.Held;
import org.evidencewatch.cli.bench.FloorTables.Row;
import org.evidencewatch.cli.bench.FloorTables.Seen;
import org.evidencewatch.extract.BareText;
import org.evidencewatch.fetch.BareClient;
import org.evidencewatch.fetch.BareClient.Answer;
import org.evidencewatch.snapshot.ContentDigest;

/**
 * The least that a night can cost a Java program: 32 threads ask, one stores, 100 pages a transaction. A page that is new
 * is unpacked, digested, parsed, reduced to its text, and stored with its text, both packed; of one that is not, only
 * that is noted. It judges nothing and obeys nobody: it is there to be measured.
 */
public final class Floor {

    private static final int THREADS = 32;
    private static final int PER_TRANSACTION = 100;
    private static final int WAITING_ROWS = 200;
    private static final int LEVEL = 3;

    private final List<URI> urls;
    private final Map<URI, Held> held;
    private final BareClient client;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Row> rows = new ArrayBlockingQueue<>(WAITING_ROWS);

    private Floor(List<URI> urls, Map<URI, Held> held, BareClient client) {
        this.urls = urls;
        this.held = held;
        this.client = client;
    }

    /**
     * What came of a night, in the words that the refresh reports it in.
     *
     * @param sources pages that were asked for
     * @param fetched answered 200
     * @param notModified answered 304
     */
    public record Counts(int sources, int fetched, int notModified) {}

    /** Asks once for each page, and stores what comes of it. */
    public static Counts run(List<URI> urls, FloorTables tables) throws SQLException, InterruptedException {
        try (var client = new BareClient(THREADS);
                var threads = Executors.newFixedThreadPool(THREADS)) {
            var floor = new Floor(urls, tables.held(), client);
            try {
                for (int i = 0; i < Math.min(THREADS, urls.size()); i++) {
                    threads.execute(floor::ask);
                }
                return floor.store(tables);
            } finally {
                // Whoever asks may wait for room that nobody makes any more.
                threads.shutdownNow();
            }
        }
    }

    private Counts store(FloorTables tables) throws SQLException, InterruptedException {
        int notModified = 0;
        var batch = new ArrayList<Row>();
        for (int taken = 1; taken <= urls.size(); taken++) {
            Row row = rows.take();
            batch.add(row);
            notModified += row instanceof Seen seen && seen.status() == 304 ? 1 : 0;
            if (batch.size() == PER_TRANSACTION || taken == urls.size()) {
                tables.add(batch);
                batch.clear();
            }
        }
        return new Counts(urls.size(), urls.size() - notModified, notModified);
    }

    private void ask() {
        try {
            for (int i = next.getAndIncrement(); i < urls.size(); i = next.getAndIncrement()) {
                rows.put(row(urls.get(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Row row(URI url) {
        try {
            var known = Optional.ofNullable(held.get(url));
            Answer answer = client.get(url, known.flatMap(Held::validators));
            return switch (answer.status()) {
                case 304 -> new Seen(url, answer.status());
                case 200 -> read(url, answer, known);
                default -> new Broken(url, new IOException("status " + answer.status()));
            };
        } catch (IOException | RuntimeException e) {
            return new Broken(url, e);
        }
    }

    private static Row read(URI url, Answer answer, Optional<Held> known) throws IOException {
        byte[] body = answer.gzip() ? unpacked(answer.body()) : answer.body();
        var digest = ContentDigest.of(body);
        if (known.filter(page -> page.digest().equals(digest)).isPresent()) {
            return new Seen(url, answer.status());
        }
        byte[] text = BareText.of(body, url).getBytes(StandardCharsets.UTF_8);
        return new Fresh(url, digest, answer.validators(), Zstd.compress(body, LEVEL), Zstd.compress(text, LEVEL));
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 14)) {
            return gzip.readAllBytes();
        }
    }
}
