package org.evidencewatch.cli.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which nights are measured. */
public enum Mode {
    /** A night after the other: new, answered 304, equal bodies, all sorts. */
    ALL(Duration.ZERO),
    /** The site has no validators. */
    PLAIN(Duration.ZERO),
    /** The site has them. */
    VALIDATORS(Duration.ZERO),
    /** The same site, far away. */
    SLOW(Duration.ofMillis(200)),
    /** All sorts from the first night on. */
    MIXED(Duration.ZERO);

    private static final Night EQUAL =
            new Night("equal-bodies", "nothing changed, no validators: 200 with equal bytes", Serving.PLAIN, true);
    private static final Night NOT_MODIFIED =
            new Night("not-modified", "nothing changed, the site answers 304", Serving.VALIDATORS, true);
    private static final Night ALL_SORTS = new Night(
            "mixed", "60 % with validators, 20 % with noise in their bytes, 5 % really changed", Serving.MIXED, true);

    private final Duration latency;

    Mode(Duration latency) {
        this.latency = latency;
    }

    /** The mode of that name. */
    public static Optional<Mode> named(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** Its name as people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the site takes to answer, unless somebody says otherwise. */
    public Duration latency() {
        return latency;
    }

    /** Its nights. */
    public List<Night> nights() {
        return switch (this) {
            case ALL -> List.of(first(Serving.VALIDATORS), NOT_MODIFIED, EQUAL, ALL_SORTS);
            case PLAIN -> List.of(first(Serving.PLAIN), EQUAL);
            case VALIDATORS, SLOW -> List.of(first(Serving.VALIDATORS), NOT_MODIFIED);
            case MIXED -> List.of(first(Serving.MIXED), ALL_SORTS);
        };
    }

    private static Night first(Serving serving) {
        return new Night("first", "every page is new", serving, false);
    }
}
