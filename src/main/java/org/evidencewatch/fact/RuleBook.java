package org.evidencewatch.fact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a language, as its file states them: concepts ({@code NAME = pattern}, see {@link Phrase}), and rules in the
 * order in which they are tried: what is stated, a colon, and the conditions that must hold (see {@link Condition}).
 *
 * <pre>
 *   notice_period: v:BEFORE t:CANCEL|RENEW -REMIND     a number before something, cancelling in the sentence or above, no reminder
 *   refundable no asis: FINAL SALE                     words that state it, whatever negations stand around them
 *   none: v:EVERY                                      a number of no interest
 * </pre>
 */
final class RuleBook {

    /** Names of the files of the program. */
    static final List<String> INSTALLED = List.of("en-words", "en-values", "en-flags", "en-ways", "european");

    private final Lexicon lexicon;
    private final Sentences sentences;
    private final Rules rules;

    private RuleBook(Lexicon lexicon, List<Rule> rules) {
        this.lexicon = lexicon;
        this.sentences = new Sentences(lexicon);
        this.rules = new Rules(rules);
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** Sentences as this book's concepts mark them. */
    Sentences sentences() {
        return sentences;
    }

    Rules rules() {
        return rules;
    }

    /** The rules of this program: those of English, and the words of other languages. */
    static RuleBook installed() {
        return installed(INSTALLED);
    }

    /** The rules of these files of the program, without their ending. */
    static RuleBook installed(List<String> names) {
        var files = new LinkedHashMap<String, List<String>>();
        names.forEach(name -> files.put(name, lines(name)));
        return of(files);
    }

    static List<String> lines(String name) {
        String resource = "/facts/" + name + ".rules";
        var in = RuleBook.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program lacks its rules for facts, " + resource);
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A book of several files, later ones adding to the concepts of earlier ones.
     *
     * @throws IllegalArgumentException naming the file and the line that is wrong
     */
    static RuleBook of(Map<String, List<String>> files) {
        var concepts = new LinkedHashMap<String, List<Phrase>>();
        var rules = new ArrayList<Rule>();
        files.forEach((file, lines) -> read(file, lines, concepts, rules));
        return new RuleBook(new Lexicon(concepts), rules);
    }

    private static void read(String file, List<String> lines, Map<String, List<Phrase>> concepts, List<Rule> rules) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            int equals = line.indexOf(" = ");
            try {
                if (equals > 0) {
                    concepts.computeIfAbsent(line.substring(0, equals).strip(), n -> new ArrayList<>())
                            .add(Phrase.of(line.substring(equals + 3).strip()));
                } else if (!line.isEmpty()) {
                    rules.add(rule(file + ":" + (i + 1), line));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ".rules, line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
    }

    private static Rule rule(String name, String line) {
        String[] parts = line.split(":\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a rule without a colon");
        }
        List<String> words = List.of(parts[0].strip().split(" +", -1));
        Optional<Role> role = words.getFirst().equals("none") ? Optional.empty() : Optional.of(role(words.getFirst()));
        Optional<Value> fixed = Optional.empty();
        boolean asIs = false;
        for (String word : words.subList(1, words.size())) {
            if (word.equals("asis")) {
                asIs = true;
            } else {
                fixed = Optional.of(
                        fixed(role.orElseThrow(() -> new IllegalArgumentException("a value of nothing")), word));
            }
        }
        var conditions = Arrays.stream(parts[1].strip().split(" +", -1))
                .map(Condition::of)
                .toList();
        return new Rule(name, role, fixed, asIs, conditions);
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role is called '" + word + "'"));
    }

    private static Value fixed(Role role, String word) {
        return switch (role.form()) {
            case FLAG -> Value.Flag.valueOf(word.toUpperCase(Locale.ROOT));
            case DURATION -> Value.Duration.of(Length.parse(word));
            case MONEY ->
                word.equals("0")
                        ? Value.Amount.NONE
                        : Value.Amount.share(Integer.parseInt(word.substring(0, word.length() - 1)));
            case CHANNELS -> throw new IllegalArgumentException("channels are read from the sentence");
        };
    }
}
