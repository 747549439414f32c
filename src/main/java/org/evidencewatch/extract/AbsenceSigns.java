package org.evidencewatch.extract;

import java.util.List;

/** Soft 404s, removed and moved content, in the words of the usual sites in seven languages. */
final class AbsenceSigns {

    private static final int FRAME = 150;
    private static final String SORRY =
            "^(?:(?:oops|sorry|whoops|hmm+|uh[ -]?oh|ooops|ups|oups|oh no|we're sorry)[!,.: ]*)*";
    private static final String THE = "(?:the |this |that |your )?(?:requested |page'?s )?(?:help |community )?";
    private static final String THING =
            "(?:page|article|topic|thread|post|document|content|site|file|url|discussion|item"
                    + "|resource|route|message|question|address|link)";
    private static final String SOUGHT = "(?: (?:that )?(?:you(?:'re| are| were| have)?|we) (?:\\w+ ){0,3}"
            + "(?:looking for|requested|after|for|find|visit|reach|access|view|specified))?";
    private static final String SEITE =
            "(?:die |der |das |diese[rs]? )?(?:von ihnen )?(?:angeforderte[rs]?n? |gesuchte[rs]? |gewünschte[rs]? )?"
                    + "(?:seite|artikel|beitrag|inhalt|thema|dokument)";

    static final List<Sign> ALL = List.of(
            Sign.of(
                    PageState.GONE,
                    "soft-404",
                    FRAME,
                    SORRY
                            + "(?:http |error |status |fehler |erreur |errore |erro |fout )*(?:code )?:?[ -]*404(?:\\.\\d+)?(?:$|[ !.,:|-]*$"
                            + "|[!.,:| -]+(?:error|not|page|file|the|this|that|we|oops|sorry|seite|fehler|erreur|la|página|pagina|nothing|content"
                            + "|article|went|can't|looks|object|\\(?not|default))",
                    "^.{1,20}[ -]404!?$",
                    "^default backend",
                    "^cannot get /"),
            Sign.of(
                    PageState.GONE,
                    "soft-404",
                    FRAME,
                    SORRY + THE + THING + SOUGHT
                            + "(?:,? \"?/\\S{0,200}\"?,?)? (?:was |is |were |are |could |can|does |do |did )?(?:not|n't|no longer)"
                            + " ?(?:be )?(?:found|available|exist|here|accessible|be displayed|be reached)\\b",
                    SORRY + THE + THING + SOUGHT + " (?:doesn't|isn't|can't|cannot|couldn't|wasn't|no longer)(?: be)?"
                            + " (?:found|exists?|available|here|accessible|there)\\b",
                    "^(?:not found|nothing (?:was )?found(?: here)?|no such (?:page|article|topic|route|file))[!. ]*$",
                    "^(?:page|article|topic|site|content|file|object|record|url|resource|thread|post) (?:not|wasn't) found\\b",
                    SORRY
                            + "(?:we(?:'re| are) sorry[,.]? )?(?:but )?we (?:can't|cannot|couldn't|could not|can not|were unable to|didn't|are unable to)"
                            + " (?:seem to )?(?:find|locate) (?:that|the|this|what|your|a)\\b",
                    "^there(?:'s| is) nothing (?:here|at this address)|^nothing to see here|^this is not the (?:web ?)?page you",
                    "^(?:oops[!,. ]*)?that page doesn't exist or is private|^looks like you(?:'ve| have)? (?:followed a broken link|got lost|are lost)",
                    "^(?:invalid (?:thread|post|forum|user|page|link|topic)(?: specified)?|dead link|broken link|page missing|missing page)\\.?$",
                    "^url no longer exists|^invalid page$|^unknown (?:page|topic|article)$|^(?:page|link) (?:expired|unavailable)$|^what\\? where'd it go"),
            Sign.of(
                    PageState.GONE,
                    "soft-404",
                    FRAME,
                    SORRY + SEITE
                            + ".{0,50}(?:nicht gefunden|nicht finden|existiert (?:leider )?nicht|nicht (?:mehr )?(?:verfügbar|existiert"
                            + "|vorhanden|auffindbar|erreichbar))",
                    "^(?:wir konnten|wir können) (?:die|den|diese) .{0,40}nicht finden|^nicht gefunden[!. ]*$",
                    SORRY
                            + "(?:la |cette |l'|le |ce )?(?:page|article|contenu|document|sujet|ressource).{0,60}(?:introuvable|non trouvée?|n'existe"
                            + " (?:pas|plus)|n'est (?:pas|plus) disponible|n'a pas (?:pu être|été) trouvée?)",
                    "^(?:nous n'avons pas (?:pu )?trouv|nous ne trouvons pas|page manquante)"),
            Sign.of(
                    PageState.GONE,
                    "soft-404",
                    FRAME,
                    "^(?:¡?(?:ups|vaya|lo sentimos|oh no)[!,.: ]*)*(?:la |esta |el |este )?(?:página|artículo|contenido|documento|tema)"
                            + ".{0,50}(?:no (?:se )?(?:ha sido |se ha |fue |se pudo )?encontra|no existe|ya no (?:existe|está)|no (?:está )?disponible)",
                    "^(?:no (?:hemos podido|pudimos) encontrar|no se encuentra|no encontrad[oa])",
                    "^(?:ops[!,.: ]*|ci dispiace[!,.: ]*|spiacenti[!,.: ]*)*(?:la |questa |il |l'|questo )?(?:pagina|articolo|contenuto|documento)"
                            + ".{0,50}(?:non (?:è stat[oa] )?trovat|non esiste|non (?:è )?(?:più )?disponibil|inesistente)",
                    "^(?:oeps[!,.: ]*|sorry[!,.: ]*|helaas[!,.: ]*)*(?:de |deze |het |dit )?(?:pagina|artikel|inhoud|onderwerp)"
                            + ".{0,50}(?:niet (?:meer |worden )*(?:gevonden|vinden|beschikbaar)|bestaat niet)",
                    "^(?:ops[!,.: ]*|opa[!,.: ]*|desculpe[!,.: ]*)*(?:a |esta |o |este )?(?:página|artigo|conteúdo|documento)"
                            + ".{0,50}(?:não (?:foi |pôde ser )?encontrad|não existe|não (?:está )?(?:mais )?disponível)",
                    "^sidan (?:hittades inte|kunde inte hittas)|^siden (?:blev ikke fundet|ble ikke funnet)|^sivua ei löytyn|^strona nie"),
            Sign.of(
                    PageState.GONE,
                    "content-removed",
                    80,
                    SORRY
                            + "(?:the|this|that) (?:page|article|topic|thread|post|content|question|message|discussion|document)"
                            + SOUGHT
                            + " (?:has been|was|is|has) (?:removed|deleted|archived|retired|no longer available|expired|moved or deleted|unpublished)",
                    "^this (?:help cent(?:er|re)|community|forum|site|workspace) (?:no longer exists|has been (?:closed|shut down|archived))",
                    "^(?:\\[(?:deleted|removed)\\]|(?:article|page|post|topic|content) (?:deleted|removed|retired|archived))$",
                    "^(?:dieser|diese|dieses) (?:artikel|seite|beitrag|thema) wurde (?:gelöscht|entfernt)",
                    "^(?:cet article|cette page|ce contenu|ce sujet) a été (?:supprimée?|retirée?)"),
            Sign.of(
                    PageState.MOVED,
                    "moved-notice",
                    40,
                    "^(?:this|the|our) (?:page|article|site|website|help cent(?:er|re)|document|forum|community|content|topic|blog) (?:has |was |is )"
                            + "(?:been |now )?(?:moved|relocated|migrated)\\b|^we(?:'ve| have) moved\\b|^(?:page|document|object|site) moved\\b",
                    "^redirecting(?:$|\\.| you\\b| to \\S+\\.\\.)|^you (?:are being|will be|should be) (?:automatically )?redirected|^(?:301 )?moved permanently|^302 found|^30[278] "
                            + "|^(?:sie werden|du wirst) .{0,20}weitergeleitet|^weiterleitung|^redirection en cours|^vous allez être redirigé"
                            + "|^redirigiendo|^(?:diese|die) seite (?:ist|wurde) (?:umgezogen|verschoben)|^cette page a (?:été déplacée|déménagé)"));

    private AbsenceSigns() {}
}
