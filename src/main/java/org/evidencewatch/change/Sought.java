package org.evidencewatch.change;

import java.util.List;
import org.evidencewatch.company.Quote;
import org.evidencewatch.extract.NormalisedText;
import org.evidencewatch.extract.TextNormaliser;

/**
 * A quote made ready for being found.
 *
 * @param normal the quoted words in normal form
 * @param words those of the normal form; none where the quote is punctuation only, and then it is never found
 * @param prefix words that stood before it
 * @param suffix words that stood after it
 */
record Sought(NormalisedText normal, Words words, List<String> prefix, List<String> suffix) {

    static Sought of(Quote quote) {
        NormalisedText normal = TextNormaliser.normalised(quote.exact());
        return new Sought(
                normal,
                Words.of(normal.text()),
                Words.of(TextNormaliser.normalise(quote.prefix())).keys(),
                Words.of(TextNormaliser.normalise(quote.suffix())).keys());
    }

    /** How a run of the same words is spelled, the likest first. */
    enum Spelled {
        EXACTLY,
        NORMALLY,
        OTHERWISE,
        /** The words are those of another sentence: it goes on, begins earlier, or names another address. */
        IN_ANOTHER_SENTENCE
    }

    Spelled spelled(SearchedText text, int first) {
        int rawStart = text.normal().rawStart(text.words().starts()[first]) - lead();
        if (text.normal().raw().startsWith(normal.raw(), rawStart)) {
            return Spelled.EXACTLY;
        }
        int start = text.words().starts()[first] - words.starts()[0];
        if (text.normal().text().startsWith(normal.text(), start)) {
            return Spelled.NORMALLY;
        }
        return wholeSentence(text, first) && !words.keys().contains(Words.ADDRESS)
                ? Spelled.OTHERWISE
                : Spelled.IN_ANOTHER_SENTENCE;
    }

    Place place(SearchedText text, int first, Spelled spelled) {
        int start = text.words().starts()[first];
        int end = text.words().ends()[first + words.size() - 1];
        return switch (spelled) {
            case EXACTLY -> {
                int rawStart = text.normal().rawStart(start) - lead();
                yield text.rawPlace(rawStart, rawStart + normal.raw().length());
            }
            case NORMALLY -> {
                int from = start - words.starts()[0];
                yield text.place(from, from + normal.text().length());
            }
            case OTHERWISE, IN_ANOTHER_SENTENCE -> text.place(start, end);
        };
    }

    /** How many words of the context stand around that place. */
    int context(SearchedText text, int first) {
        int agreeing = 0;
        List<String> keys = text.words().keys();
        for (int i = 0; i < prefix.size() && first - 1 - i >= 0; i++) {
            if (!keys.get(first - 1 - i).equals(prefix.get(prefix.size() - 1 - i))) {
                break;
            }
            agreeing++;
        }
        int next = first + words.size();
        for (int i = 0;
                i < suffix.size()
                        && next + i < keys.size()
                        && keys.get(next + i).equals(suffix.get(i));
                i++) {
            agreeing++;
        }
        return agreeing;
    }

    int contextWords() {
        return prefix.size() + suffix.size();
    }

    private int lead() {
        return normal.rawStart(words.starts()[0]);
    }

    /** "Refunds within 14 days." does not stand in "Unless you are abroad, refunds within 14 days, less our costs." */
    private boolean wholeSentence(SearchedText text, int first) {
        String quoted = normal.text();
        boolean opens = Character.isUpperCase(quoted.codePointAt(words.starts()[0]));
        boolean lower = Character.isLowerCase(
                text.normal().text().codePointAt(text.words().starts()[first]));
        boolean begins = !(opens && lower) || Sentences.parts(text.gapBefore(first));
        boolean closes = Sentences.parts(quoted.substring(words.ends()[words.size() - 1]));
        return begins && (!closes || Sentences.parts(text.gapAfter(first + words.size() - 1)));
    }
}
