package org.evidencewatch.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine: an archive on the class path, unpacked once. */
record Binaries(String version, URL archive) {

    private static final Pattern VERSION_OF_JAR = Pattern.compile("-([0-9][0-9.]*)\\.jar!");
    private static final int OWNER_MAY_EXECUTE = 0100;

    /** The programs for the platform that we run on. */
    static Binaries ofThisPlatform() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Binaries of(String osName, String osArch) {
        String resource = "postgres-" + system(osName) + "-" + processor(osArch) + ".txz";
        URL archive = Binaries.class.getResource("/" + resource);
        if (archive == null) {
            throw new PostgresUnavailable("No PostgreSQL is bundled for " + osName + " on " + osArch + " (" + resource
                    + " is not on the class path). Set EVIDENCE_DATABASE_URL to a PostgreSQL server instead,"
                    + " e.g. jdbc:postgresql://localhost/evidence");
        }
        return new Binaries(version(archive), archive);
    }

    /** Unpacks into {@code parent/<version>} unless that is there already; a half-unpacked directory never is. */
    Path unpackedIn(Path parent) {
        Path home = parent.resolve(version);
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        Path unfinished = parent.resolve(version + ".unpacking");
        try {
            Tree.delete(home);
            Tree.delete(unfinished);
            unpack(unfinished);
            openDirectories(unfinished);
            return Files.move(unfinished, home, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresUnavailable(
                    "Cannot unpack PostgreSQL into " + home + ": " + e
                            + ". It takes about 100 MB of a disk that we may write to; EVIDENCE_HOME names the place.",
                    e);
        }
    }

    private void unpack(Path directory) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, directory);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("the archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** PostgreSQL may run as another user than ours, whatever our umask is. */
    private static void openDirectories(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path directory : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static String version(URL archive) {
        Matcher jar = VERSION_OF_JAR.matcher(archive.toString());
        return Optional.of(jar).filter(Matcher::find).map(m -> m.group(1)).orElse("bundled");
    }

    private static String system(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
    }

    private static String processor(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
    }
}
