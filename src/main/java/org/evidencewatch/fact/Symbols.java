package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers for the words, beginnings of words and concepts that phrases name, so that marking compares numbers only. */
final class Symbols {

    private static final int MOST_WORDS = 20_000;
    private static final int LONGEST_WORD = 40;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, int[]> words = new ConcurrentHashMap<>();

    /** The number of a name; beginnings of words have their asterisk. Only while phrases are taken in. */
    int number(String name) {
        return numbers.computeIfAbsent(name, unknown -> {
            names.add(unknown);
            return names.size() - 1;
        });
    }

    /** The number of a name; one that no place has where no phrase names it. */
    int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    BitSet numbers(Collection<String> some) {
        var set = new BitSet();
        some.forEach(name -> set.set(number(name)));
        return set;
    }

    String name(int number) {
        return names.get(number);
    }

    int count() {
        return names.size();
    }

    /** The numbers that a word has: its own, and those of its beginnings. Not to be written to. */
    int[] of(String word) {
        int[] known = words.get(word);
        if (known != null) {
            return known;
        }
        int[] found = found(word);
        if (words.size() < MOST_WORDS && word.length() < LONGEST_WORD) {
            words.put(word, found);
        }
        return found;
    }

    private int[] found(String word) {
        var found = new int[word.length() + 1];
        int count = 0;
        Integer whole = numbers.get(word);
        if (whole != null) {
            found[count++] = whole;
        }
        for (int length = 1; length <= Math.min(word.length(), LONGEST_WORD); length++) {
            Integer beginning = numbers.get(word.substring(0, length) + "*");
            if (beginning != null) {
                found[count++] = beginning;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
