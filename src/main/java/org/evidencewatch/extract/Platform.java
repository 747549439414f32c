package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evidencewatch.extract.Traits.Place;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * The profile of one kind of help-centre or community software, as its file under {@code config/platforms/} states it.
 *
 * @param id the file's name without its ending
 * @param markers signs that a page is of the platform; two must speak
 * @param content where the main text stands, the best first
 * @param title where the title stands, the best first
 * @param noise what stands in the main text and is not of it
 * @param posts of a forum
 * @param endpoint that we can read in place of a page
 */
record Platform(
        String id,
        List<Marker> markers,
        Optional<Identity> identity,
        List<Container> content,
        List<Evaluator> title,
        Optional<Evaluator> noise,
        List<StateRule> states,
        Optional<PostRules> posts,
        Optional<Endpoint> endpoint) {

    static final String GENERIC = "generic";

    /** So many markers must speak: a page may hold any one by chance, a widget or a mention. */
    static final int CONVINCING = 2;

    /** What is known of a page whose software is not: nothing. */
    static final Platform UNKNOWN = new Platform(
            GENERIC,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    Platform {
        markers = List.copyOf(markers);
        content = List.copyOf(content);
        title = List.copyOf(title);
        states = List.copyOf(states);
    }

    /**
     * Where main text stands.
     *
     * @param all whether every such element counts, rather than the first with text
     */
    record Container(Evaluator element, boolean all) {}

    /** How many markers speak; dear ones are asked only for the vote that is wanting. */
    int votes(Traits traits) {
        int votes = 0;
        for (Marker marker : markers) {
            votes += !marker.dear() && marker.speaks(traits) ? 1 : 0;
        }
        for (Marker marker : markers) {
            if (votes > 0 && votes < CONVINCING && marker.dear()) {
                votes += marker.speaks(traits) ? 1 : 0;
            }
        }
        return votes;
    }

    /** Whether the profile says where the main text stands. */
    boolean guides() {
        return posts.isPresent() || !content.isEmpty();
    }

    /** The elements that hold the main text; empty where the page has none of those known. */
    List<Element> containers(Document document) {
        for (Container container : content) {
            var found = new ArrayList<Element>();
            for (Element element : document.body().select(container.element())) {
                boolean inside = !found.isEmpty() && element.parents().contains(found.getLast());
                if (!inside && element.hasText() && (container.all() || found.isEmpty())) {
                    found.add(element);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The title where the profile says it stands. */
    Optional<String> title(Document document) {
        return title.stream()
                .flatMap(selector -> document.body().select(selector).stream())
                .map(element -> Passages.collapse(element.text()))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** What the platform itself says of the page's state. */
    Optional<Finding> judge(Page page, PageView view) {
        return states.stream().flatMap(rule -> rule.judge(page, view).stream()).findFirst();
    }

    /** Whether a marker may look there. */
    static Optional<Place> place(String key) {
        for (Place place : Place.values()) {
            if (place.name().equalsIgnoreCase(key)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
