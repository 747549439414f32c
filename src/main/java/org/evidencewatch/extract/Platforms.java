package org.evidencewatch.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The platforms whose pages are known, in the order in which they are looked for. Immutable. */
public final class Platforms {

    private final List<Platform> profiles;

    Platforms(List<Platform> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** The profiles that come with the program. */
    public static Platforms installed() {
        return new Platforms(Platform.KNOWN);
    }

    /** The platform for which at least two markers speak. */
    Optional<Platform> recognise(String html, Optional<URI> url) {
        String path = url.map(URI::getPath).orElse("");
        return profiles.stream().filter(platform -> platform.speaks(html, path)).findFirst();
    }
}
