package org.evidencewatch.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.SameWay;
import org.evidencewatch.review.WordDiff;

/**
 * Lines in a row that differ between two pages read in one way.
 *
 * @param before left out where nothing stood there
 * @param after left out where nothing stands there now
 * @param beforeCompared the line as it was compared, with its placeholders; left out where nothing was replaced
 * @param afterCompared the same of the other side
 * @param alike whether they are the same as compared, so that the difference is none
 */
@JsonInclude(Include.NON_ABSENT)
record LineDifference(
        Optional<String> before,
        Optional<String> after,
        Optional<String> beforeCompared,
        Optional<String> afterCompared,
        boolean alike) {

    static List<LineDifference> between(Legible before, Legible after) {
        var pair = SameWay.of(before, after);
        var earlier = compared(pair.before());
        var later = compared(pair.after());
        return WordDiff.passages(pair.before().text(), pair.after().text()).stream()
                .map(passage -> of(text(passage.before()), text(passage.after()), earlier, later))
                .toList();
    }

    private static LineDifference of(
            String before, String after, Map<String, String> earlier, Map<String, String> later) {
        String beforeCompared = compared(before, earlier);
        String afterCompared = compared(after, later);
        return new LineDifference(
                present(before),
                present(after),
                present(beforeCompared).filter(text -> !text.equals(before)),
                present(afterCompared).filter(text -> !text.equals(after)),
                beforeCompared.equals(afterCompared));
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(present -> !present.isEmpty());
    }

    private static String text(List<WordDiff.Run> runs) {
        return runs.stream().map(WordDiff.Run::text).collect(Collectors.joining());
    }

    private static String compared(String lines, Map<String, String> comparison) {
        return lines.lines()
                .map(line -> comparison.getOrDefault(line, line))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> compared(Reading reading) {
        var comparison = new HashMap<String, String>();
        reading.blocks().forEach(block -> comparison.putIfAbsent(block.text(), block.comparisonText()));
        return comparison;
    }
}
