package org.evidencewatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads a stored page; a name that ends in {@code .gz} is unpacked. */
final class PageFile {

    /** Most octets of one page after unpacking; a longer one is cut, so that no archive can fill the memory. */
    private static final int LIMIT = 32 * 1024 * 1024;

    private PageFile() {}

    static byte[] read(Path file) throws IOException {
        try (InputStream stored = Files.newInputStream(file)) {
            boolean packed = file.getFileName().toString().endsWith(".gz");
            try (InputStream page = packed ? new GZIPInputStream(stored, 1 << 16) : stored) {
                return page.readNBytes(LIMIT);
            }
        }
    }
}
