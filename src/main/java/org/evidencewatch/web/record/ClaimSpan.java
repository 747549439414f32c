package org.evidencewatch.web.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evidencewatch.change.AlignedBlocks.Row;
import org.evidencewatch.extract.Block;

/**
 * A passage that was sought, and the block in which it stands or stood.
 *
 * @param standing in words, what became of it
 * @param block empty where neither side has it
 */
public record ClaimSpan(SoughtPassage passage, String standing, Optional<ComparedBlock> block) {

    static ClaimSpan of(SoughtPassage passage, List<Row> rows) {
        String words = plain(passage.words());
        Optional<Row> stood = with(words, rows, false);
        Optional<Row> stands = with(words, rows, true);
        Optional<ComparedBlock> block = stood.or(() -> stands).map(row -> ComparedBlock.of(row, row.alike() ? 0 : 1));
        return new ClaimSpan(passage, standing(stood.isPresent(), stands.isPresent()), block);
    }

    private static Optional<Row> with(String words, List<Row> rows, boolean now) {
        return rows.stream()
                .filter(row -> !words.isEmpty())
                .filter(row -> (now ? row.after() : row.before())
                        .map(Block::text)
                        .filter(text -> plain(text).contains(words))
                        .isPresent())
                .findFirst();
    }

    private static String standing(boolean stood, boolean stands) {
        if (stood) {
            return stands ? "Stands in the same words" : "No longer in these words";
        }
        return stands ? "Stands now, and did not before" : "Not found in these words on either side";
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
