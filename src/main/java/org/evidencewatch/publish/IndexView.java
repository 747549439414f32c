package org.evidencewatch.publish;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evidencewatch.publish.Overview.Line;

/**
 * The full index: companies by category, within it by name.
 *
 * @param letters the grades' letters that occur, for the filter
 * @param sample whether any company is invented
 */
record IndexView(
        int companies,
        int claims,
        int citations,
        int corrections,
        List<Group> groups,
        List<String> letters,
        boolean sample) {

    private static final String OTHERS = "Without category";

    /** Companies of one category. */
    record Group(String id, String title, List<Entry> entries) {}

    /** A company in the list. */
    record Entry(
            String slug,
            String name,
            Optional<String> country,
            Optional<Integer> score,
            Optional<String> grade,
            String band,
            Optional<String> confirmed,
            Optional<String> time,
            long unreadable,
            boolean sample) {

        static Entry of(Line line) {
            return new Entry(
                    line.slug(),
                    line.name(),
                    line.country(),
                    line.score(),
                    line.grade(),
                    CompanyView.band(line.grade()),
                    line.lastConfirmed().map(at -> Labels.minute(at).substring(0, 10)),
                    line.lastConfirmed().map(Labels::machine),
                    line.unreadable(),
                    line.sample());
        }
    }

    static IndexView of(Overview overview) {
        var collator = Collator.getInstance(Locale.ENGLISH);
        Comparator<String> byWords = collator::compare;
        Comparator<Line> byName = Comparator.comparing(Line::name, byWords).thenComparing(Line::slug);
        // names that the collator takes for equal are told apart by their characters, so that the order is always one
        Map<String, List<Line>> byCategory = new TreeMap<>(byWords.thenComparing(Comparator.naturalOrder()));
        overview.lines()
                .forEach(line -> byCategory
                        .computeIfAbsent(line.category().orElse(""), category -> new ArrayList<>())
                        .add(line));
        var groups = new ArrayList<Group>();
        var others = Optional.ofNullable(byCategory.remove(""));
        byCategory.forEach((category, lines) -> groups.add(group(groups.size() + 1, category, lines, byName)));
        others.ifPresent(lines -> groups.add(group(groups.size() + 1, OTHERS, lines, byName)));
        return new IndexView(
                overview.lines().size(),
                overview.claims(),
                overview.citations(),
                overview.corrections().size(),
                groups,
                letters(overview),
                overview.lines().stream().anyMatch(Line::sample));
    }

    private static Group group(int number, String title, List<Line> lines, Comparator<Line> order) {
        return new Group(
                "category-" + number,
                title,
                lines.stream().sorted(order).map(Entry::of).toList());
    }

    private static List<String> letters(Overview overview) {
        return overview.lines().stream()
                .map(line -> CompanyView.band(line.grade()))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
