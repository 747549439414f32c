package org.evidencewatch.extract;

import java.util.List;

/** Challenges and block pages of the usual vendors, in their words. */
final class BlockSigns {

    private static final int BLOCK = 130;

    /** Words that other pages use too. */
    private static final int COMMON = 60;

    static final List<Sign> ALL = List.of(
            blocked(
                    "cloudflare-challenge",
                    "^just a moment\\.\\.\\.$|^attention required! \\| cloudflare|^checking (?:your browser|if the site connection is secure)"
                            + "|^please wait\\.\\.\\. \\| cloudflare|^enable javascript and cookies to continue|^verifying you are human"),
            blocked(
                    "cloudflare-block",
                    "^sorry, you have been blocked|^error (?:code:? )?10(?:0\\d|1[0-35]|20)\\b|^access denied \\| .* used cloudflare"
                            + "|^you are being rate limited|^this website is using a security service to protect"),
            blocked("ddos-guard-challenge", "^ddos[ -]guard\\b|^ddos protection by"),
            blocked("vercel-challenge", "^vercel security checkpoint|^we're verifying your browser"),
            blocked("sucuri-block", "^sucuri web ?site firewall|^access denied - sucuri"),
            blocked(
                    "f5-block",
                    "^request rejected$|^the requested url was rejected|^please enable javascript to view the page content"),
            blocked(
                    "perimeterx-challenge",
                    "^access to this page has been denied|^(?:please )?press & hold to confirm|press & hold to confirm you are"),
            blocked("imperva-challenge", "^request unsuccessful\\. incapsula|^pardon our interruption"),
            blocked("datadome-challenge", "^(?:please )?enable js and disable any ad ?blocker|^you have been blocked$"),
            blocked(
                    "akamai-block",
                    "^reference #\\d+\\.[0-9a-f]{6,}|^an error occurred while processing your request\\.? reference #"),
            blocked(
                    "wordfence-block",
                    "^your access to this (?:site|service) has been (?:temporarily )?limited|^a potentially unsafe operation has been detected"),
            blocked(
                    "radware-challenge",
                    "^(?:shieldsquare|radware) (?:captcha|block|bot)|made us think that you are a bot"),
            blocked("siteground-challenge", "^robot challenge screen"),
            blocked("imunify-challenge", "^one moment, please\\b|^please wait while your request is being verified"),
            blocked("fastly-challenge", "^client challenge$|^a required part of this site couldn't load"),
            blocked(
                    "antibot-challenge",
                    "^making sure you're not a bot|^verif(?:y|ying) (?:that )?(?:your browser|you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot))"
                            + "|please wait for verification|^are you a (?:human|robot)\\b|^human verification$|^bot verification$|^one more step$"
                            + "|^(?:performing )?security (?:check(?:point)?|verification)$|^robot check$|^(?:captcha|recaptcha)(?: check| challenge| page)?$"
                            + "|^(?:please )?(?:confirm|prove) (?:that )?you(?:'re| are) (?:not a (?:ro)?bot|(?:a )?human)|^checking you(?:'re| are) human"
                            + "|^(?:please )?complete the (?:security check|captcha)|^(?:bestätigen sie|bestätige), dass (?:sie|du) (?:ein mensch|kein roboter)"
                            + "|^vérifions que vous|^(?:verifica|comprueba|demuestra) que (?:eres humano|no eres un robot)|^bot detected|^automated access"),
            Sign.of(
                    PageState.BLOCKED,
                    "access-denied",
                    COMMON,
                    "^(?:http |error |status )*(?:403[:. |-]*)?(?:access|zugriff|zugang) (?:is |was |to .{1,60} (?:is|was|has been) )?"
                            + "(?:denied|forbidden|verweigert|restricted)(?:$|[!.:,|(-]| on this| you| for)",
                    "^(?:http |error |status |fehler )*403(?:\\.\\d+)?[ :.|-]*(?:error|forbidden|access denied|not allowed)?(?:$|[!.:,|(-]| on this)"
                            + "|^forbidden(?:$|[!.:,|(]| you)|^you don't have permission to access (?:this resource|\"|/|http)",
                    "^accès (?:refusé|interdit)|^acceso (?:denegado|prohibido)|^accesso negato|^toegang geweigerd|^acesso negado",
                    "^blocked$|^(?:you(?:'ve| have) been|you're|your (?:ip|access|request|connection)(?: address)? (?:has been|is|was)"
                            + "|the request (?:is|was|has been)|this request was|web page|this page has been) (?:temporarily )?blocked\\b",
                    "^.{0,60}\\bblocked (?:due to|by) (?:a |our |the )?(?:network|security|administrator|firewall|server)(?: policy| rules| service)?",
                    "^not acceptable!?(?:$| an appropriate)|^attack (?:id|detected)\\b|^web application firewall"),
            blocked(
                    "rate-limited",
                    "^whoa there, pardner|^our systems have detected unusual traffic|^slow down, too many"),
            Sign.of(
                    PageState.BLOCKED,
                    "rate-limited",
                    COMMON,
                    "^(?:http |error |status )*(?:429[:. -]*)?too many requests|^429$|^rate limit(?:ed)?(?: exceeded)?[!.]?$"
                            + "|^unusual traffic|^zu viele anfragen|^trop de requêtes"));

    private BlockSigns() {}

    private static Sign blocked(String code, String... patterns) {
        return Sign.of(PageState.BLOCKED, code, BLOCK, patterns);
    }
}
