package org.evidencewatch.company;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A company's name in URLs and on the command line: lower-case letters and digits of ASCII, joined by hyphens. */
public final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    /** Whether the text is a slug as it stands. */
    public static boolean isOne(String text) {
        return text.length() <= 100 && FORM.matcher(text).matches();
    }

    /** The slug made of a name, accents dropped; empty when the name holds no letter or digit of ASCII. */
    static Optional<String> of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return Optional.of(plain).filter(Slug::isOne);
    }
}
