package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Pages that answer 200 and say in their title, their heading or their first words that they stand in for another: soft
 * 404s, error and maintenance pages, gates, block pages, parked domains, also in the middle of a site's full frame.
 *
 * <p>An article on such pages stays an article: signs open the title or a part of it, a title that explains or asks is no
 * sign, and running text clears the suspicion. Words of navigation do not: they are many on any page.
 */
final class StandIns {

    private static final int LINES = 6;
    private static final int LONGEST_LINE = 300;

    /** A page with this many words of main text has content, whatever else it says; a frame has less. */
    private static final int MOST_WORDS = 1_500;

    /** Running text of at most this many words lets the first lines speak for the page as its title does. */
    private static final int BARE = 60;

    private static final int SENTENCE = 12;

    private static final int OWN_LINES = 60;

    private static final int HOLLOW = 12;

    /** What offers a way elsewhere. */
    private static final Set<String> OFFERS =
            Set.of("a", "li", "nav", "footer", "button", "select", "label", "option", "aside");

    private static final List<Sign> SIGNS = Stream.of(GateSigns.ALL, BlockSigns.ALL, AbsenceSigns.ALL, ErrorSigns.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Pattern PARTS = Pattern.compile(" [|\"'·•:>-] | - |: ");

    /** A title that asks about, or explains, what a stand-in would say. */
    private static final Pattern ASKS = Pattern.compile(
            "\\bhow (?:to|do|can|does|we|i)\\b|\\bwhy\\b|\\bfix(?:ing|es|ed)?\\b|\\btroubleshoot|\\bmean(?:s|ing)?\\b"
                    + "|\\bwhat (?:is|are|does|do|to do|causes|happens)\\b|\\bunderstand|\\bexplain|\\bresolv(?:e|ing)\\b|\\bbeheben\\b|\\blösen\\b"
                    + "|^(?:warum|wieso|wie|was|pourquoi|comment (?!not|removed|deleted)|cómo|por qué|perché|come (?!back)|waarom|hoe|como|por que) "
                    + "|^(?:what|when|where|who|which|can|may|do|does|should|will) .{3,}\\?"
                    + "|^(?!.*\\b(?:18|21|human|robot)\\b)(?!are you|avez-vous|êtes-vous|sind sie|bist du|¿|sei |hai |ben |bent |você |lost|looking for).{10,}\\?(?:$| [|-] )");

    /** A title of a text about what a stand-in would say. */
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?:policy|guide|guidelines|tips|faq|handling|(?<!following )errors|messages|history|schedule|richtlinie)\\b");

    private StandIns() {}

    /** The first sign that fits the title or heading, else the first words of a bare main text. */
    static Optional<Finding> shown(PageView view, List<Block> blocks) {
        int prose = prose(blocks);
        if (MainText.words(blocks) > MOST_WORDS || (prose >= SENTENCE && asks(view))) {
            return Optional.empty();
        }
        // Where a main text was found, a line outside of it may be a banner's or a form's.
        List<String> spoken = MainText.words(blocks) < HOLLOW ? spoken(view) : titles(view);
        return sign(spoken, prose)
                .or(() -> prose > BARE ? Optional.empty() : sign(first(view, blocks), prose))
                .map(sign -> Finding.of(sign.state(), sign.code(), "Title or heading: " + shortened(view) + "."));
    }

    /** The same of a page that is nothing but lines of text: the first speaks for it. */
    static Optional<Finding> shown(List<Block> lines) {
        return sign(lines.stream().limit(1).map(StandIns::line).toList(), prose(lines))
                .map(sign -> Finding.of(
                        sign.state(),
                        sign.code(),
                        "The text begins so: " + shortened(lines.getFirst().text())));
    }

    private static Optional<Sign> sign(List<String> lines, int prose) {
        return SIGNS.stream()
                .filter(sign -> prose <= sign.prose() && lines.stream().anyMatch(line -> says(line, sign)))
                .findFirst();
    }

    /** Whether the title, a part of it, the first heading, or the first words of a bare page fit the sign. */
    static boolean says(PageView view, Sign sign) {
        return spoken(view).stream().anyMatch(line -> says(line, sign));
    }

    /**
     * The first passages, and the first that are neither link nor item: a frame may stand before them. A banner that was
     * told from the main text says nothing of the page.
     */
    private static List<String> first(PageView view, List<Block> blocks) {
        Set<String> own =
                own(view, OFFERS).limit(OWN_LINES).map(Passages::collapse).collect(Collectors.toSet());
        return Stream.concat(
                        blocks.stream().limit(LINES),
                        blocks.stream().skip(LINES).filter(block -> own.contains(block.text())))
                .map(StandIns::line)
                .toList();
    }

    /** What the page's elements say themselves, those of such tags and what is in them left out. */
    private static Stream<String> own(PageView view, Set<String> tags) {
        Outline outline = view.outline();
        return Stream.iterate(
                        0,
                        i -> i < outline.size(),
                        i -> tags.contains(outline.element(i).normalName()) ? outline.end(i) : i + 1)
                .map(outline::element)
                .filter(element -> !tags.contains(element.normalName()))
                .map(Element::ownText)
                .filter(text -> !text.isBlank());
    }

    private static boolean says(String line, Sign sign) {
        return sign.fits(line) && !ABOUT.matcher(line).find();
    }

    /** Words of running text: of passages long enough to be sentences, which items of a menu are not. */
    static int prose(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block -> Outline.countWords(block.text()))
                .filter(words -> words >= SENTENCE)
                .sum();
    }

    /** The same of a page whose passages were not told from its frame yet. */
    static int prose(PageView view) {
        return own(view, Set.of())
                .mapToInt(Outline::countWords)
                .filter(words -> words >= SENTENCE)
                .sum();
    }

    static boolean asks(PageView view) {
        return ASKS.matcher(view.plainTitle()).find()
                || ASKS.matcher(view.plainHeading()).find()
                || ABOUT.matcher(view.plainHeading()).find();
    }

    private static List<String> spoken(PageView view) {
        return Stream.concat(titles(view).stream(), view.plainLines().stream()).toList();
    }

    private static List<String> titles(PageView view) {
        var lines = new ArrayList<String>();
        lines.add(view.plainTitle());
        lines.add(view.plainHeading());
        PARTS.splitAsStream(view.plainTitle()).forEach(lines::add);
        return lines;
    }

    private static String line(Block block) {
        String text = block.text();
        String start = text.substring(0, Math.min(LONGEST_LINE, text.length()));
        return TextNormaliser.normalise(start).toLowerCase(Locale.ROOT);
    }

    private static String shortened(PageView view) {
        return shortened(view.title().isEmpty() ? view.heading() : view.title());
    }

    private static String shortened(String shown) {
        return shown.length() <= 120 ? shown : shown.substring(0, 120);
    }
}
