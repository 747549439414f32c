package org.evidencewatch.change;

import java.util.List;

/**
 * How like some words are to a part of a text: 1 less the share of words to insert, delete or replace.
 *
 * @param from index of the part's first word
 * @param to index after its last
 */
record Likeness(int from, int to, double value) {

    /** The likest part near an index at which the words would begin; in time that grows with the square of their number. */
    static Likeness around(List<String> words, List<String> text, int start) {
        int slack = 8 + words.size() / 4;
        int from = Math.max(0, start - slack);
        int to = Math.max(from, Math.min(text.size(), start + words.size() + slack));
        List<String> window = text.subList(from, to);
        int[] distances = new int[window.size() + 1];
        int[] begins = new int[window.size() + 1];
        for (int j = 0; j <= window.size(); j++) {
            begins[j] = j;
        }
        for (int i = 0; i < words.size(); i++) {
            row(words.get(i), window, distances, begins);
        }
        Likeness best = new Likeness(from, from, 0);
        for (int j = 0; j <= window.size(); j++) {
            int length = Math.max(words.size(), j - begins[j]);
            double value = 1 - distances[j] / (double) length;
            if (value > best.value) {
                best = new Likeness(from + begins[j], from + j, value);
            }
        }
        return best;
    }

    /** One row of the alignment of all words to any part of the window (Sellers, 1980). */
    private static void row(String word, List<String> window, int[] distances, int[] begins) {
        int diagonal = distances[0];
        int diagonalBegin = begins[0];
        distances[0]++;
        for (int j = 1; j <= window.size(); j++) {
            int replaced = diagonal + (word.equals(window.get(j - 1)) ? 0 : 1);
            int begin = diagonalBegin;
            diagonal = distances[j];
            diagonalBegin = begins[j];
            int least = replaced;
            if (distances[j] + 1 < least) {
                least = distances[j] + 1;
                begin = begins[j];
            }
            if (distances[j - 1] + 1 < least) {
                least = distances[j - 1] + 1;
                begin = begins[j - 1];
            }
            distances[j] = least;
            begins[j] = begin;
        }
    }

    boolean overlaps(Likeness other) {
        return from < other.to && other.from < to;
    }
}
