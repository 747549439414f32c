package org.evidencewatch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.evidencewatch.fetch.FetchRequest;
import org.evidencewatch.fetch.FetchResult;
import org.evidencewatch.fetch.FetchResult.Failed;
import org.evidencewatch.fetch.FetchResult.Received;
import org.evidencewatch.fetch.FetchSettings;
import org.evidencewatch.fetch.Fetchers;
import org.evidencewatch.fetch.Validators;
import org.evidencewatch.snapshot.WarcArchive.Unusable;
import org.evidencewatch.snapshot.WarcArchive.Usable;

/** An archive that is asked for pages as a replay asks. */
final class Replayed implements AutoCloseable {

    static final Instant END = Instant.parse("2026-12-31T00:00:00Z");

    private final WarcArchive archive;

    private Replayed(WarcArchive archive) {
        this.archive = archive;
    }

    static Replayed open(Path file) {
        try {
            var opening = WarcArchive.open(file);
            assertThat(opening).isInstanceOf(Usable.class);
            return new Replayed(((Usable) opening).archive());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a file cannot be read. */
    static String objection(Path file) throws IOException {
        var opening = WarcArchive.open(file);
        assertThat(opening).isInstanceOf(Unusable.class);
        return ((Unusable) opening).because();
    }

    WarcArchive archive() {
        return archive;
    }

    FetchResult fetch(String url) {
        return fetch(url, END, Optional.empty());
    }

    FetchResult fetch(String url, Instant asOf, Optional<Validators> held) {
        var clock = Clock.fixed(asOf, ZoneOffset.UTC);
        try (var fetcher = Fetchers.replay(archive.asOf(asOf), FetchSettings.DEFAULTS, clock)) {
            return fetcher.fetch(new FetchRequest(URI.create(url), held));
        }
    }

    /** The content of a page that was answered. */
    String body(String url) {
        var result = fetch(url);
        assertThat(result).isInstanceOf(Received.class);
        return new String(((Received) result).body(), StandardCharsets.UTF_8);
    }

    String body(String url, String asOf) {
        return new String(
                ((Received) fetch(url, Instant.parse(asOf), Optional.empty())).body(), StandardCharsets.UTF_8);
    }

    /** How a page failed. */
    Failed failure(String url) {
        var result = fetch(url);
        assertThat(result).isInstanceOf(Failed.class);
        return (Failed) result;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
