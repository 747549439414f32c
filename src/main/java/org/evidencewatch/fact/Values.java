package org.evidencewatch.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one token of the words of each length of time, amount of money and share. */
final class Values {

    static final String DURATION = "DUR";
    static final String MONEY = "MONEY";
    static final String SHARE = "PCT";
    /** How often something is: "monthly", "every three months". */
    static final String RHYTHM = "RHYTHM";
    /** The same for what is had by the hour. */
    static final String HOURLY = "HOURLY";
    /** A length of minutes, which no rule for subscribers has. */
    private static final String MINUTES = "MINUTES";
    /** A length of hours, which no pause and no contract has. */
    private static final String HOURS = "HOURS";

    /** The marks of "thirty free days". */
    private static final Set<String> FREE = Set.of("FREE", "TRIAL");

    private final Words words;
    private final Amounts amounts;
    private final Rhythms rhythms;
    private final Durations durations;
    private final List<Token> out = new ArrayList<>();

    private Values(Words words) {
        this.words = words;
        this.amounts = new Amounts(words);
        this.rhythms = new Rhythms(words);
        this.durations = new Durations(words);
    }

    static List<Token> joined(List<Token> tokens) {
        var values = new Values(new Words(tokens));
        int at = 0;
        while (at < tokens.size()) {
            at = values.add(at);
        }
        return values.out;
    }

    /** Adds the token or value that begins there, and tells where the next one does. */
    private int add(int at) {
        Optional<Found> found = begins(words.at(at))
                ? amounts.at(at).or(() -> rhythms.at(at, priced())).or(() -> durations.at(at))
                : Optional.empty();
        if (found.isEmpty()) {
            out.add(words.tokens().get(at));
            return at + 1;
        }
        int next = at + found.get().words();
        out.add(joined(found.get(), words.tokens().subList(at, next)));
        return next;
    }

    private static Token joined(Found found, List<Token> words) {
        boolean hourly = found.mark().equals(RHYTHM)
                && found.value() instanceof Value.Duration duration
                && duration.high().days() < 1;
        String mark = hourly ? HOURLY : found.mark();
        var marks = new HashSet<>(Set.of(mark));
        if (found.value() instanceof Value.Duration length) {
            switch (length.high().unit()) {
                case MINUTE -> marks.add(MINUTES);
                case HOUR -> marks.add(HOURS);
                case DAY, BUSINESS_DAY, WEEK, MONTH, YEAR -> {}
            }
        }
        if (words.stream().anyMatch(word -> word.is(Units.FREE))) {
            marks.addAll(FREE);
        }
        return new Token(
                mark, words.getFirst().start(), words.getLast().end(), Set.copyOf(marks), Optional.of(found.value()));
    }

    /** Whether a value may begin with a word at all. */
    private static boolean begins(String word) {
        return Character.isDigit(word.charAt(0))
                || Amounts.isSign(word)
                || Durations.opens(word)
                || Numbers.isWord(word)
                || Rhythms.opens(word);
    }

    private boolean priced() {
        return !out.isEmpty()
                && (out.getLast().is(MONEY) || out.getLast().word().equals("times"));
    }
}
