package org.evidencewatch.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pages that answer 200 and say in their title, heading or few words that they stand in for another: soft 404s, error and
 * maintenance pages, gates, parked domains. Patterns open the title or a part of it, so that an article on error pages
 * stays an article; a long main text clears the suspicion.
 */
final class StandIns {

    private record Sign(PageState state, String code, int words, Pattern pattern) {}

    private static final int FRAME = 600;
    private static final int BARE = 90;
    private static final int LINES = 4;

    private static final String THING =
            "(?:page|article|topic|thread|post|document|content|site|file|url|discussion|item)";

    private static final List<Sign> SIGNS = List.of(
            sign(
                    PageState.GONE,
                    "soft-404",
                    FRAME,
                    "^(?:(?:http |error |status )?(?:code )?404\\b(?!\\d)|.{0,20}\\b404$"
                            + "|(?:oops|sorry|whoops|uh[ -]?oh)?[!,. ]*(?:the |this |that |your )?(?:requested )?(?:help )?"
                            + THING
                            + " (?:was |is |could |can)?(?:not|n't) (?:be )?(?:found|available)|" + THING
                            + " not found|not found$"
                            + "|(?:oops|sorry)?[!,. ]*(?:the|that|this) " + THING
                            + " (?:you (?:were|are|'re) looking for )?"
                            + "(?:doesn't|does not|no longer|can't be|cannot be|could not be|couldn't be|has been removed|isn't)"
                            + "|(?:we |sorry, we )?(?:can't|cannot|couldn't|could not) find (?:that|the|this|what)|nothing (?:was )?found)"
                            + "|doesn't exist or is private|(?:requested )?" + THING
                            + " (?:could not|couldn't) be found"),
            sign(
                    PageState.GONE,
                    "soft-404",
                    FRAME,
                    "^(?:seite|artikel|beitrag|inhalt|thema|diese seite|die (?:angeforderte |gesuchte )?seite)"
                            + ".{0,40}(?:nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar|nicht vorhanden)"
                            + "|^(?:oups ?!? ?)?(?:la |cette |l')?(?:page|article|contenu).{0,40}(?:introuvable|non trouvée?|n'existe (?:pas|plus))"
                            + "|^página no encontrada|^pagina (?:non trovata|niet gevonden)|^página não encontrada|^sidan hittades inte"),
            sign(
                    PageState.GONE,
                    "content-removed",
                    200,
                    "^(?:the|this|that) (?:page|article|topic|thread|post|content|question)"
                            + " (?:has been|was|is) (?:removed|deleted|archived|retired|no longer available)|^this help cent(?:er|re) no longer exists"
                            + "|^sorry, this (?:post|message|page) (?:was|has been) (?:deleted|removed)"),
            sign(
                    PageState.ERROR,
                    "server-error",
                    250,
                    "^(?:error |http )?50[0-4]\\b(?!\\d)|^(?:internal )?server error|^bad gateway|^gateway time-?out"
                            + "|^service (?:temporarily )?unavailable|^application error|client-side exception has occurred"
                            + "|^(?:oops[!,. ]*)?(?:sorry, )?something went wrong|^an (?:unexpected )?error (?:has )?occurred"
                            + "|^(?:oops[!,. ]*)we ran into some problems|^looks like there's a problem|^fehler$|^erreur$|^error$"
                            + "|^fastly error|^an error occurred while processing your request|^une erreur est survenue|^interner serverfehler"
                            + "|this page contains the following errors"),
            sign(
                    PageState.ERROR,
                    "maintenance",
                    250,
                    "^(?:.{0,40}(?:down|closed|offline) for (?:scheduled )?maintenance|(?:site |system )?"
                            + "(?:under|in|scheduled) maintenance|maintenance(?: mode)?$|wartung(?:sarbeiten|smodus)?\\b|en maintenance|site en maintenance"
                            + "|offline page|we(?:'re| are) having some problems|we'll be (?:right )?back|(?:we are |site )?temporarily (?:down|unavailable|offline))"),
            sign(
                    PageState.PARKED,
                    "parked-domain",
                    300,
                    "^(?:this )?domain (?:name )?(?:is |may be )?(?:for sale|parked|expired)|domain is for sale"
                            + "|^buy this domain|^account suspended|^this account has been suspended|^there isn't a github pages site here"
                            + "|^parked domain|^website (?:coming soon|expired)|diese domain steht zum verkauf|ce domaine est à vendre"),
            sign(
                    PageState.INTERSTITIAL,
                    "age-gate",
                    250,
                    "^(?:are you )?(?:over|at least) 1[68]\\b|you must be (?:at least )?(?:1[68]|18\\+|21)"
                            + "|^age verification|^verify your age|^(?:confirm|enter) your (?:age|date of birth)|^adults only|^altersprüfung"),
            sign(
                    PageState.INTERSTITIAL,
                    "consent-gate",
                    250,
                    "^before you continue(?: to)?\\b|^bevor sie (?:zu .{1,30} )?weitergehen"
                            + "|^avant d'accéder à|^we value your privacy$|^your privacy choices$|^cookie consent$"),
            sign(
                    PageState.INTERSTITIAL,
                    "region-gate",
                    250,
                    "not available in your (?:country|region|location)|^select your (?:country|region)$"),
            sign(
                    PageState.RESTRICTED,
                    "login-required",
                    200,
                    "^you (?:must|need to) (?:be logged in|log ?in|sign ?in)|^(?:please )?(?:log|sign) ?in to (?:continue|view|see|access)"
                            + "|^members only|^this (?:content|page|community|group) is (?:private|restricted)|^private (?:community|site)|^permission denied"
                            + "|^you (?:are not authori[sz]ed|do not have permission)|^nicht angemeldet|^veuillez vous connecter"));

    private static final Pattern PARTS = Pattern.compile(" [|\"'·•:>-] | - |: ");

    private StandIns() {}

    /**
     * The first sign that fits: in the title, the heading, or the first lines of a main text of few words.
     */
    static Optional<Finding> shown(PageView view, List<Block> blocks) {
        int words = MainText.words(blocks);
        List<String> lines = words > BARE
                ? List.of()
                : blocks.stream()
                        .limit(LINES)
                        .map(block -> block.comparisonText().toLowerCase(Locale.ROOT))
                        .toList();
        for (Sign sign : SIGNS) {
            boolean said = words <= sign.words
                    && (says(view, sign.pattern)
                            || lines.stream()
                                    .anyMatch(line -> sign.pattern.matcher(line).find()));
            if (said) {
                return Optional.of(Finding.of(sign.state, sign.code, "Title or heading: " + shortened(view) + "."));
            }
        }
        return Optional.empty();
    }

    /** Whether the title, a part of it, the first heading, or the first words of a bare page fit the pattern. */
    static boolean says(PageView view, Pattern pattern) {
        String title = view.plainTitle();
        if (pattern.matcher(title).find()
                || pattern.matcher(view.plainHeading()).find()) {
            return true;
        }
        for (String part : PARTS.splitAsStream(title).toList()) {
            if (pattern.matcher(part).find()) {
                return true;
            }
        }
        return view.plainLines().stream().anyMatch(line -> pattern.matcher(line).find());
    }

    private static String shortened(PageView view) {
        String shown = view.title().isEmpty() ? view.heading() : view.title();
        return shown.length() <= 120 ? shown : shown.substring(0, 120);
    }

    private static Sign sign(PageState state, String code, int words, String pattern) {
        return new Sign(state, code, words, Pattern.compile(pattern));
    }
}
