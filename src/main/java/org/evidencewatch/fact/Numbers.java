package org.evidencewatch.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers in figures and in words. */
final class Numbers {

    private static final Pattern GROUPS = Pattern.compile("[,.'](?=\\d{3})");
    private static final Pattern GROUPS_OF_AMOUNTS = Pattern.compile("[,.'](?=\\d{3}(?:\\D|$))");

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private static final List<String> ORDINALS = List.of(
            "",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");

    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    private static final Map<String, Integer> OTHERS = Map.of("couple", 2, "dozen", 12);

    private static final Map<Integer, String> OTHER_LANGUAGES = Map.ofEntries(
            Map.entry(1, "ein einen einem einer eines eine un une una één uno um uma"),
            Map.entry(2, "zwei deux dos twee dois duas"),
            Map.entry(3, "drei trois tres drie tre três"),
            Map.entry(4, "vier quatre cuatro quattro quatro"),
            Map.entry(5, "fünf cinq cinco vijf cinque"),
            Map.entry(6, "sechs seis zes sei"),
            Map.entry(7, "sieben sept siete zeven sette sete"),
            Map.entry(8, "acht huit ocho otto oito"),
            Map.entry(10, "zehn dix diez tien dieci dez"),
            Map.entry(12, "zwölf douze doce twaalf dodici doze"),
            Map.entry(14, "vierzehn quatorze catorce veertien quattordici catorze"),
            Map.entry(15, "fünfzehn quinze quince vijftien quindici"),
            Map.entry(20, "zwanzig vingt veinte twintig venti vinte"),
            Map.entry(21, "einundzwanzig"),
            Map.entry(24, "vierundzwanzig"),
            Map.entry(30, "dreißig trente treinta dertig trenta trinta"),
            Map.entry(60, "sechzig soixante sesenta zestig sessanta sessenta"),
            Map.entry(90, "neunzig noventa negentig novanta"));

    private static final Map<String, Integer> FOREIGN = OTHER_LANGUAGES.entrySet().stream()
            .flatMap(
                    number -> Stream.of(number.getValue().split(" ", -1)).map(word -> Map.entry(word, number.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> WORDS = Stream.of(
                    SMALL.stream(),
                    ORDINALS.stream(),
                    TENS.keySet().stream(),
                    TENS.keySet().stream().map(ten -> ten.replace("ty", "tieth")),
                    OTHERS.keySet().stream(),
                    FOREIGN.keySet().stream(),
                    Stream.of("hundred"))
            .flatMap(words -> words)
            .collect(Collectors.toUnmodifiableSet());

    private Numbers() {}

    /** A number and how many words it takes. */
    record Found(int number, int words) {}

    /** Whether a word may begin a number or an ordinal. */
    static boolean isWord(String word) {
        return WORDS.contains(word);
    }

    /** The whole number that begins at a word, in figures or in words. */
    static Optional<Found> whole(List<Token> tokens, int at) {
        String word = tokens.get(at).word();
        if (Character.isDigit(word.charAt(0))) {
            return figures(word);
        }
        int small = SMALL.indexOf(word);
        Integer tens = TENS.get(word);
        if (tens != null) {
            int unit = at + 1 < tokens.size() ? SMALL.indexOf(tokens.get(at + 1).word()) : -1;
            boolean joined = unit > 0 && unit < 10;
            return Optional.of(new Found(tens + (joined ? unit : 0), joined ? 2 : 1));
        }
        if (word.equals("hundred")) {
            return Optional.of(new Found(100, 1));
        }
        Integer other = OTHERS.getOrDefault(word, FOREIGN.get(word));
        return small >= 0
                ? Optional.of(new Found(small, 1))
                : Optional.ofNullable(other).map(number -> new Found(number, 1));
    }

    private static Optional<Found> figures(String word) {
        String digits = isGrouped(word) ? GROUPS.matcher(word).replaceAll("") : word;
        return digits.chars().allMatch(Character::isDigit) && digits.length() < 7
                ? Optional.of(new Found(Integer.parseInt(digits), 1))
                : Optional.empty();
    }

    /** The place that an ordinal names: "fourteenth", "14th". */
    static Optional<Found> ordinal(List<Token> tokens, int at) {
        String word = tokens.get(at).word();
        int named = ORDINALS.indexOf(word);
        if (named > 0) {
            return Optional.of(new Found(named, 1));
        }
        if (word.endsWith("tieth") && TENS.containsKey(word.replace("tieth", "ty"))) {
            return Optional.of(new Found(TENS.get(word.replace("tieth", "ty")), 1));
        }
        boolean figures = at + 1 < tokens.size()
                && Character.isDigit(word.charAt(0))
                && List.of("st", "nd", "rd", "th").contains(tokens.get(at + 1).word())
                && tokens.get(at + 1).start() == tokens.get(at).end();
        return figures ? figures(word).map(found -> new Found(found.number(), 2)) : Optional.empty();
    }

    private static boolean isGrouped(String word) {
        return word.indexOf(',') >= 0 || word.indexOf('.') >= 0 || word.indexOf('\'') >= 0;
    }

    /** An amount in figures, with a decimal point or comma. */
    static Optional<BigDecimal> amount(String word) {
        if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
            return Optional.empty();
        }
        String plain =
                isGrouped(word) ? GROUPS_OF_AMOUNTS.matcher(word).replaceAll("").replace(',', '.') : word;
        try {
            return Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
