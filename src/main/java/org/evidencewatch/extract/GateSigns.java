package org.evidencewatch.extract;

import java.util.List;

/** Gates before the content: age, consent, region, login; and domains that are for sale. */
final class GateSigns {

    private static final int GATE = 90;
    private static final String HERE = "(?:enter|view|continue|access|visit|proceed|see|use this)";

    static final List<Sign> ALL = List.of(
            Sign.of(
                    PageState.PARKED,
                    "parked-domain",
                    200,
                    "^(?:the |this )?(?:domain|website)(?: name)?(?: \\S{3,80})? (?:is |may be |has been )?(?:for sale|parked|expired|available for purchase)",
                    "^\\S{3,60} (?:domain )?(?:is|may be) for sale\\b|^buy this domain|^\\S{3,60}\\.[a-z]{2,10} (?:is for sale|is parked|domain is)",
                    "^there isn't a github pages site here|^(?:parked domain|parked page|domain parking)|^website (?:coming soon|expired)"
                            + "|^sorry, this shop is currently unavailable|^(?:site|project|deployment|shop) not found",
                    "diese domain steht zum verkauf|^diese domain (?:ist geparkt|kaufen)|ce (?:nom de )?domaine est à vendre"
                            + "|este dominio está (?:en|a la) venta|questo dominio è in vendita|dit domein is te koop|este domínio está à venda"),
            Sign.of(
                    PageState.PARKED,
                    "parked-domain",
                    40,
                    "^(?:account|site|website|hosting|this account|this site|this website|this store|your account)"
                            + " (?:has been |is |was |currently )*(?:suspended|unavailable$|expired)|\\bparked (?:for )?free\\b"),
            Sign.of(
                    PageState.INTERSTITIAL,
                    "age-gate",
                    GATE,
                    "^(?:are|is) you (?:at least |over )?(?:1[68]|21)\\b|^(?:over|at least) 1[68]\\b|^are you (?:of legal|old enough)",
                    "you must be (?:at least |over )?(?:1[68]|18\\+|21)(?: years)?(?: of age| old)?(?: or (?:older|over))? to "
                            + HERE,
                    "^age (?:verification|check|restricted|gate)(?: required)?$|^verify your age|^(?:confirm|enter) your (?:age|date of birth|birthday)"
                            + "|^(?:adults only|18\\+ only|please confirm (?:that )?you are)",
                    "^altersprüfung|^(?:bist du|sind sie) (?:schon |bereits |über |mindestens )*18|^(?:avez-vous|êtes-vous) (?:plus de 18|majeur|âgé)"
                            + "|^(?:¿)?(?:eres|es usted|tienes) .{0,20}(?:mayor de edad|18 años)|^(?:sei maggiorenne|hai più di 18|hai almeno 18)"
                            + "|^(?:ben je|bent u) .{0,20}18|^você (?:tem|é) .{0,20}(?:18 anos|maior de idade)"),
            Sign.of(
                    PageState.INTERSTITIAL,
                    "consent-gate",
                    250,
                    "^before you continue(?: to \\S+)?$|^bevor (?:sie|du) (?:zu .{1,30} )?(?:weitergeh|fortfähr|fortfahr)|^avant d'accéder à"
                            + "|^avant de continuer$|^antes de continuar$|^prima di continuare$|^voordat je verdergaat",
                    "^we (?:value|care about|respect) your privacy[!.]?$|^your privacy choices$|^(?:cookie|privacy) consent$"
                            + "|^(?:we and our|wir und unsere) (?:\\d+ )?partner.{0,40}(?:store|speichern|use|verwenden)"
                            + "|^(?:your|deine|ihre|vos|tus|sus) (?:privacy is important|privatsphäre|données, votre choix)"
                            + "|^wir (?:schätzen|respektieren) (?:ihre|deine) privatsphäre|^nous (?:respectons|accordons de l'importance à) votre vie privée"
                            + "|^valoramos tu privacidad|^rispettiamo la tua privacy|^wij waarderen (?:uw|je) privacy|^valorizamos (?:a )?sua privacidade"),
            Sign.of(
                    PageState.INTERSTITIAL,
                    "region-gate",
                    30,
                    "^(?:(?:sorry|oops|unfortunately)[,!. ]*)?(?:this|the|our|we(?:'re| are)?|\\S{2,30} is)?.{0,40}\\b(?:not|isn't|aren't|unavailable) "
                            + "(?:currently |yet |available )*in your (?:country|region|location|area)\\b",
                    "^(?:please )?(?:select|choose|confirm) (?:your |a )?(?:country|region|location|language)(?:(?: and| or|/| &) ?(?:your )?(?:country|region|language))?$",
                    "^(?:are you in the right place|you(?:'re| are) (?:visiting|browsing) (?:our|the) .{1,30} (?:site|store))",
                    "^(?:wähle|wählen sie) (?:dein|ihr)e? (?:land|region|sprache)|^choisissez votre (?:pays|région|langue)|^(?:elige|selecciona) tu (?:país|región|idioma)"
                            + "|^(?:seleziona|scegli) (?:il tuo paese|la tua lingua)|^(?:kies|selecteer) (?:je|uw) (?:land|taal)"
                            + "|^in (?:deinem|ihrem) land nicht verfügbar|^(?:non|pas) disponible dans votre pays|^no disponible en tu país"),
            Sign.of(
                    PageState.RESTRICTED,
                    "login-required",
                    20,
                    "^(?:log|sign) ?in with your\\b|^(?:continue|log in|sign in) with (?:google|apple|facebook|microsoft|github|sso|e-?mail)$"),
            Sign.of(
                    PageState.RESTRICTED,
                    "login-required",
                    70,
                    "^(?:sorry[,!. ]*)?you (?:must|need to|have to) (?:be (?:logged[ -]in|signed[ -]in|a (?:registered )?member|registered)|log ?in|sign ?in|register)",
                    "^(?:please )?(?:log|sign) ?in (?:or (?:register|sign up|create an account) )?to (?:continue|view|see|access|your account to|read)"
                            + "|^(?:log|sign)[ -]?in (?:is )?required|^authentication required|^please (?:log|sign) ?in$|^unauthori[sz]ed(?: access)?$|^401(?:$| unauthori)",
                    "^members only(?:$|[.!:]| (?:content|area|page|section)$)|^this (?:content|page|community|group|article|forum|site|space|topic|board) is (?:private|restricted|password[ -]protected"
                            + "|only (?:available|visible)|for (?:members|registered)|protected|reserved)|^private (?:community|site|page|group|content)$|^permission denied",
                    "^(?:sorry[,!. ]*)?you (?:are not (?:authori[sz]ed|logged in|signed in|allowed)|do not have (?:sufficient )?(?:permission|access)|don't have (?:permission|access))"
                            + "|^the board requires you to be registered|^enter (?:store )?using password|^protected: |^subscribe to (?:continue|keep) reading",
                    "^(?:sie sind )?nicht (?:angemeldet|eingeloggt|berechtigt)|^(?:bitte )?(?:melden sie sich|melde dich|logge? (?:dich|sie sich)) .{0,20}(?:an|ein)\\b"
                            + "|^anmeldung erforderlich|^veuillez vous (?:connecter|identifier)|^vous devez (?:être connecté|vous connecter)|^connexion requise"
                            + "|^(?:debes|tienes que|por favor,?) (?:iniciar|inicia) sesión|^(?:devi|è necessario) (?:accedere|effettuare)"
                            + "|^(?:je|u) moet (?:ingelogd|inloggen)|^(?:você precisa|é necessário) (?:estar|fazer|entrar)"));

    private GateSigns() {}
}
