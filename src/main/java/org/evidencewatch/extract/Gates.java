package org.evidencewatch.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Pages of little text that ask for something first, told by their forms and controls. */
final class Gates {

    private static final int BARE = 120;
    private static final int BANNER = 300;
    private static final int LEFT = 25;

    private static final Pattern LOGIN = Pattern.compile(
            "^(?:log|sign)[ -]?in\\b|^(?:login|anmelden|anmeldung|einloggen|se connecter|connexion|iniciar sesión|accedi|inloggen"
                    + "|aanmelden|iniciar sessão|entrar|welcome back)\\b");
    private static final Pattern FORM = Pattern.compile("log-?in|sign-?in|session|auth|sso");
    private static final Pattern CONSENT = Pattern.compile(
            "\\bcookies?\\b|\\bconsent|\\bpartner|\\btrack|\\bprivacy\\b|\\bpersonali[sz]"
                    + "|einwillig|datenschutz|\\bzwecke|confidentialité|privacidad|privacidade|toestemming|accept|akzept|reject|ablehn|refus");
    private static final Pattern ACCEPT = Pattern.compile(
            "^(?:i )?(?:accept|agree|allow|reject|consent|got it)\\b|^(?:alle )?(?:akzeptieren|zustimmen|ablehnen)|^(?:tout )?(?:accepter|refuser)"
                    + "|^(?:aceptar|rechazar|accetta|rifiuta|accepteren|weigeren|aceitar|rejeitar|einverstanden|j'accepte)\\b");

    private Gates() {}

    static Optional<Finding> shown(Page page, PageView view, List<Block> blocks) {
        int words = MainText.words(blocks);
        return login(view, words).or(() -> consent(page, view, blocks, words));
    }

    /** A password form alone is common on any page; here it stands in for the content. */
    private static Optional<Finding> login(PageView view, int words) {
        if (words > BARE || StandIns.asks(view)) {
            return Optional.empty();
        }
        boolean password =
                view.html().contains("assword") && view.document().selectFirst("input[type=password]") != null;
        boolean named = LOGIN.matcher(view.plainHeading()).find()
                || LOGIN.matcher(view.plainTitle()).find();
        boolean form = named && view.document().select("form").stream().anyMatch(Gates::forLogin);
        return password || form
                ? Optional.of(Finding.of(PageState.RESTRICTED, "login-form", "A login form stands in for the content."))
                : Optional.empty();
    }

    private static boolean forLogin(Element form) {
        String names = form.attr("action") + " " + form.id() + " " + form.className();
        return FORM.matcher(names.toLowerCase(Locale.ROOT)).find()
                && form.selectFirst("input[type=email], input[type=text], input[type=tel], input:not([type])") != null;
    }

    /** What a visitor is asked about cookies, and next to nothing else; a cookie policy has that in its title. */
    private static Optional<Finding> consent(Page page, PageView view, List<Block> blocks, int words) {
        String about = view.plainTitle() + " " + view.plainHeading() + " "
                + page.requestedUrl().map(URI::getPath).orElse("").toLowerCase(Locale.ROOT);
        if (words > BANNER || CONSENT.matcher(about).find()) {
            return Optional.empty();
        }
        int left = blocks.stream()
                .filter(block -> !CONSENT.matcher(block.comparisonText().toLowerCase(Locale.ROOT))
                        .find())
                .mapToInt(block -> Outline.countWords(block.text()))
                .sum();
        boolean asks = left < LEFT
                && view.html().contains("ookie")
                && view.document().select("button, a, input[type=submit], [role=button]").stream()
                        .anyMatch(Gates::accepts);
        return asks && words >= LEFT
                ? Optional.of(Finding.of(
                        PageState.INTERSTITIAL, "consent-only", "Words about cookies, and " + left + " others."))
                : Optional.empty();
    }

    private static boolean accepts(Element control) {
        String label = control.text() + control.attr("value");
        return label.length() < 60
                && ACCEPT.matcher(TextNormaliser.normalise(label).toLowerCase(Locale.ROOT))
                        .find();
    }
}
