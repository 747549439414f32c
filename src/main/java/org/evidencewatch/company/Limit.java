package org.evidencewatch.company;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long each field of a record may be, in characters, and what no text may hold. */
enum Limit {
    SLUG(100),
    NAME(200),
    CATEGORY(200),
    COUNTRY(100),
    GRADE(10),
    TIER(200),
    RUBRIC(100),
    SCOPE(1_000),
    SUMMARY(20_000),
    STATEMENT(10_000),
    TITLE(500),
    URL(2_048),
    QUOTE(2_000),
    CONTACT(300);

    static final int CLAIMS = 60;
    static final int CITATIONS = 200;

    /**
     * What PostgreSQL refuses (NUL), what is not text (controls, lone surrogates), and the marks that turn the reading
     * direction, by which a title can show a reviewer something else than it says.
     */
    static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\n\\r]]");

    private final int characters;

    Limit(int characters) {
        this.characters = characters;
    }

    /** What is wrong with this value for people to read, or nothing. */
    Optional<String> flaw(String value) {
        var bad = NO_TEXT.matcher(value);
        if (bad.find()) {
            return Optional.of(
                    "the %s holds the control character U+%04X".formatted(word(), value.codePointAt(bad.start())));
        }
        return value.length() <= characters
                ? Optional.empty()
                : Optional.of("the %s is %d characters long; at most %d".formatted(word(), value.length(), characters));
    }

    /** The value itself, or an exception that names it: for the constructors of records. */
    String require(String value) {
        flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw);
        });
        return value;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
