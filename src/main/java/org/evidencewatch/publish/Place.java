package org.evidencewatch.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.evidencewatch.company.DataSetJson;

/**
 * The directory that an export is for. Takes only what is empty or an earlier export with nothing else in it: whatever else
 * lies there is somebody's, and would be lost.
 */
final class Place {

    /** All that an export has ever written. */
    private static final Pattern OURS = Pattern.compile("(?:index|corrections|how-we-score|data)\\.html|style\\.css"
            + "|(?:dataset|corrections|rescore)\\.json|(?:open-data|rescore)\\.schema\\.json|corrections\\.atom"
            + "|(?:records|claims|citations|corrections)\\.csv|c|c/[a-z0-9-]+\\.html");

    private static final String MARKER = "dataset.json";
    private static final int TELLING = 200;
    private static final String ASIDE = "before";

    private final Path directory;

    private Place(Path directory) {
        this.directory = directory;
    }

    /** The place; of a link, where it leads. */
    static Place of(Path out) throws IOException {
        Path there = Files.isSymbolicLink(out) && Files.exists(out)
                ? out.toRealPath()
                : out.toAbsolutePath().normalize();
        Files.createDirectories(parent(there));
        var place = new Place(there);
        place.recover();
        return place;
    }

    Path directory() {
        return directory;
    }

    /** Why nothing may be written there. */
    Optional<String> objection() throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(directory)) {
            return Optional.of("%s is no directory".formatted(directory));
        }
        try (var files = Files.walk(directory)) {
            var foreign = files.filter(file -> !file.equals(directory))
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !OURS.matcher(name).matches())
                    .sorted()
                    .findFirst();
            if (foreign.isPresent()) {
                return Optional.of("%s holds %s, which no export wrote; it would be lost. Name another directory."
                        .formatted(directory, foreign.get()));
            }
        }
        return isEmpty() || isExport()
                ? Optional.empty()
                : Optional.of(
                        "%s is not empty, and no earlier export: its %s is none of ours".formatted(directory, MARKER));
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private boolean isExport() throws IOException {
        Path marker = directory.resolve(MARKER);
        if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var in = Files.newInputStream(marker)) {
            String start = new String(in.readNBytes(TELLING), java.nio.charset.StandardCharsets.UTF_8);
            return start.contains("\"" + DataSetJson.SCHEMA + "\"");
        }
    }

    /** A new name beside it, which no server of the directory shows. */
    Path newSibling(String what) {
        return sibling(what + "-" + UUID.randomUUID());
    }

    /**
     * Puts a directory in its place. For the moment between two renames nothing is there; a reader sees the old one whole,
     * nothing, or the new one whole.
     */
    void replace(Path whole) throws IOException {
        Path aside = sibling(ASIDE);
        boolean earlier = Files.exists(directory);
        if (earlier) {
            Files.move(directory, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(whole, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (earlier) {
                Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        delete(aside);
    }

    /** A process that was killed between the two renames left the earlier export aside. */
    private void recover() throws IOException {
        Path aside = sibling(ASIDE);
        if (Files.isDirectory(aside, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(directory)) {
                delete(aside);
            } else {
                Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private Path sibling(String what) {
        return parent(directory).resolve("." + directory.getFileName() + ".export-" + what);
    }

    private static Path parent(Path directory) {
        return Optional.ofNullable(directory.getParent())
                .orElseThrow(() -> new IllegalArgumentException(directory + " has no directory around it"));
    }

    /** Deletes a directory and what is in it; nothing where it is not there. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
