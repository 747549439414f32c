package org.evidencewatch.extract;

import java.util.regex.Pattern;
import org.evidencewatch.extract.Traits.Place;
import org.jsoup.select.Evaluator;

/** One sign that a page is of a platform. Each looks in one place only, so that a page that merely writes of it has none. */
sealed interface Marker {

    boolean speaks(Traits traits);

    /** Whether it costs much to look for: such a marker is asked only when a cheap one has spoken. */
    boolean dear();

    /** Words in a place. */
    record Words(Place place, Pattern pattern) implements Marker {

        @Override
        public boolean speaks(Traits traits) {
            return pattern.matcher(traits.text(place)).find();
        }

        @Override
        public boolean dear() {
            return place == Place.INLINE;
        }
    }

    /** An id or class. */
    record Name(String name) implements Marker {

        @Override
        public boolean speaks(Traits traits) {
            return traits.named(name);
        }

        @Override
        public boolean dear() {
            return false;
        }
    }

    /** An element. */
    record Shown(Evaluator element) implements Marker {

        @Override
        public boolean speaks(Traits traits) {
            return traits.shows(element);
        }

        @Override
        public boolean dear() {
            return true;
        }
    }
}
