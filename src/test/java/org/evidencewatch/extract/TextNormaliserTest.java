package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextNormaliserTest {

    private static final int TEXTS = 30_000;

    @ParameterizedTest
    @CsvSource({
        "'re\u00ADfund', 'refund'",
        "'re\u200Bfund\uFEFF', 'refund'",
        "'\u202Erefund\u202C', 'refund'",
        "'14\u00A0days', '14 days'",
        "'14\u202Fdays\u2009now', '14 days now'",
        "'14\u3000days', '14 days'",
        "'\u201CNo\u201D and \u2018yes\u2019', '\"No\" and ''yes'''",
        "'\u201Enein\u201C, \u00AB oui \u00BB', '\"nein\", \" oui \"'",
        "'\u300Cはい\u300D', '\"はい\"'",
        "'``No'''' and 5\u2033', '\"No\" and 5\"'",
        "'5\u2032 6\u2034', '5'' 6\"'''",
        "'5\u201310 business\u2011days \u2014 or \u22125', '5-10 business-days - or -5'",
        "'\u00BD a day', '1/2 a day'",
        "'\uFB01nal e\uFB03cient', 'final efficient'",
        "'wait\u2026', 'wait...'",
        "'cafe\u0301', 'caf\u00E9'",
        "'e\u200D\u0301', '\u00E9'",
        "'  a \t\n b  ', 'a b'",
        "'don\u00B4t, don \u0301t', 'don''t, don''t'",
        "'ok \u00B4tis', 'ok ''tis'",
        "'\uFF11\uFF14 days', '14 days'",
        "'\u3131\u314F', '가'"
    })
    void makesSpellingsThatLookAlikeEqual(String written, String normal) {
        assertThat(TextNormaliser.normalise(written)).isEqualTo(normal);
    }

    @Test
    void keepsCaseAccentsAndPunctuation() {
        String text = "Über 14 Tage: $9.99 (20 %) — nein! • col·lecció";
        assertThat(TextNormaliser.normalise(text)).isEqualTo("Über 14 Tage: $9.99 (20 %) - nein! • col·lecció");
    }

    @Test
    void isIdempotentOnAnyCharacters() {
        var texts = new RandomText(20260101);
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.next(14);
            String once = TextNormaliser.normalise(text);
            assertThat(TextNormaliser.normalise(once)).as(() -> codes(text)).isEqualTo(once);
        }
    }

    @Test
    void givesEveryUnicodeFormOfATextTheSameNormalForm() {
        var texts = new RandomText(20260202);
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.next(14);
            String normal = TextNormaliser.normalise(text);
            for (Form form : Form.values()) {
                String spelled = Normalizer.normalize(text, form);
                assertThat(TextNormaliser.normalise(spelled))
                        .as(() -> form + " of " + codes(text))
                        .isEqualTo(normal);
            }
        }
    }

    /** A page cuts its text into nodes and blocks: normalising the parts first must change nothing. */
    @Test
    void normalisesPartsAsItNormalisesTheWhole() {
        var texts = new RandomText(20260303);
        for (int i = 0; i < TEXTS; i++) {
            String first = texts.next(8);
            // No part begins with an accent that belongs to the one before.
            String second = texts.next(8).replaceFirst("^[\\p{M}\\p{C}\u3164\uFFA0]+", "");
            String parts = TextNormaliser.normalise(first) + " " + TextNormaliser.normalise(second);
            assertThat(TextNormaliser.normalise(parts))
                    .as(() -> codes(first) + codes(second))
                    .isEqualTo(TextNormaliser.normalise(first + " " + second));
        }
    }

    @Test
    void leadsEveryCharacterBackToTheRawText() {
        var texts = new RandomText(20260404);
        for (int i = 0; i < TEXTS; i++) {
            String raw = texts.next(14);
            NormalisedText normal = TextNormaliser.normalised(raw);
            int length = normal.text().length();
            int[] starts = IntStream.range(0, length).map(normal::rawStart).toArray();
            int[] ends = IntStream.range(0, length).map(normal::rawEnd).toArray();
            assertThat(starts).as(() -> codes(raw)).isSorted();
            assertThat(ends).as(() -> codes(raw)).isSorted();
            assertThat(IntStream.range(0, length)).allMatch(at -> starts[at] < ends[at] && ends[at] <= raw.length());
        }
    }

    @Test
    void showsRawWordsThatNormaliseToThoseFound() {
        var texts = new RandomText(20260505);
        for (int i = 0; i < TEXTS; i++) {
            NormalisedText normal = TextNormaliser.normalised(texts.next(14));
            int from = i % (normal.text().length() + 1);
            int to = from + (i / 7) % (normal.text().length() - from + 1);
            String words = normal.text().substring(from, to);
            assertThat(TextNormaliser.normalise(normal.raw(from, to)))
                    .as(() -> words + " in " + codes(normal.raw()))
                    .satisfies(shown -> assertThat(apostrophes(shown)).contains(apostrophes(words)));
        }
    }

    @Test
    void showsWhatTheNormalFormHides() {
        NormalisedText normal = TextNormaliser.normalised("  We re\u00ADfund\u00A0 \u201Cwithin 14\u2009days\u201D. ");
        int at = normal.text().indexOf("refund \"within");
        assertThat(normal.raw(at, at + "refund \"within".length())).isEqualTo("re\u00ADfund\u00A0 \u201Cwithin");
        assertThat(normal.raw(at, at)).isEmpty();
    }

    /** The cutting into pieces rests on this list, which Unicode may prolong. */
    @Test
    void knowsEveryCharacterThatComposesWithOneBefore() {
        var seconds = new BitSet();
        characters()
                .filter(c -> Normalizer.isNormalized(Character.toString(c), Form.NFC))
                .forEach(c -> decomposed(c, Form.NFD).codePoints().skip(1).forEach(seconds::set));
        assertThat(characters().filter(c -> !TextNormaliser.joins(c) && seconds.get(first(c))))
                .isEmpty();
    }

    static Stream<Named<String>> longTexts() {
        return Stream.of(
                Named.of("marks out of order", "a" + "\u0301".repeat(500_000) + "\u0327".repeat(500_000)),
                Named.of("marks by turns", "a" + "\u0301\u0327".repeat(500_000)),
                Named.of("vowels", "\u1100" + "\u1161".repeat(1_000_000)),
                Named.of("accents on spaces", " \u0301".repeat(500_000)),
                Named.of("ideographic spaces", "\u3000".repeat(1_000_000)),
                Named.of("quotation marks", "\u2032".repeat(1_000_000)),
                Named.of("words of 18 letters in one", "\uFDFA".repeat(300_000)),
                Named.of("lone surrogates", "\uDC00\uD800".repeat(500_000)),
                Named.of("nothing to see", "\u200B".repeat(2_000_000)));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void takesTimeInProportionToTheText(String text) {
        String normal = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> TextNormaliser.normalise(text));
        assertThat(TextNormaliser.normalise(normal)).isEqualTo(normal);
    }

    private static IntStream characters() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> c < 0xD800 || c > 0xDFFF);
    }

    private static int first(int c) {
        return decomposed(c, Form.NFKD).codePointAt(0);
    }

    private static String decomposed(int c, Form form) {
        return Normalizer.normalize(Character.toString(c), form);
    }

    /** Three primes are two signs; a cut between them pairs the primes anew. */
    private static String apostrophes(String normal) {
        return normal.strip().replace("\"", "''");
    }

    private static String codes(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted).toList().toString();
    }
}
