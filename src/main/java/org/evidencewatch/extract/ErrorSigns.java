package org.evidencewatch.extract;

import java.util.List;

/** Error, maintenance and default pages of servers, proxies and frameworks. */
final class ErrorSigns {

    private static final int ERROR = 80;
    private static final String OOPS =
            "^(?:(?:oops|sorry|whoops|ooops|uh[ -]?oh|hmm+|we're sorry|error)[!,.: ]*)*(?:but )?";

    static final List<Sign> ALL = List.of(
            Sign.of(
                    PageState.ERROR,
                    "server-error",
                    ERROR,
                    OOPS
                            + "(?:http |error |status |code |fehler |erreur )*:?[ -]*5\\d\\d(?:\\.\\d+)?(?:[ !.:|-]*$|[!.:| -]+(?:\\(?internal|error|bad"
                            + "|service|gateway|server|connection|web|origin|ssl|a timeout|http|unknown|not|something|oops|sorry|backend|we|invalid|varnish))",
                    "^(?:internal )?server error(?:$|[!.:(-]| in '| 5\\d\\d| \\()|^internal error$",
                    "^bad gateway\\b|^gateway time-?out\\b|^service (?:temporarily |currently )?unavailable\\b"
                            + "|^the (?:server|service) is (?:temporarily |currently )?unavailable\\b|^runtime error$",
                    "^(?:the website encountered an unexpected error|there has been a critical error on this website"
                            + "|error establishing a database connection|whitelabel error page|fatal error: |uncaught (?:error|exception)"
                            + "|the server (?:encountered|returned) an? |upstream connect error|no healthy upstream|backend fetch failed"
                            + "|the request could not be satisfied|error: the request could not be satisfied|database error$|disallowedhost at"
                            + "|bad request(?:$| \\(400\\)|[.:!])|400 bad request|page expired$|419 \\||no such app$|routing error$)",
                    "^web server is (?:down|returning)|^(?:origin is unreachable|origin dns error|ssl handshake failed|invalid ssl certificate"
                            + "|web server is down|connection timed out$)|^this site can't be reached"),
            Sign.of(
                    PageState.ERROR,
                    "server-error",
                    ERROR,
                    "^application error(?:$|[!.:])|a client-side exception has occurred|^this page contains the following errors",
                    OOPS
                            + "something went (?:badly |terribly )?wrong(?:$|[.!,:;]| on our| while| when| and| please| try)|"
                            + OOPS + "looks like something went wrong",
                    OOPS
                            + "an (?:unexpected |internal |unknown )?error (?:has )?occurred\\b|^there (?:was|has been) an? (?:unexpected )?(?:error|problem)\\b",
                    OOPS
                            + "(?:we ran into some (?:problems|issues)|looks like there's a problem|there is a problem$|we hit a snag)",
                    "^an error occurred (?:while processing your request|in the application)|^(?:fehler|erreur|error|errore|erro|fout)!?$",
                    "^fastly error|^une erreur (?:est survenue|s'est produite)|^interner (?:server)?fehler|^(?:es ist )?ein (?:unerwarteter )?fehler"
                            + " (?:ist )?aufgetreten|^ha ocurrido un error|^se ha producido un error|^si è verificato un errore"
                            + "|^er is (?:iets misgegaan|een fout opgetreden)|^ocorreu um erro|^algo (?:deu errado|salió mal|ha ido mal)"
                            + "|^qualcosa è andato storto|^er ging iets mis|^etwas ist schiefgelaufen"),
            Sign.of(
                    PageState.ERROR,
                    "default-page",
                    200,
                    "^welcome to nginx|^apache2? .{0,20}default page|^it works!$|^test page for the|^iis windows server|^index of /"
                            + "|^default web ?site page|^congratulations! your (?:site|website|domain) is|^plesk .{0,20}default page"
                            + "|^web server's default page|^future home of"),
            Sign.of(
                    PageState.EMPTY,
                    "script-required",
                    40,
                    "^(?:unsupported browser|browser (?:is )?not supported|your browser is (?:not|no longer|out)|please (?:upgrade|update) your browser"
                            + "|(?:please )?(?:enable|turn on|activate) javascript|javascript (?:is )?(?:required|disabled|not (?:available|enabled)))"),
            Sign.of(
                    PageState.ERROR,
                    "offline",
                    40,
                    "^(?:you(?:'re| are)|sie sind|vous êtes) (?:currently )?(?:offline|hors ligne)|^offline(?: page)?$|^no internet connection"),
            Sign.of(
                    PageState.ERROR,
                    "maintenance",
                    60,
                    "^.{0,40}(?:down|closed|offline|unavailable) for (?:\\w+ ){0,2}maintenance\\b",
                    "^(?:(?:the |our |this )?(?:site|system|website|page|portal|forum|service|help cent(?:er|re)) (?:is )?|we(?:'re| are) )?"
                            + "(?:currently )?(?:under|in|undergoing|performing|doing) (?:some )?(?:\\w+ )?maintenance(?:$|[.!,;]| (?:right|at|mode|and|until|for|work|now|to)\\b)",
                    "^(?:\\w+ )?maintenance(?: mode| in progress| break)?!?$|^under construction$|^coming soon$",
                    "^we(?:'re| are) having some problems|^we(?:'ll| will) be (?:right |back )?(?:back|soon|online)\\b|^be right back\\.?$"
                            + "|^(?:we are |we're |site )?temporarily (?:down|unavailable|offline)|^back soon\\b",
                    "^wartung(?:sarbeiten|smodus)?\\b|^wir (?:führen|sind) .{0,40}wartung|^.{0,60}wegen wartung(?:sarbeiten)?\\b",
                    "^(?:site |page )?en (?:cours de )?maintenance\\b|\\bnous effectuons (?:actuellement )?(?:une|des) (?:opérations? de )?maintenance",
                    "^(?:sitio |página )?en mantenimiento\\b|^(?:sito )?in manutenzione\\b|^(?:site )?in onderhoud\\b|^em manutenção\\b"
                            + "|^estamos (?:realizando|en|em) .{0,20}(?:mantenimiento|manutenção)"));

    private ErrorSigns() {}
}
