package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evidencewatch.extract.Block;
import org.evidencewatch.extract.NormalisedText;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.TextNormaliser;

/**
 * A reading's text made ready for finding words in it. The text is that for people, not the one with placeholders: a
 * number inside a quote is never masked.
 *
 * @param normal its normal form, across block borders
 * @param words those of the normal form
 * @param blocks the reading's blocks
 * @param blockStarts offset of each block in the raw text
 */
record SearchedText(NormalisedText normal, Words words, List<Block> blocks, int[] blockStarts) {

    /** More places of the same words tell nothing more. */
    private static final int MOST = 200;

    static SearchedText of(Reading reading) {
        NormalisedText normal = TextNormaliser.normalised(reading.text());
        int[] starts = new int[reading.blocks().size()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += reading.blocks().get(i).text().length() + 1;
        }
        return new SearchedText(normal, Words.of(normal.text()), reading.blocks(), starts);
    }

    /**
     * Indexes of the first word of each place where these words stand in a row, the first 200 of them; in time that grows
     * with the text only (Knuth, Morris and Pratt, 1977).
     */
    List<Integer> find(List<String> sought) {
        var found = new ArrayList<Integer>();
        if (sought.isEmpty()) {
            return found;
        }
        int[] borders = borders(sought);
        int matched = 0;
        for (int i = 0; i < words.size() && found.size() < MOST; i++) {
            String word = words.keys().get(i);
            while (matched > 0 && (matched == sought.size() || !word.equals(sought.get(matched)))) {
                matched = borders[matched - 1];
            }
            matched += word.equals(sought.get(matched)) ? 1 : 0;
            if (matched == sought.size()) {
                found.add(i - matched + 1);
            }
        }
        return found;
    }

    private static int[] borders(List<String> sought) {
        int[] borders = new int[sought.size()];
        for (int i = 1, border = 0; i < borders.length; i++) {
            while (border > 0 && !sought.get(i).equals(sought.get(border))) {
                border = borders[border - 1];
            }
            border += sought.get(i).equals(sought.get(border)) ? 1 : 0;
            borders[i] = border;
        }
        return borders;
    }

    /** The place of a range of the normal form. */
    Place place(int from, int to) {
        return rawPlace(normal.rawStart(from), normal.rawEnd(to - 1));
    }

    /** The place of a range of the raw text. */
    Place rawPlace(int start, int end) {
        return new Place(start, end, normal.raw().substring(start, end), headingAt(start));
    }

    private String headingAt(int rawOffset) {
        int at = Arrays.binarySearch(blockStarts, rawOffset);
        return blocks.get(at >= 0 ? at : -at - 2).heading();
    }

    /** What stands between a word and the next, as the page has it; a line break ends a block. */
    String gapAfter(int word) {
        int from = normal.rawEnd(words.ends()[word] - 1);
        return word + 1 == words.size()
                ? normal.raw().substring(from) + "\n"
                : normal.raw().substring(from, normal.rawStart(words.starts()[word + 1]));
    }

    /** What stands between a word and the one before it. */
    String gapBefore(int word) {
        return word == 0 ? "\n" : gapAfter(word - 1);
    }

    /** All headings, in the form in which passages are compared. */
    Set<String> headings() {
        var headings = new HashSet<String>();
        for (Block block : blocks) {
            headings.addAll(path(block.heading()));
        }
        return headings;
    }

    /** The headings of a path, in the form in which passages are compared. */
    static List<String> path(String heading) {
        return Arrays.stream(heading.split(" > "))
                .map(part -> Words.of(TextNormaliser.normalise(part)).key())
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
