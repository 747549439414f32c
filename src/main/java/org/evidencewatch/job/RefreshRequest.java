package org.evidencewatch.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one run is asked to do.
 *
 * @param company only the sources of this company
 * @param all also the sources attempted lately
 * @param replay a folder of recorded responses, or an archive, in place of the web
 * @param asOf the time the run pretends to have; only with {@code replay}
 */
public record RefreshRequest(Optional<String> company, boolean all, Optional<Path> replay, Optional<Instant> asOf) {

    /** Every source that is due, on the live web. */
    public static final RefreshRequest NIGHTLY =
            new RefreshRequest(Optional.empty(), false, Optional.empty(), Optional.empty());

    public RefreshRequest {
        if (asOf.isPresent() && replay.isEmpty()) {
            throw new IllegalArgumentException("a time other than now needs a replay: the live web answers as of now");
        }
    }

    /** A replay of a recorded night. */
    public static RefreshRequest replayOf(Path night, Instant asOf) {
        return new RefreshRequest(Optional.empty(), false, Optional.of(night), Optional.of(asOf));
    }

    /** What makes two requests the same run. */
    Map<String, String> identity() {
        var identity = new LinkedHashMap<String, String>();
        company.ifPresent(c -> identity.put("company", c));
        if (all) {
            identity.put("all", "true");
        }
        replay.ifPresent(
                r -> identity.put("replay", r.toAbsolutePath().normalize().toString()));
        asOf.ifPresent(t -> identity.put("asOf", t.toString()));
        return identity;
    }

    /** The request with that identity. */
    static RefreshRequest of(Map<String, String> identity) {
        return new RefreshRequest(
                Optional.ofNullable(identity.get("company")),
                Boolean.parseBoolean(identity.get("all")),
                Optional.ofNullable(identity.get("replay")).map(Path::of),
                Optional.ofNullable(identity.get("asOf")).map(Instant::parse));
    }
}
