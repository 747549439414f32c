package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import org.evidencewatch.extract.Block;

/**
 * A block made ready for comparing.
 *
 * @param position its place among the passages of its text, from 0
 * @param heading whether later blocks stand under it
 */
record Passage(int position, Block block, Words words, String key, boolean heading) {

    /** The blocks that have words. */
    static List<Passage> of(List<Block> blocks) {
        var passages = new ArrayList<Passage>(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Words words = Words.of(block.comparisonText());
            if (words.size() > 0) {
                boolean heads =
                        i + 1 < blocks.size() && blocks.get(i + 1).heading().endsWith(block.text());
                passages.add(new Passage(passages.size(), block, words, words.key(), heads));
            }
        }
        return passages;
    }

    int size() {
        return words.size();
    }
}
