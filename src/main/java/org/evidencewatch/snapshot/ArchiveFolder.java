package org.evidencewatch.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The directory that an archive is for. Takes only what is empty or an earlier archive with nothing else in it. Files are
 * written beside their names and put in place when all of them are whole and on the disk.
 */
final class ArchiveFolder {

    private static final Pattern OURS = Pattern.compile("evidence-\\d{5}\\.warc\\.gz");
    private static final Pattern UNFINISHED = Pattern.compile("\\.evidence-\\d{5}\\.warc\\.gz\\.[0-9a-f-]{36}\\.part");

    private final Path directory;
    private final Map<Path, Path> unfinished = new LinkedHashMap<>();

    ArchiveFolder(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** Why nothing may be written there. */
    Optional<String> objection() throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(directory)) {
            return Optional.of("%s is no directory".formatted(directory));
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> !isOurs(file, OURS) && !isOurs(file, UNFINISHED))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .findFirst()
                    .map(name -> "%s holds %s, which is no part of an archive of ours. Name another directory."
                            .formatted(directory, name));
        }
    }

    /** Makes the directory, and removes what an export that was killed left behind. */
    void open() throws IOException {
        Files.createDirectories(directory);
        for (Path file : listed(UNFINISHED)) {
            Files.deleteIfExists(file);
        }
    }

    /** The name of the n-th file. */
    static String name(int n) {
        return "evidence-%05d.warc.gz".formatted(n);
    }

    /** Where the octets of a file go until all files are whole. */
    Path draft(String name) {
        Path draft = directory.resolve(".%s.%s.part".formatted(name, UUID.randomUUID()));
        unfinished.put(draft, directory.resolve(name));
        return draft;
    }

    /** Puts the files in their places, each at once, and removes those of an earlier archive that had more. */
    void publish() throws IOException {
        var before = listed(OURS);
        before.removeAll(unfinished.values());
        for (var file : unfinished.entrySet()) {
            Files.move(file.getKey(), file.getValue(), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path surplus : before) {
            Files.delete(surplus);
        }
        try (var entries = FileChannel.open(directory)) {
            entries.force(true);
        }
    }

    /** Removes the drafts of an export that came to nothing. */
    void discard() throws IOException {
        for (Path draft : unfinished.keySet()) {
            Files.deleteIfExists(draft);
        }
    }

    private List<Path> listed(Pattern pattern) throws IOException {
        try (var files = Files.list(directory)) {
            return new ArrayList<>(
                    files.filter(file -> isOurs(file, pattern)).sorted().toList());
        }
    }

    private static boolean isOurs(Path file, Pattern pattern) {
        return pattern.matcher(String.valueOf(file.getFileName())).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
