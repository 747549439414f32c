package org.evidencewatch.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one export, written beside their place and moved there when all of them are whole. Its digest is over the
 * names and contents of all files.
 */
final class ExportFolder implements AutoCloseable {

    private final Place place;
    private final Path draft;
    private final Map<String, String> digests = new TreeMap<>();

    /** Begins an export in a new directory beside the place. */
    ExportFolder(Place place) throws IOException {
        this.place = place;
        this.draft = place.newSibling("draft");
        Files.createDirectory(draft);
    }

    /**
     * Opens a file of the export; the caller closes it.
     *
     * @param name with slashes
     */
    OutputStream open(String name) {
        try {
            Path file = draft.resolve(name);
            Files.createDirectories(file.getParent());
            var digest = sha256();
            var out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), 1 << 16);
            return new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    digests.putIfAbsent(name, HexFormat.of().formatHex(digest.digest()));
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a text as a whole file. */
    void write(String name, String text) {
        try (var out = open(name)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many files are whole. */
    int files() {
        return digests.size();
    }

    /** SHA-256 over one line for each file, by name: its own SHA-256 and its name. */
    String digest() {
        var digest = sha256();
        digests.forEach((name, own) -> digest.update((own + "  " + name + "\n").getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Puts it in its place, where what was there disappears. */
    void publish() throws IOException {
        place.replace(draft);
    }

    /** Takes away what was not published. */
    @Override
    public void close() throws IOException {
        Place.delete(draft);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
