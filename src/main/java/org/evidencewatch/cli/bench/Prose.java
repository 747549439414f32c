package org.evidencewatch.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** The prose of help centres, drawn by chance: plain sentences about plans, payments and accounts. */
final class Prose {

    private static final Pattern SLOT = Pattern.compile("[A-Z]{4}");

    private static final List<String> SENTENCES = List.of(
            "Open the NOUN page and choose the ADJE NOUN that you want to VERB.",
            "You can VERB a NOUN WHEN, and the NOUN stays ADJE until then.",
            "If a ADJE NOUN is attached to your account, we VERB it WHEN.",
            "A NOUN that was bought through NAME is handled by the store, so VERB it there.",
            "We VERB every ADJE NOUN of NUMB days and send a NOUN by mail.",
            "To VERB the NOUN, the owner of the workspace needs a ADJE NOUN.",
            "The NOUN shows NUMB entries, and each ADJE NOUN can be exported WHEN.",
            "Teams on NAME may VERB up to NUMB seats without a new NOUN.",
            "When the NOUN ends, the ADJE NOUN moves to the next NOUN WHEN.",
            "Our team looks at each NOUN WHEN and answers with a ADJE NOUN.",
            "Taxes on a NOUN depend on the country in the ADJE NOUN.",
            "Some banks hold a NOUN for NUMB days before the ADJE NOUN is visible.",
            "Before you VERB a ADJE NOUN, download the NOUN from the NAME tab.",
            "The ADJE NOUN counts from the day on which the NOUN was paid.");

    private static final List<String> NOUNS = words("""
            plan subscription invoice payment receipt seat renewal discount voucher balance workspace project report
            download licence device profile contract period statement card transfer charge deposit membership order
            delivery parcel address reminder notice export backup archive channel course lesson certificate ticket
            reservation booking tariff upgrade add-on bundle credit allowance budget quota member guest owner""");

    private static final List<String> VERBS = words("""
            cancel pause renew change review confirm upgrade move merge share remove restore export print forward
            reduce extend split assign collect""");

    private static final List<String> ADJECTIVES = words("""
            annual monthly open former current second final shared separate paid partial regional printed personal
            seasonal linked earlier later single joint prepaid unused recurring""");

    private static final List<String> TIMES = List.of(
            "at any time",
            "before the next payment",
            "at the end of the period",
            "within the same month",
            "after the first week",
            "on the following working day",
            "once a quarter",
            "as soon as the bank agrees",
            "while the trial runs",
            "during the paid term");

    private static final List<String> SYLLABLES = words(
            "ba co da fe go hu ja ki lo mar ne or pa qui ra sol ta ul ve wen xi yo zan dri fer lin mo nor tes vi");

    private final SplittableRandom random;

    Prose(SplittableRandom random) {
        this.random = random;
    }

    /** One sentence with its full stop. */
    String sentence() {
        String text = SLOT.matcher(drawn(SENTENCES)).replaceAll(slot -> switch (slot.group()) {
            case "NOUN" -> drawn(NOUNS);
            case "VERB" -> drawn(VERBS);
            case "ADJE" -> drawn(ADJECTIVES);
            case "WHEN" -> drawn(TIMES);
            case "NAME" -> name();
            default -> Integer.toString(random.nextInt(2, 90));
        });
        return text.replaceAll("\\b([Aa]) (?=[aeiou])", "$1n ");
    }

    /** Several sentences in a row. */
    String sentences(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(sentence());
        }
        return text.toString();
    }

    /** A name that stands in no dictionary. */
    String name() {
        var name = new StringBuilder();
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            name.append(drawn(SYLLABLES));
        }
        return capital(name.toString());
    }

    /** A heading without a full stop. */
    String heading() {
        return capital(drawn(VERBS)) + " the " + drawn(ADJECTIVES) + " " + drawn(NOUNS) + " in " + name();
    }

    /** Two words for a link or a cell. */
    String label() {
        return capital(drawn(ADJECTIVES)) + " " + drawn(NOUNS);
    }

    private String drawn(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
