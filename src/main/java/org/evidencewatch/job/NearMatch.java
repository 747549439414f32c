package org.evidencewatch.job;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known words that somebody may have meant by one that is not known. */
public final class NearMatch {

    private static final int MOST = 3;
    private static final int FEW_EDITS = 2;

    private NearMatch() {}

    /** Up to three of the known words, the nearest first: those that contain it, or are few edits away. */
    public static List<String> of(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int bound = Math.max(FEW_EDITS, wanted.length() / 3);
        return known.stream()
                .filter(k -> isPart(wanted, k.toLowerCase(Locale.ROOT)) || edits(wanted, k) <= bound)
                .sorted(Comparator.<String>comparingInt(k -> edits(wanted, k)).thenComparing(k -> k))
                .limit(MOST)
                .toList();
    }

    private static boolean isPart(String wanted, String known) {
        return wanted.length() >= 3 && (known.contains(wanted) || (known.length() >= 3 && wanted.contains(known)));
    }

    /** Levenshtein's distance, row by row; the case of letters makes none. */
    private static int edits(String a, String known) {
        String b = known.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
