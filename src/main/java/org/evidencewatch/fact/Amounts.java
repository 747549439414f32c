package org.evidencewatch.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Amounts of money and shares: "$9.99", "thirty pounds", "50 %", "half of it". */
record Amounts(Words words) {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("usd", "USD"),
            Map.entry("eur", "EUR"),
            Map.entry("gbp", "GBP"),
            Map.entry("chf", "CHF"),
            Map.entry("cad", "CAD"),
            Map.entry("aud", "AUD"),
            Map.entry("sek", "SEK"),
            Map.entry("nok", "NOK"),
            Map.entry("dkk", "DKK"),
            Map.entry("pln", "PLN"),
            Map.entry("jpy", "JPY"),
            Map.entry("inr", "INR"),
            Map.entry("nzd", "NZD"),
            Map.entry("₹", "INR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("dollars", "USD"),
            Map.entry("dollar", "USD"),
            Map.entry("pounds", "GBP"),
            Map.entry("francs", "CHF"));

    private static final Set<String> NAMES = Set.of("euro", "euros", "dollars", "dollar", "pounds", "francs");
    private static final Set<String> SECOND_SIGNS = Set.of("$", "€", "£");

    /** Whether an amount may begin with a word that is no number. */
    static boolean isSign(String word) {
        return SIGNS.containsKey(word);
    }

    Optional<Found> at(int place) {
        return afterSign(place)
                .or(() -> beforeSign(place))
                .or(() -> inWords(place))
                .or(() -> share(place));
    }

    private static Optional<String> currency(String word) {
        return Optional.ofNullable(SIGNS.get(word));
    }

    /** "$5", "US$ 5", "EUR 5". */
    private Optional<Found> afterSign(int place) {
        int number = SECOND_SIGNS.contains(words.at(place + 1)) ? place + 2 : place + 1;
        return currency(words.at(place))
                .flatMap(currency ->
                        Numbers.amount(words.at(number)).map(amount -> money(currency, amount, number + 1 - place)));
    }

    /** "5 €", "5 euros", "5 US dollars". */
    private Optional<Found> beforeSign(int place) {
        int sign = Set.of("us", "american").contains(words.at(place + 1)) ? place + 2 : place + 1;
        return Numbers.amount(words.at(place))
                .flatMap(amount -> currency(words.at(sign)).map(currency -> money(currency, amount, sign + 1 - place)));
    }

    private Optional<Found> inWords(int place) {
        return Numbers.whole(words.tokens(), place)
                .filter(number -> NAMES.contains(words.at(place + number.words())))
                .flatMap(number -> currency(words.at(place + number.words()))
                        .map(currency -> money(currency, BigDecimal.valueOf(number.number()), number.words() + 1)));
    }

    private static Found money(String currency, BigDecimal amount, int words) {
        return new Found(Values.MONEY, new Value.Amount(currency, amount), words);
    }

    private Optional<Found> share(int place) {
        return Parts.of(words, place)
                .map(part -> new Found(Values.SHARE, Value.Amount.share(part.number()), part.words()))
                .or(() -> percent(place));
    }

    private Optional<Found> percent(int place) {
        boolean per = words.at(place + 1).equals("per") && words.at(place + 2).equals("cent");
        if (!per && !Set.of("%", "percent").contains(words.at(place + 1))) {
            return Optional.empty();
        }
        return Numbers.amount(words.at(place))
                .or(() -> Numbers.whole(words.tokens(), place).map(number -> BigDecimal.valueOf(number.number())))
                .map(number -> new Found(Values.SHARE, new Value.Amount("%", number), per ? 3 : 2));
    }
}
