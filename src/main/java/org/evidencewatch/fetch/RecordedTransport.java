package org.evidencewatch.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Answers out of a recorded night instead of the network.
 *
 * <p>{@code <night>/<host>/<path>.http} holds the answer for a path, {@code <path>.again.http} the second one, used for
 * confirmations when it exists. A path that ends in {@code /} is {@code index} in that folder. A query is part of the
 * name: {@code @} and the query, its {@code /} written {@code %2F}. Scheme and port are not part of the name. Path and
 * query are as in the canonical URL, percent-encoding included. What the files hold, {@link Recording} says.
 *
 * <p>A request whose validators match the recording is answered 304, as an origin would. A robots.txt that was not
 * recorded is a 404; any other page {@code NOT_RECORDED}.
 */
final class RecordedTransport implements Transport {

    private final Path night;
    private final boolean second;

    RecordedTransport(Path night, boolean second) {
        this.night = night.toAbsolutePath().normalize();
        this.second = second;
    }

    @Override
    public Exchange exchange(Ask ask) {
        Target target = ask.target();
        Optional<Path> file =
                second ? file(target, ".again.http").or(() -> file(target, ".http")) : file(target, ".http");
        if (file.isPresent()) {
            return conditional(ask, Recording.parse(read(file.get())).exchange(ask.limit()));
        }
        return notRecorded(target, "no recording of " + target.uri());
    }

    /** What was not recorded: of robots.txt, that there is none. */
    static Exchange notRecorded(Target target, String detail) {
        return target.uri().getRawPath().equals("/robots.txt")
                ? new Exchange.Answer(404, Map.of(), new byte[0], Optional.empty(), 0)
                : new Exchange.Failed(FailureCause.NOT_RECORDED, false, detail);
    }

    @Override
    public Optional<InetAddress> whereabouts(Target target) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // No file stays open between requests.
    }

    /** The recording, where there is one inside the host's own folder. */
    private Optional<Path> file(Target target, String suffix) {
        Path folder = night.resolve(target.host());
        String path = target.uri().getRawPath().substring(1);
        String query = target.uri().getRawQuery();
        String name = (path.isEmpty() || path.endsWith("/") ? path + "index" : path)
                + (query == null ? "" : "@" + query.replace("/", "%2F"))
                + suffix;
        try {
            Path file = folder.resolve(name).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + file, e);
        }
    }

    /** A recorded answer, or 304 where the validators of the request are its own. */
    static Exchange conditional(Ask ask, Exchange recorded) {
        return recorded instanceof Exchange.Answer answer
                        && answer.status() == 200
                        && ask.validators()
                                .filter(held -> matches(held, answer))
                                .isPresent()
                ? new Exchange.Answer(304, answer.headers(), new byte[0], Optional.empty(), 0)
                : recorded;
    }

    /** With an ETag held, the date does not count (RFC 9110, section 13.2.2). */
    private static boolean matches(Validators held, Exchange.Answer answer) {
        return held.etag().isPresent()
                ? held.etag()
                        .map(RecordedTransport::opaque)
                        .equals(answer.header("etag").map(RecordedTransport::opaque))
                : held.lastModified().equals(answer.header("last-modified"));
    }

    /** Weak comparison (RFC 9110, section 8.8.3.2). */
    private static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}
