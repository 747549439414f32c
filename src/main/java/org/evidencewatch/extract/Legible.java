package org.evidencewatch.extract;

import java.util.function.Function;

/**
 * A page that can be read in more than one way.
 *
 * @param own the reading in the way that is best for it
 * @param otherwise its reading in a given way, made when it is asked for
 */
public record Legible(Reading own, Function<Way, Reading> otherwise) {

    /** A page whose bytes are at hand. */
    public static Legible of(Extractor extractor, Page page) {
        return new Legible(extractor.read(page), way -> extractor.read(page, way));
    }

    /** The reading in that way; a page that cannot be read so is read in its own. */
    public Reading in(Way way) {
        return own.way() == way ? own : otherwise.apply(way);
    }
}
