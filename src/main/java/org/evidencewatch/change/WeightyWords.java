package org.evidencewatch.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words on which a rule hangs: numbers, modal verbs and negations. Pure. */
public final class WeightyWords {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern CURRENCY = Pattern.compile("[$€£¥]\\d.*");

    private WeightyWords() {}

    /** Words in a row that weigh the same. */
    public record Piece(String text, boolean weighty) {}

    /** The text in pieces, nothing left out: each weighty word by itself, without the signs around it. */
    public static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            int start = word.start();
            int end = word.end();
            while (start < end && !begins(text.charAt(start))) {
                start++;
            }
            while (end > start && !ends(text.charAt(end - 1))) {
                end--;
            }
            if (weighty(text.substring(start, end))) {
                add(pieces, text.substring(at, start), false);
                add(pieces, text.substring(start, end), true);
                at = end;
            }
        }
        add(pieces, text.substring(at), false);
        return List.copyOf(pieces);
    }

    private static boolean weighty(String word) {
        String key = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return Vocabulary.number(key)
                || CURRENCY.matcher(key).matches()
                || Vocabulary.modal(key)
                || Vocabulary.negation(key);
    }

    private static boolean begins(char c) {
        return Character.isLetterOrDigit(c) || "$€£¥".indexOf(c) >= 0;
    }

    private static boolean ends(char c) {
        return Character.isLetterOrDigit(c) || "%€£¥$".indexOf(c) >= 0;
    }

    private static void add(List<Piece> pieces, String text, boolean weighty) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, weighty));
        }
    }
}
