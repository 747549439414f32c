package org.evidencewatch.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Pages that came without their text, or before a script had put it in. */
final class HalfRendered {

    private static final int WORDLESS = 8;
    private static final int FEW = 3;
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}]{1,80}\\}\\}|\\$\\{[^{}]{1,80}\\}|<%=? ?\\w");
    private static final Pattern UNDEFINED = Pattern.compile("\\bundefined\\b|\\[object Object\\]|\\bNaN\\b");
    private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(?:[._:][A-Za-z][\\w-]*){2,8}");
    private static final Pattern WAITING = Pattern.compile(
            "^(?:loading|please wait|bitte warten|lädt|laden|wird geladen|chargement|veuillez patienter|cargando"
                    + "|caricamento|bezig met laden|carregando)\\b.{0,30}$");
    private static final String ROOTS =
            "main, [role=main], article, #root, #app, #__next, #__nuxt, #___gatsby, app-root";

    private static final Pattern OPENED = Pattern.compile("<(?:html|body)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSED = Pattern.compile("</(?:html|body)\\b", Pattern.CASE_INSENSITIVE);

    private HalfRendered() {}

    /**
     * A page whose body is opened and not closed. HTML allows that, so it says nothing by itself; but where the page closed
     * its body before, it was cut: a connection that ends early looks like the end of an answer without a length.
     */
    static Optional<StateReason> unclosed(PageView view) {
        return OPENED.matcher(view.html()).find()
                        && !CLOSED.matcher(view.html()).find()
                ? Optional.of(new StateReason(Reading.UNCLOSED, "The page ends without closing its body."))
                : Optional.empty();
    }

    static Optional<Finding> shown(PageView view, List<Block> blocks) {
        int words = MainText.words(blocks);
        return unfilled(blocks, words)
                .or(() -> wordless(view, words))
                .or(() -> keys(blocks))
                .or(() -> waiting(view, blocks));
    }

    /** Templates that no script has filled; code samples are few against a page of prose. */
    private static Optional<Finding> unfilled(List<Block> blocks, int words) {
        int holes = blocks.stream().mapToInt(block -> holes(block.text())).sum();
        return holes >= FEW && holes * 12 > words
                ? empty("unfilled-template", holes + " placeholders in " + words + " words.")
                : Optional.empty();
    }

    private static int holes(String text) {
        boolean templates = text.indexOf('{') >= 0 || text.indexOf('<') >= 0;
        boolean blanks = text.contains("undefined") || text.contains("[object") || text.contains("NaN");
        int holes = templates ? (int) TEMPLATE.matcher(text).results().count() : 0;
        return blanks ? holes + (int) UNDEFINED.matcher(text).results().count() : holes;
    }

    /** Names of texts where the texts should stand. */
    private static Optional<Finding> keys(List<Block> blocks) {
        long keys = blocks.stream()
                .filter(block ->
                        block.text().length() < 100 && KEY.matcher(block.text()).matches())
                .count();
        return keys >= FEW && keys * FEW >= blocks.size() && StandIns.prose(blocks) == 0
                ? empty("untranslated-keys", keys + " of " + blocks.size() + " passages are names of texts.")
                : Optional.empty();
    }

    /** A frame around an empty place, or around a word that asks for patience. */
    private static Optional<Finding> waiting(PageView view, List<Block> blocks) {
        if (StandIns.prose(blocks) > 0 || !scripts(view)) {
            return Optional.empty();
        }
        boolean says = blocks.stream()
                .map(block -> block.comparisonText().toLowerCase(Locale.ROOT))
                .anyMatch(line -> WAITING.matcher(line).matches());
        if (says) {
            return empty("loading", "The page asks to wait for its text.");
        }
        List<Element> roots = view.document().select(ROOTS);
        boolean hollow =
                !roots.isEmpty() && roots.stream().allMatch(root -> Outline.countWords(root.text()) < WORDLESS);
        return hollow ? empty("unrendered-main", "The place of the main content is empty.") : Optional.empty();
    }

    private static Optional<Finding> wordless(PageView view, int words) {
        if (words >= WORDLESS) {
            return Optional.empty();
        }
        return scripts(view)
                ? empty("script-shell", "Scripts, and " + words + " words of main text.")
                : empty("no-text", words + " words of main text.");
    }

    private static boolean scripts(PageView view) {
        return view.document().selectFirst("script") != null;
    }

    private static Optional<Finding> empty(String code, String detail) {
        return Optional.of(Finding.of(PageState.EMPTY, code, detail));
    }
}
