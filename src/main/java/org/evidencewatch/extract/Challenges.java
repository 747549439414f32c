package org.evidencewatch.extract;

import java.util.List;
import java.util.Locale;
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

    /**
     * What gives a challenge away.
     *
     * @param words of a page that has more it does not speak
     * @param pattern in lower case
     */
    private record Marker(String code, int words, Pattern pattern) {}

    private static final List<Marker> HEADERS = List.of(
            marker("cloudflare-challenge", 0, "^cf-mitigated: ?challenge"),
            marker("aws-waf-challenge", 0, "^x-amzn-waf-action: ?(?:challenge|captcha)"),
            marker("edge-block", 0, "^rimon: ?rwc_block"));

    private static final List<Marker> MACHINES = List.of(
            marker(
                    "cloudflare-challenge",
                    400,
                    "_cf_chl_opt|cf-challenge-running|id=cf-error-details|cf-browser-verification|id=challenge-error-text"),
            marker("datadome-challenge", 100, "var dd ?= ?\\{'rt'|(?:geo|ct)\\.captcha-delivery\\.com"),
            marker(
                    "imperva-challenge",
                    100,
                    "/_incapsula_resource\\?.*(?:swjiylwa|incident_id|cwudnsai)|reese84|/distil_r_captcha"),
            marker(
                    "akamai-challenge",
                    100,
                    "sec-if-cpt-container|errors\\.edgesuite\\.net|/_sec/(?:cp_challenge|verify)|[?&]bm-verify="),
            marker(
                    "perimeterx-challenge",
                    200,
                    "id=px-captcha|captcha\\.px-c(?:dn|loud)\\.net|/captcha/captcha\\.js\\?.*px|human-challenge"),
            marker("perimeterx-challenge", 40, "_pxappid"),
            marker("aws-waf-challenge", 60, "gokuprops|awswafcookiedomainlist|captcha\\.awswaf\\.com"),
            marker("aws-waf-challenge", 20, "token\\.awswaf\\.com"),
            marker("siteground-challenge", 100, "/\\.well-known/(?:sg)?captcha/"),
            marker("anubis-challenge", 200, "anubis_challenge|/\\.within\\.website/x/cmd/anubis"),
            marker("vercel-challenge", 100, "/\\.well-known/vercel/security/"),
            marker("sucuri-challenge", 60, "sucuri_cloudproxy_js|cdn\\.sucuri\\.net/sucuri-firewall"),
            marker("f5-challenge", 60, "/tspd/|bobcmn|_event_transid"),
            marker("fastly-challenge", 60, "/_fs-ch-"),
            marker("kasada-challenge", 60, "/149e9513-01fa-4fb0-aad4-566afd725d1b/|kpsdk"),
            marker("reblaze-challenge", 60, "window\\.rbzns|rbzreqid|/c3650cdf-216a-4ba2-80b0-9d6c540b105e"),
            marker("ddos-guard-challenge", 100, "check\\.ddos-guard\\.net|/\\.well-known/ddos-guard/"),
            marker("radware-challenge", 150, "validate\\.perfdrive\\.com|shieldsquare|captcha\\.perfdrive\\.com"),
            marker("imunify-challenge", 60, "imunify360|/wsidchk|id=lsrecaptcha|/\\.lsrecap/"),
            marker("qrator-challenge", 60, "/__qrator/"),
            marker("alibaba-challenge", 60, "acw_sc__v[23]|/_____tmd_____/"),
            marker("google-block", 100, "/sorry/index"),
            marker(
                    "antibot-challenge",
                    SHORT,
                    "/antibot/captcha|/captcha-challenge|js_challenge|challenge-form|/_guard/"),
            marker("turnstile-challenge", 40, "challenges\\.cloudflare\\.com/turnstile|hcaptcha\\.com/1/api"));

    private Challenges() {}

    /** A challenge announced by the headers, whatever the status. */
    static Optional<Finding> announced(Page page) {
        for (Marker marker : HEADERS) {
            for (var header : page.headers().entrySet()) {
                String line = header.getKey() + ": " + String.join(", ", header.getValue());
                if (marker.pattern.matcher(line.toLowerCase(Locale.ROOT)).find()) {
                    return Optional.of(blocked(marker.code, "a header announces it"));
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
                return Optional.of(blocked(marker.code, "its scripts are on a page of " + words + " words"));
            }
        }
        int prose = StandIns.prose(view);
        for (Sign sign : words <= SHORT && !StandIns.asks(view) ? BlockSigns.ALL : List.<Sign>of()) {
            if (prose <= sign.prose() && StandIns.says(view, sign)) {
                return Optional.of(blocked(sign.code(), "the page says so in " + words + " words"));
            }
        }
        return Optional.empty();
    }

    private static Finding blocked(String code, String how) {
        return Finding.of(PageState.BLOCKED, code, "An anti-bot page stands in for the content: " + how + ".");
    }

    /** In lower case, up to a bound that no challenge comes near. */
    private static String machinery(PageView view) {
        var found = new StringBuilder();
        for (Element element : view.document().getAllElements()) {
            if (found.length() >= MACHINERY) {
                break;
            }
            switch (element.normalName()) {
                case "script" -> add(found, element.attr("src"), " ", element.data());
                case "iframe", "img", "link" -> add(found, element.attr("src"), element.attr("href"));
                case "meta" -> add(found, refresh(element));
                case "form" -> add(found, element.attr("action"));
                default -> {}
            }
            if (!element.id().isEmpty()) {
                add(found, "id=", element.id());
            }
        }
        return found.toString().toLowerCase(Locale.ROOT);
    }

    private static void add(StringBuilder line, String... parts) {
        for (String part : parts) {
            line.append(part, 0, Math.min(part.length(), Math.max(0, MACHINERY - line.length())));
        }
        line.append('\n');
    }

    private static String refresh(Element meta) {
        return meta.attr("http-equiv").equalsIgnoreCase("refresh") ? meta.attr("content") : "";
    }

    private static Marker marker(String code, int words, String pattern) {
        return new Marker(code, words, Pattern.compile(pattern));
    }
}
