package org.evidencewatch.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads which scores have which grade: each score one, and each grade once. */
final class BandReader {

    private final RubricProblems problems;
    private final Map<Band, JsonNode> nodes = new HashMap<>();

    BandReader(RubricProblems problems) {
        this.problems = problems;
    }

    /** The best first. */
    List<Band> read(JsonNode listed) {
        var bands = new ArrayList<Band>();
        var grades = new HashSet<String>();
        for (JsonNode node : listed) {
            String grade = node.path("grade").asString();
            int from = node.path("from").intValue();
            int to = node.path("to").intValue();
            if (!grades.add(grade)) {
                problems.refuse(node, "grade " + grade + " has two bands");
            } else if (from > to) {
                problems.refuse(node, "grade %s begins at %d and ends at %d".formatted(grade, from, to));
            } else {
                var band = new Band(grade, from, to);
                nodes.put(band, node);
                bands.add(band);
            }
        }
        bands.sort(Comparator.comparingInt(Band::from).reversed());
        if (bands.size() == listed.size()) {
            checkThatEachScoreHasOne(listed, bands);
        }
        return bands;
    }

    private void checkThatEachScoreHasOne(JsonNode listed, List<Band> bands) {
        int next = Rubric.BEST;
        String above = "";
        for (Band band : bands) {
            if (band.to() > next) {
                problems.refuse(
                        place(band), "the bands of %s and %s overlap at %d".formatted(above, band.grade(), band.to()));
            } else if (band.to() < next) {
                problems.refuse(place(band), missing(band.to() + 1, next));
            }
            next = band.from() - 1;
            above = band.grade();
        }
        if (next >= 0) {
            problems.refuse(listed, missing(0, next));
        }
    }

    private static String missing(int from, int to) {
        return "no grade for " + (from == to ? String.valueOf(from) : from + " to " + to);
    }

    private JsonNode place(Band band) {
        return nodes.getOrDefault(band, nodes.values().iterator().next());
    }
}
