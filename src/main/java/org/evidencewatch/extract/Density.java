package org.evidencewatch.extract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the run of blocks in which the prose of a page stands, by words, links and punctuation alone, whatever its elements
 * are called.
 *
 * <p>Each block speaks for the run with its words where it is prose, and against it where it is links or a scrap; the run
 * of the greatest sum is the main text (the maximum subsequence of Pasternack and Roth, Extracting Article Text from the
 * Web with Maximum Subsequence Segmentation, WWW 2009, over the shallow features of Kohlschütter, Fankhauser and Nejdl,
 * Boilerplate Detection using Shallow Text Features, WSDM 2010).
 */
final class Density {

    private static final int SENTENCE = 10;
    private static final int LOUDEST = 200;
    private static final int SCRAP = -2;
    private static final Pattern PUNCTUATION = Pattern.compile("[.!?:;。！？](?:[\"')\\]]*(?:\\s|$))|, ");

    private final List<Block> blocks;
    private final List<Integer> linkWords;

    /** @param linkWords how many words of each block stand in links */
    Density(List<Block> blocks, List<Integer> linkWords) {
        this.blocks = blocks;
        this.linkWords = linkWords;
    }

    /** The blocks of the densest run without its links, and the headings right above it. */
    List<Block> densest() {
        int best = 0;
        int from = 0;
        int to = 0;
        int sum = 0;
        int start = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += weight(i);
            if (sum > best) {
                best = sum;
                from = start;
                to = i + 1;
            }
        }
        return run(headed(from), to);
    }

    /** Words of prose in the densest run. */
    int proseWords() {
        return densest().stream()
                .filter(block -> prose(block, Outline.countWords(block.text())))
                .mapToInt(block -> Outline.countWords(block.text()))
                .sum();
    }

    private int headed(int from) {
        int first = from;
        while (first > 0 && blocks.get(first - 1).kind() == BlockKind.HEADING && !links(first - 1)) {
            first--;
        }
        return first;
    }

    private List<Block> run(int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> !links(i))
                .mapToObj(blocks::get)
                .toList();
    }

    private int weight(int index) {
        Block block = blocks.get(index);
        int words = Outline.countWords(block.text());
        if (links(index)) {
            return SCRAP - linkWords.get(index);
        }
        return prose(block, words) ? Math.min(LOUDEST, words) : SCRAP;
    }

    private boolean links(int index) {
        return 2 * linkWords.get(index) > Outline.countWords(blocks.get(index).text());
    }

    private static boolean prose(Block block, int words) {
        return words >= SENTENCE && PUNCTUATION.matcher(block.text()).find();
    }
}
