package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/** Makes a block of the raw characters of one passage, or nothing where they are furniture. */
final class Passages {

    private static final int LONGEST = 100_000;

    private Passages() {}

    /** Empty where the passage has no letter or digit, or is a stamp, a counter or a vote question as a whole. */
    static Optional<Block> block(String heading, String raw) {
        return block(heading, raw, BlockKind.PARAGRAPH, Optional.empty());
    }

    /** The same for a passage of this kind in this post. */
    static Optional<Block> block(String heading, String raw, BlockKind kind, Optional<Long> post) {
        if (kind == BlockKind.CODE) {
            return code(heading, raw, post);
        }
        // Some pages escape their entities twice; a reader would see the codes, and codes that change nightly.
        String text = collapse(raw.contains("&#") ? Parser.unescapeEntities(raw, false) : raw);
        if (text.isEmpty() || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        String comparison = VolatileTokens.replace(TextNormaliser.normalise(text));
        return StampLines.matches(comparison)
                ? Optional.empty()
                : Optional.of(new Block(heading, text, comparison, kind, post));
    }

    /** Code keeps its lines and what they begin with: in some languages indentation is meaning. */
    private static Optional<Block> code(String heading, String raw, Optional<Long> post) {
        String bounded = raw.substring(0, Math.min(raw.length(), LONGEST));
        if (bounded.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        List<String> lines = bounded.lines()
                .map(String::stripTrailing)
                .dropWhile(String::isEmpty)
                .toList();
        String text = String.join("\n", lines).stripTrailing();
        String comparison = text.lines()
                .map(line -> indentation(line) + VolatileTokens.replace(TextNormaliser.normalise(line)))
                .collect(Collectors.joining("\n"));
        return Optional.of(new Block(heading, text, comparison, BlockKind.CODE, post));
    }

    private static String indentation(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** One line, runs of white space as one space, nothing that is no text; everything else as the page has it. */
    static String collapse(String raw) {
        int length = Math.min(raw.length(), LONGEST);
        var out = new StringBuilder(length);
        boolean gap = false;
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (c != '\u200B' && c != '\uFEFF' && c != '\u00AD' && isText(raw, i)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Controls and halves of characters come from numeric escapes; no database takes them. */
    private static boolean isText(String raw, int at) {
        char c = raw.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(raw.charAt(at - 1));
        }
        return !Character.isISOControl(c);
    }
}
