package org.evidencewatch.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder as one archive. */
public final class ZipFolder {

    public static final String TYPE = "application/zip";

    private ZipFolder() {}

    /** Writes all files of the folder by name, without their times, so that the same files make the same bytes. */
    public static void write(Path folder, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (Path file : files(folder)) {
                var entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
