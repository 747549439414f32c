package org.evidencewatch.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evidencewatch.snapshot.ContentDigest;
import org.slf4j.LoggerFactory;

/**
 * The profiles of an installation: the {@code *.yaml} files of {@code config/platforms/}, which can be corrected without a
 * release. A file with an error is left out, and the others work. Immutable.
 */
public final class Platforms {

    private static final String ENDING = ".yaml";
    private static final int DIGITS = 8;

    private final List<Platform> profiles;
    private final List<PlatformError> errors;
    private final String digest;

    private Platforms(List<PlatformReader.Read> read, List<PlatformError> errors) {
        this.profiles = read.stream().map(PlatformReader.Read::platform).toList();
        this.errors = List.copyOf(errors);
        var all = new StringBuilder();
        read.forEach(one ->
                all.append(one.platform().id()).append('=').append(one.tree()).append('\n'));
        this.digest = ContentDigest.of(all.toString()).hex().substring(0, DIGITS);
    }

    /**
     * The profiles beside the program, where its launcher says it was installed, else in the working directory. What is
     * wrong with a file is logged.
     */
    public static Platforms installed() {
        var platforms = load(Path.of(System.getProperty("evidence.root", "."), "config", "platforms"));
        platforms.errors.forEach(error -> LoggerFactory.getLogger(Platforms.class)
                .error("this platform profile is left out: config/platforms/{}", error));
        return platforms;
    }

    /** The profiles of a directory. */
    public static Platforms load(Path directory) {
        var read = new ArrayList<PlatformReader.Read>();
        var errors = new ArrayList<PlatformError>();
        if (!Files.isDirectory(directory)) {
            errors.add(new PlatformError(directory.toString(), 1, "no such directory"));
            return new Platforms(read, errors);
        }
        for (Path file : files(directory)) {
            read(file, errors).ifPresent(read::add);
        }
        return new Platforms(read, errors);
    }

    /** What is wrong with the files that were left out. */
    public List<PlatformError> errors() {
        return errors;
    }

    /** The ids of the platforms whose profiles are in use, in order. */
    public List<String> ids() {
        return profiles.stream().map(Platform::id).toList();
    }

    /** Eight hexadecimal digits that differ where any profile does, comments and layout aside. */
    String digest() {
        return digest;
    }

    /** The platform for which the most markers speak, two at least; else {@code generic}. */
    Platform recognise(Page page, PageView view) {
        var traits = new Traits(page, view);
        Platform best = generic();
        int most = Platform.CONVINCING - 1;
        for (Platform platform : profiles) {
            int votes = platform.votes(traits);
            if (votes > most) {
                best = platform;
                most = votes;
            }
        }
        return best;
    }

    /** The endpoint of a platform; empty where it has none that we can read, or is no platform. */
    Optional<Endpoint> endpoint(String id) {
        return profile(id).flatMap(Platform::endpoint);
    }

    /** What tells pages of a platform from each other. */
    Optional<Identity> identity(String id) {
        return profile(id).flatMap(Platform::identity);
    }

    private Optional<Platform> profile(String id) {
        return profiles.stream().filter(platform -> platform.id().equals(id)).findFirst();
    }

    /** The platform whose endpoint answered in the requested page's place. */
    Optional<Platform> answering(Page page) {
        return profiles.stream().filter(platform -> answers(platform, page)).findFirst();
    }

    /** Some software sends from the plain address of an endpoint to one with a slug. */
    private static boolean answers(Platform platform, Page page) {
        Optional<URI> asked =
                platform.endpoint().flatMap(endpoint -> page.requestedUrl().flatMap(endpoint::of));
        if (asked.isEmpty() || page.effectiveUrl().isEmpty()) {
            return false;
        }
        URI from = page.effectiveUrl().get();
        Optional<String> id = platform.identity().flatMap(identity -> identity.id(from));
        return from.equals(asked.get())
                || (Objects.equals(from.getRawAuthority(), asked.get().getRawAuthority())
                        && id.isPresent()
                        && id.equals(
                                page.requestedUrl().flatMap(platform.identity().get()::id)));
    }

    private Platform generic() {
        return profiles.stream()
                .filter(platform -> platform.id().equals(Platform.GENERIC))
                .findFirst()
                .orElse(Platform.UNKNOWN);
    }

    private static Optional<PlatformReader.Read> read(Path path, List<PlatformError> errors) {
        String file = String.valueOf(path.getFileName());
        try {
            return PlatformReader.read(file, Files.readString(path), errors);
        } catch (MalformedInputException e) {
            errors.add(new PlatformError(file, 1, "not UTF-8"));
        } catch (IOException e) {
            errors.add(new PlatformError(file, 1, "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private static List<Path> files(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
