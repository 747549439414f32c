package org.evidencewatch.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Anti-bot challenges and block pages, by their headers or by the machinery of a short page.
 *
 * <p>Machinery is what a reader does not see: scripts, frames, refreshes, form targets, ids. A page that writes about
 * challenges has their names in its prose, not there, and more words than a challenge has.
 */
final class Challenges {

    private static final int SHORT = 150;
    private static final int MACHINERY = 400_000;

    private record Marker(String code, int words, Pattern pattern) {}

    private static final List<Marker> HEADERS = List.of(
            marker("cloudflare-challenge", 0, "^cf-mitigated: ?challenge"),
            marker("aws-waf-challenge", 0, "^x-amzn-waf-action: ?(?:challenge|captcha)"),
            marker("edge-block", 0, "^rimon: ?rwc_block"));

    private static final List<Marker> MACHINES = List.of(
            marker(
                    "cloudflare-challenge",
                    400,
                    "_cf_chl_opt|cf-challenge-running|id=cf-error-details|cf-browser-verification"),
            marker("datadome-challenge", 100, "var dd ?= ?\\{'rt'|(?:geo|ct)\\.captcha-delivery\\.com"),
            marker("imperva-challenge", 100, "/_incapsula_resource\\?.*(?:swjiylwa|incident_id|cwudnsai)"),
            marker("akamai-challenge", 100, "sec-if-cpt-container|errors\\.edgesuite\\.net|/_sec/cp_challenge"),
            marker("perimeterx-challenge", 200, "id=px-captcha|captcha\\.px-cdn\\.net|/captcha/captcha\\.js\\?.*px"),
            marker("aws-waf-challenge", 60, "gokuprops|awswafcookiedomainlist"),
            marker("siteground-challenge", 100, "/\\.well-known/sgcaptcha/"),
            marker("anubis-challenge", 200, "anubis_challenge|/\\.within\\.website/x/cmd/anubis"),
            marker(
                    "antibot-challenge",
                    SHORT,
                    "/antibot/captcha|/captcha-challenge|js_challenge|challenge-form|/_guard/"),
            marker("turnstile-challenge", 40, "challenges\\.cloudflare\\.com/turnstile|hcaptcha\\.com/1/api"));

    private static final List<Marker> WORDS = List.of(
            marker(
                    "cloudflare-challenge",
                    SHORT,
                    "^just a moment\\.\\.\\.$|^attention required! \\| cloudflare"
                            + "|^ddos protection by|^checking your browser"),
            marker(
                    "cloudflare-block",
                    SHORT,
                    "^sorry, you have been blocked|^error 10(?:06|07|08|09|10|12|15|20)\\b"
                            + "|^access denied \\| .* used cloudflare"),
            marker("vercel-challenge", SHORT, "^vercel security checkpoint"),
            marker("sucuri-block", SHORT, "^sucuri website firewall"),
            marker("f5-block", SHORT, "^(?:request rejected$|the requested url was rejected)"),
            marker("perimeterx-challenge", SHORT, "^access to this page has been denied|press & hold to confirm"),
            marker("imperva-challenge", SHORT, "^request unsuccessful\\. incapsula"),
            marker(
                    "antibot-challenge",
                    SHORT,
                    "^making sure you're not a bot|^verifying (?:your browser|you are human)"
                            + "|^verify(?:ing)? (?:that )?you are (?:a )?human|please wait for verification|^are you a (?:human|robot)"
                            + "|^human verification|^bot verification|^one more step|^security check(?:point)?$|^pardon our interruption"
                            + "|^robot check|^client challenge$|^captcha\\b|confirm (?:that )?you(?:'re| are) (?:not a (?:ro)?bot|human)"),
            marker(
                    "access-denied",
                    SHORT,
                    "^(?:error )?(?:403[:. -]*)?(?:access (?:is )?(?:denied|forbidden)|forbidden)\\b"
                            + "|^403(?: error)?$|^zugriff verweigert|^accès (?:refusé|interdit)|^blocked$|^(?:you(?:'ve| have) been"
                            + "|you're|your (?:ip|access|request)(?: address)? (?:has been|is|was)) (?:temporarily )?blocked"
                            + "|blocked (?:due to|by) (?:a |our )?(?:network|security) (?:policy|rules)"),
            marker(
                    "rate-limited",
                    SHORT,
                    "^(?:429[:. -]*)?too many requests|^slow down, too many|^rate limit(?:ed)? exceeded"
                            + "|^whoa there, pardner|^unusual traffic"));

    private Challenges() {}

    /** A challenge announced by the headers, whatever the status. */
    static Optional<Finding> announced(Page page) {
        for (Marker marker : HEADERS) {
            for (var header : page.headers().entrySet()) {
                String line = header.getKey() + ": " + String.join(", ", header.getValue());
                if (marker.pattern.matcher(line).find()) {
                    return Optional.of(blocked(marker, "a header announces it"));
                }
            }
        }
        return Optional.empty();
    }

    /** A challenge or block page, told by a short page's machinery, title, heading or first words. */
    static Optional<Finding> shown(PageView view) {
        int words = view.words();
        String machinery = words <= 400 ? machinery(view) : "";
        for (Marker marker : MACHINES) {
            if (words <= marker.words && marker.pattern.matcher(machinery).find()) {
                return Optional.of(blocked(marker, "its scripts are on a page of " + words + " words"));
            }
        }
        for (Marker marker : WORDS) {
            if (words <= marker.words && StandIns.says(view, marker.pattern)) {
                return Optional.of(blocked(marker, "the page says so in " + words + " words"));
            }
        }
        return Optional.empty();
    }

    private static Finding blocked(Marker marker, String how) {
        return Finding.of(PageState.BLOCKED, marker.code, "An anti-bot page stands in for the content: " + how + ".");
    }

    private static String machinery(PageView view) {
        var found = new StringBuilder();
        for (Element element : view.document().getAllElements()) {
            if (found.length() > MACHINERY) {
                break;
            }
            switch (element.normalName()) {
                case "script" ->
                    found.append(element.attr("src"))
                            .append(' ')
                            .append(element.data())
                            .append('\n');
                case "iframe", "img", "link" ->
                    found.append(element.attr("src"))
                            .append(element.attr("href"))
                            .append('\n');
                case "meta" -> found.append(refresh(element)).append('\n');
                case "form" -> found.append(element.attr("action")).append('\n');
                default -> {}
            }
            if (!element.id().isEmpty()) {
                found.append("id=").append(element.id()).append('\n');
            }
        }
        return found.toString();
    }

    private static String refresh(Element meta) {
        return meta.attr("http-equiv").equalsIgnoreCase("refresh") ? meta.attr("content") : "";
    }

    private static Marker marker(String code, int words, String pattern) {
        return new Marker(code, words, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
