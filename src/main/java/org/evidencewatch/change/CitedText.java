package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.BlockKind;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.fact.FactReader;
import org.evidencewatch.fact.FactSheet;
import org.evidencewatch.fact.Spoken;

/**
 * A cited page made ready for claims: what it states, and where. Of a topic only what is posted for the company counts; what
 * members post is no policy.
 *
 * @param sheet the facts of what is said for the company
 * @param text for finding quotes: the whole page
 * @param spoken indexes of the blocks that are said for the company
 */
record CitedText(Reading reading, FactSheet sheet, SearchedText text, List<Integer> spoken) {

    private static final Pattern LABEL_END = Pattern.compile(": ");
    /** A row that is longer is no row but prose in a table. */
    private static final int LONGEST_ROW = 400;

    private static final int LONGEST_QUOTE = 1_500;

    static CitedText of(FactReader reader, Reading reading) {
        List<Integer> spoken = spoken(reading);
        List<Block> blocks = spoken.stream().map(reading.blocks()::get).toList();
        return new CitedText(reading, reader.read(blocks), SearchedText.of(reading), spoken);
    }

    private static List<Integer> spoken(Reading reading) {
        var ofCompany = Spoken.in(reading.topic());
        return IntStream.range(0, reading.blocks().size())
                .filter(i -> ofCompany.test(reading.blocks().get(i)))
                .boxed()
                .toList();
    }

    /** Whether it is a forum's topic. */
    boolean posts() {
        return reading.topic().isPresent();
    }

    /** Its sentences, in their order. */
    List<String> sentences() {
        return sheet.sentences().stream().map(FactSheet.Sentence::text).toList();
    }

    /**
     * The words of a sentence as a quote that can be found again; empty where they do not stand in a row. A sentence may
     * bear what stands above it ("Refunds: 14 days"), and a cell its column; then the part that stands on the page is
     * quoted, and of a table the row.
     */
    Optional<Quote> quote(String sentence) {
        for (String words : parts(sentence)) {
            for (int block : spoken) {
                int at = reading.blocks().get(block).text().indexOf(words);
                if (at >= 0 && words.length() <= LONGEST_QUOTE) {
                    return quote(block, at, words);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> parts(String sentence) {
        var parts = new ArrayList<>(List.of(sentence));
        var label = LABEL_END.matcher(sentence);
        while (label.find()) {
            parts.add(sentence.substring(label.end()));
        }
        parts.removeIf(String::isBlank);
        return parts;
    }

    private Optional<Quote> quote(int block, int at, String words) {
        String whole = reading.blocks().get(block).text();
        boolean row = reading.blocks().get(block).kind() == BlockKind.TABLE_ROW && whole.length() <= LONGEST_ROW;
        int start = text.blockStarts()[block] + (row ? 0 : at);
        return Quoting.of(reading.text(), start, start + (row ? whole : words).length());
    }
}
