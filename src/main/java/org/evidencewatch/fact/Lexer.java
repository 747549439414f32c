package org.evidencewatch.fact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence into words, numbers and signs; hyphens part words, and what is run together comes apart: "can't", "7d". */
final class Lexer {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<address>[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5})"
                    + "|(?<url>(?:https?://|www\\.)[^\\s<>()\"']{1,300})");

    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:[,.\u202f']\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2})?(?!\\d)");

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

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Matcher number;
    /** Of addresses of mail and pages. */
    private final Optional<Matcher> address;

    private Lexer(String text) {
        this.text = text;
        this.number = NUMBER.matcher(text);
        boolean addresses = text.indexOf('@') >= 0 || text.contains("://") || text.contains("www.");
        this.address = addresses ? Optional.of(ADDRESS.matcher(text)) : Optional.empty();
    }

    static List<Token> tokens(String sentence) {
        var lexer = new Lexer(plain(sentence));
        int at = 0;
        while (at < lexer.text.length()) {
            at = lexer.add(at);
        }
        return lexer.tokens;
    }

    /** Adds the piece that begins there, if one does, and tells where it ends. */
    private int add(int at) {
        int first = text.codePointAt(at);
        if (isSpace(first)) {
            return at + 1;
        }
        if (address.filter(mail -> isAt(mail, at)).isPresent()) {
            Matcher found = address.get();
            tokens.add(Token.of(found.group("url") == null ? "<address>" : "<url>", at, found.end()));
            return found.end();
        }
        if (Character.isLetter(first)) {
            int end = endOfWord(at);
            addWord(text.substring(at, end).toLowerCase(Locale.ROOT), at, end);
            return end;
        }
        int end = Character.isDigit(first) && isAt(number, at) ? number.end() : at + Character.charCount(first);
        if (first != '-' || betweenDigits(at)) {
            tokens.add(Token.of(text.substring(at, end), at, end));
        }
        return end;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private boolean isAt(Matcher piece, int at) {
        return piece.region(at, text.length()).lookingAt();
    }

    /** Letters and their marks, and what follows an apostrophe within the word. */
    private int endOfWord(int at) {
        int end = endOfLetters(at, true);
        int further = end < text.length() && text.charAt(end) == '\'' ? endOfLetters(end + 1, false) : end + 1;
        return further > end + 1 ? further : end;
    }

    private int endOfLetters(int at, boolean withMarks) {
        int end = at;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!Character.isLetter(c) && !(withMarks && isMark(c))) {
                return end;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
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

    private boolean betweenDigits(int at) {
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

    private void addWord(String word, int start, int end) {
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
