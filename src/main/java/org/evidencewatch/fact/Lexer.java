package org.evidencewatch.fact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence into words, numbers and signs; hyphens part words, and what is run together comes apart: "can't", "7d". */
final class Lexer {

    private static final String ADDRESS = "(?<address>[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5})"
            + "|(?<url>(?:https?://|www\\.)[^\\s<>()\"']{1,300})|";

    private static final String OTHERS =
            "(?<number>\\d{1,3}(?:[,.\u202f']\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2})?(?!\\d))"
                    + "|(?<word>\\p{L}[\\p{L}\\p{M}]*(?:'\\p{L}+)?)"
                    + "|(?<sign>[^\\s])";

    private static final Pattern PIECE = Pattern.compile(OTHERS);

    /** The same, slower, for sentences that may name an address. */
    private static final Pattern PIECE_OR_ADDRESS = Pattern.compile(ADDRESS + OTHERS);

    private static final Map<String, String> WHOLE = Map.of(
            "can't", "can not",
            "cannot", "can not",
            "won't", "will not",
            "shan't", "shall not",
            "let's", "let us");

    private static final Map<String, String> ENDINGS =
            Map.of("n't", "not", "'ll", "will", "'re", "are", "'ve", "have", "'d", "would", "'m", "am", "'s", "'s");

    /** After these the ending is a verb: "there's no charge". */
    private static final Set<String> BEFORE_IS =
            Set.of("there", "it", "that", "here", "what", "where", "who", "how", "he", "she", "everything", "nothing");

    private Lexer() {}

    static List<Token> tokens(String sentence) {
        String text = plain(sentence);
        var tokens = new ArrayList<Token>();
        boolean addresses = text.indexOf('@') >= 0 || text.contains("://") || text.contains("www.");
        Matcher piece = (addresses ? PIECE_OR_ADDRESS : PIECE).matcher(text);
        while (piece.find()) {
            String word = piece.group().toLowerCase(Locale.ROOT);
            if (addresses && piece.group("address") != null) {
                tokens.add(Token.of("<address>", piece.start(), piece.end()));
            } else if (addresses && piece.group("url") != null) {
                tokens.add(Token.of("<url>", piece.start(), piece.end()));
            } else if (piece.group("word") != null) {
                addWord(tokens, word, piece.start(), piece.end());
            } else if (!word.equals("-") || betweenDigits(text, piece.start())) {
                tokens.add(Token.of(word, piece.start(), piece.end()));
            }
        }
        return tokens;
    }

    /** Of the same length as the sentence. */
    private static String plain(String sentence) {
        var plain = new StringBuilder(sentence.length());
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            plain.append(
                    switch (c) {
                        case '\u2019', '\u2018', '\u02bc', '`', '\u00b4' -> '\'';
                        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
                        case '\u2014', '\u2015' -> '\u2014';
                        case '\u2192', '\u203a', '\u00bb', '\u25b8', '\u25ba', '\u2794', '\u279c' -> '>';
                        case '\u00a0', '\u202f', '\u2009' -> ' ';
                        default -> c;
                    });
        }
        return Normalizer.isNormalized(plain, Normalizer.Form.NFC)
                ? plain.toString()
                : plain.toString().replaceAll("\\p{M}", " ");
    }

    private static boolean betweenDigits(String text, int at) {
        int before = at - 1;
        int after = at + 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        return before >= 0
                && after < text.length()
                && Character.isDigit(text.charAt(before))
                && Character.isDigit(text.charAt(after));
    }

    private static void addWord(List<Token> tokens, String word, int start, int end) {
        String whole = WHOLE.get(word);
        if (whole != null) {
            for (String part : whole.split(" ", -1)) {
                tokens.add(Token.of(part, start, end));
            }
            return;
        }
        int apostrophe = word.indexOf('\'');
        if (apostrophe < 0) {
            tokens.add(Token.of(word, start, end));
            return;
        }
        String ending = word.endsWith("n't") ? "n't" : word.substring(apostrophe);
        String stem = word.substring(0, word.length() - ending.length());
        int middle = end - ending.length();
        if (!stem.isEmpty()) {
            tokens.add(Token.of(stem, start, middle));
        }
        boolean verb = ending.equals("'s") && BEFORE_IS.contains(stem);
        tokens.add(Token.of(verb ? "is" : ENDINGS.getOrDefault(ending, ending.substring(1)), middle, end));
    }
}
