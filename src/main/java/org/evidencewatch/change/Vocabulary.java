package org.evidencewatch.change;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which a difference is weighed, as {@code vocabulary.properties} lists them, all languages together. */
final class Vocabulary {

    private static final Properties LISTS = lists();

    static final Set<String> CHANNELS = words("channels");
    static final Set<String> UNITS = words("units");
    static final Set<String> CURRENCIES = words("currencies");
    /** With May, which is oftener a modal verb. */
    static final Set<String> MONTHS = words("months");

    static final Set<String> CLAUSES = words("clauses");
    static final Set<String> FUNCTION_WORDS = words("function");
    static final Stems STAKES = new Stems(words("stakes"));
    static final Stems LEAVING = new Stems(words("leaving"));
    static final Stems DATA = new Stems(words("data"));
    static final Stems STREETS = new Stems(words("streets"));

    private static final Set<String> NEGATIONS = words("negations");
    private static final Set<String> NUMERALS = words("numerals");
    private static final Map<String, String> MODALS = modals();
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)");

    /** Beginnings of words, and whole words that end with an exclamation mark. */
    record Stems(Set<String> list) {

        boolean match(String word) {
            return list.contains(word + "!") || list.stream().anyMatch(word::startsWith);
        }

        boolean matchAny(Collection<String> words) {
            return words.stream().anyMatch(this::match);
        }
    }

    private Vocabulary() {}

    static boolean number(String word) {
        return (!word.isEmpty() && Character.isDigit(word.charAt(0))) || NUMERALS.contains(word);
    }

    /** A month, a year or a written date; a bare day of the month is not told from other numbers. */
    static boolean date(String word) {
        return MONTHS.contains(word) || DATE.matcher(word).matches();
    }

    static boolean negation(String word) {
        return NEGATIONS.contains(word) || word.endsWith("n't");
    }

    static boolean modal(String word) {
        return MODALS.containsKey(word);
    }

    /** The modal verb of which this is a form; the word itself where it is none. */
    static String lemma(String word) {
        return MODALS.getOrDefault(word, word);
    }

    private static Set<String> words(String kind) {
        return Set.copyOf(entries(kind));
    }

    private static List<String> entries(String kind) {
        return LISTS.stringPropertyNames().stream()
                .filter(name -> name.startsWith(kind + "."))
                .flatMap(name -> Arrays.stream(LISTS.getProperty(name).split(" ", -1)))
                .distinct()
                .toList();
    }

    private static Map<String, String> modals() {
        var lemmas = new HashMap<String, String>();
        for (String entry : new HashSet<>(entries("modals"))) {
            String[] forms = entry.split("/", -1);
            for (String form : forms) {
                lemmas.put(form, forms[0]);
            }
        }
        return Map.copyOf(lemmas);
    }

    private static Properties lists() {
        try (var file = new InputStreamReader(
                Vocabulary.class.getResourceAsStream("vocabulary.properties"), StandardCharsets.UTF_8)) {
            var lists = new Properties();
            lists.load(file);
            return lists;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the vocabulary is part of the program", unreadable);
        }
    }
}
