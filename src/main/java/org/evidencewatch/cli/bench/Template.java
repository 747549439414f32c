package org.evidencewatch.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A page with places to fill, written {@code [[name]]}.
 *
 * @param pieces text and names in turn, text first
 */
record Template(List<String> pieces) {

    private static final Pattern BRACES = Pattern.compile("\\[\\[|]]");

    Template {
        pieces = List.copyOf(pieces);
    }

    static Template of(Platform platform) {
        String file = platform.file() + ".html";
        try (var in = Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Template(BRACES.splitAsStream(text).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + file, e);
        }
    }

    /** The page with these texts in its places. */
    String filled(Map<String, String> places) {
        var page = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            page.append(i % 2 == 0 ? piece : Objects.requireNonNull(places.get(piece), piece));
        }
        return page.toString();
    }
}
