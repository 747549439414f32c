package org.evidencewatch.extract;

import java.nio.file.Path;

/** Extractors as other releases had them. */
public final class OtherRelease {

    private OtherRelease() {}

    /** One that knows no platform, so that it reads each page by its structure. */
    public static Extractor withoutProfiles() {
        return new Extractor(Platforms.load(Path.of("no-profiles-here")), "without-profiles");
    }

    /** One that reads every page as today's does, under another name. */
    public static Extractor thatReadsAlike() {
        return new Extractor(Platforms.installed(), "alike");
    }
}
