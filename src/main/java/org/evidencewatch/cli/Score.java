package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How right verdicts are beside the labels of the lines they answer. A change is found where it is said, and in a history
 * also at one of the two next observations of its source; said of noise, of a known variant or of a failed read it is a
 * false alarm. Lines without a label, or with one that is neither right nor wrong, are not counted.
 */
final class Score {

    private static final int LATE = 2;
    private static final int SHOWN = 40;

    /** What a line is, whatever its file calls it. */
    enum Truth {
        CHANGE,
        NOISE,
        VARIANT,
        DEGRADED
    }

    private static final List<String> FIELDS = List.of("strict_label", "expect", "label");
    private static final Map<String, Truth> LABELS = Map.of(
            "TEXT_CHANGED", Truth.CHANGE,
            "ALARM", Truth.CHANGE,
            "NOISE", Truth.NOISE,
            "QUIET", Truth.NOISE,
            "VARIANT", Truth.VARIANT,
            "FETCH_DEGRADED", Truth.DEGRADED,
            "DEGRADED", Truth.DEGRADED);

    private record Entry(String id, Optional<Truth> truth, Assessment.Word said) {}

    private final Map<String, List<Entry>> sources = new LinkedHashMap<>();
    private final Map<Truth, Map<Assessment.Word, Integer>> counts = new EnumMap<>(Truth.class);
    private final List<String> wrong = new ArrayList<>();
    private int late;
    private int missed;
    private int excused;

    void add(StoredLine line, Assessment assessment) {
        String source = line.text("source");
        sources.computeIfAbsent(source.isEmpty() ? assessment.id() : source, s -> new ArrayList<>())
                .add(new Entry(assessment.id(), truth(line), assessment.verdict()));
    }

    private static Optional<Truth> truth(StoredLine line) {
        return FIELDS.stream()
                .map(line::text)
                .filter(label -> !label.isEmpty())
                .findFirst()
                .flatMap(label -> Optional.ofNullable(LABELS.get(label)));
    }

    /** The figures by name; shares are 0 to 1, and absent where nothing was there to be shared. */
    Map<String, Object> figures() {
        count();
        int changes = all(Truth.CHANGE);
        int found = changes - missed;
        int noise = of(Truth.NOISE, Assessment.Word.CHANGED) - excused;
        int unwanted = noise + of(Truth.VARIANT, Assessment.Word.CHANGED) + of(Truth.DEGRADED, Assessment.Word.CHANGED);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("changes", changes);
        figures.put("found", found);
        figures.put("late", late);
        share(figures, "recall", found, changes);
        share(figures, "precision", found, found + unwanted);
        figures.put("noise", all(Truth.NOISE));
        figures.put("falseAlarms", noise);
        share(figures, "falseAlarmsPer1000", 1000 * noise, all(Truth.NOISE));
        figures.put("variants", all(Truth.VARIANT));
        figures.put("variantsAlarmed", of(Truth.VARIANT, Assessment.Word.CHANGED));
        figures.put("failedReads", all(Truth.DEGRADED));
        figures.put("failedReadsRecognised", of(Truth.DEGRADED, Assessment.Word.DEGRADED));
        figures.put("failedReadsAlarmed", of(Truth.DEGRADED, Assessment.Word.CHANGED));
        figures.put(
                "goodCalledDegraded",
                of(Truth.CHANGE, Assessment.Word.DEGRADED) + of(Truth.NOISE, Assessment.Word.DEGRADED));
        figures.put("wrong", List.copyOf(wrong));
        return figures;
    }

    void print(PrintWriter out) {
        figures().forEach((name, value) -> {
            switch (value) {
                case Double share -> out.printf(Locale.ROOT, "%-22s %8.3f%n", name, share);
                case List<?> ids -> ids.stream().limit(SHOWN).forEach(id -> out.println("  " + id));
                default -> out.printf("%-22s %8s%n", name, value);
            }
        });
        out.flush();
    }

    private void count() {
        counts.clear();
        wrong.clear();
        late = missed = excused = 0;
        sources.values().forEach(this::count);
    }

    private void count(List<Entry> entries) {
        var credited = new ArrayList<Entry>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            entry.truth()
                    .ifPresent(truth -> counts.computeIfAbsent(truth, t -> new EnumMap<>(Assessment.Word.class))
                            .merge(entry.said(), 1, Integer::sum));
            if (entry.truth().equals(Optional.of(Truth.CHANGE)) && entry.said() != Assessment.Word.CHANGED) {
                Optional<Entry> caught = lateCatch(entries, i);
                caught.ifPresent(credited::add);
                late += caught.isPresent() ? 1 : 0;
                missed += caught.isPresent() ? 0 : 1;
                wrong.add(entry.id() + (caught.isPresent() ? " found late" : " missed: " + entry.said()));
            } else if (credited.contains(entry)) {
                excused += entry.truth().equals(Optional.of(Truth.NOISE)) ? 1 : 0;
            } else if (mistaken(entry)) {
                wrong.add(entry.id() + " " + entry.truth().orElseThrow() + " called " + entry.said());
            }
        }
    }

    private static Optional<Entry> lateCatch(List<Entry> entries, int at) {
        for (int i = at + 1; i <= at + LATE && i < entries.size(); i++) {
            Entry next = entries.get(i);
            if (next.truth().equals(Optional.of(Truth.CHANGE))) {
                return Optional.empty();
            }
            if (next.said() == Assessment.Word.CHANGED) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private static boolean mistaken(Entry entry) {
        Assessment.Word said = entry.said();
        return entry.truth()
                .map(truth -> switch (truth) {
                    case CHANGE -> false;
                    case NOISE -> said == Assessment.Word.CHANGED || said == Assessment.Word.DEGRADED;
                    case VARIANT -> said == Assessment.Word.CHANGED;
                    case DEGRADED -> said != Assessment.Word.DEGRADED;
                })
                .orElse(false);
    }

    private int all(Truth truth) {
        return counts.getOrDefault(truth, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int of(Truth truth, Assessment.Word said) {
        return counts.getOrDefault(truth, Map.of()).getOrDefault(said, 0);
    }

    private static void share(Map<String, Object> figures, String name, int part, int whole) {
        if (whole > 0) {
            figures.put(name, part / (double) whole);
        }
    }
}
