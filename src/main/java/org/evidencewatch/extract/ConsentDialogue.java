package org.evidencewatch.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the dialogues that ask for consent to cookies by what they say and offer, whatever their elements are called: a
 * control that accepts, refuses or saves, in a part of the page that speaks of cookies all along.
 *
 * <p>A policy on cookies with a button among its sentences is no dialogue: a dialogue holds no {@code h1} and either few
 * words or several such controls.
 */
final class ConsentDialogue {

    private static final Pattern CONTROL = Pattern.compile(
            "(?i)(?:yes,? )?(?:i )?(?:accept|allow|agree|reject|decline|deny|refuse|save|confirm)(?: (?:and|&) (?:close|continue|accept|exit))?"
                    + "(?: (?:all|my|only|selected|essential|necessary|optional|non-essential|these|the|to))*"
                    + "(?: (?:cookies?|choices?|preferences|settings|selection|services|ones|exit))?[!.]?"
                    + "|got it!?|(?:cookie|privacy|consent)s? (?:settings|preferences|options)"
                    + "|(?:manage|customi[sz]e|change|view)(?: (?:my|all|your))? (?:cookies?|consent|preferences|choices|settings|options)(?: settings| preferences)?"
                    + "|(?:tout |j')?(?:accepter|accepte|refuser|autoriser|enregistrer)(?: (?:tous?|tout|toutes|les|mes|et|fermer|cookies|choix|préférences|sélection))*"
                    + "|(?:alle |alles )?(?:cookies )?(?:akzeptieren|annehmen|zulassen|ablehnen|zustimmen|speichern)|(?:auswahl|einstellungen) (?:speichern|bestätigen)"
                    + "|(?:aceptar|rechazar|permitir|guardar|accetta|rifiuta|salva|accepteren|weigeren|toestaan|aceitar|rejeitar)(?: \\p{L}+){0,3}");

    private static final Pattern SUBJECT = Pattern.compile("(?i)cookie|consent|einwilligung|consentement|traceurs?");

    private static final int FEW = 160;
    private static final int ONE_IN = 45;
    private static final int LABEL = 60;
    private static final int MOST_CONTROLS = 40;
    private static final int MOST_LEVELS = 12;

    private final Outline outline;

    private ConsentDialogue(Outline outline) {
        this.outline = outline;
    }

    /** The roots of the dialogues, as indexes of the outline. */
    static BitSet in(Outline outline) {
        var dialogues = new BitSet();
        var finder = new ConsentDialogue(outline);
        List<Integer> controls = finder.controls();
        for (int control : controls) {
            int root = finder.widest(control, controls);
            if (root > 0) {
                dialogues.set(root);
            }
        }
        return dialogues;
    }

    private List<Integer> controls() {
        var found = new ArrayList<Integer>();
        for (int i = 1; i < outline.size() && found.size() < MOST_CONTROLS; i++) {
            Element element = outline.element(i);
            boolean pressed = element.nameIs("button")
                    || element.nameIs("a")
                    || element.attr("role").equals("button");
            if (pressed && outline.words(i) > 0 && outline.words(i) <= 6) {
                String label = element.text().strip();
                if (label.length() <= LABEL && CONTROL.matcher(label).matches()) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    /** The widest ancestor that still is the dialogue; 0 where the control belongs to none. */
    private int widest(int control, List<Integer> controls) {
        int widest = 0;
        int level = 0;
        for (int i = parent(control); i > 0 && level < MOST_LEVELS; i = parent(i), level++) {
            int at = i;
            long within =
                    controls.stream().filter(c -> c > at && c < outline.end(at)).count();
            if (holdsTitle(i)
                    || (outline.words(i) > FEW && within < 2)
                    || 2 * outline.words(i) > 3 * outline.words(0) / 2) {
                return widest;
            }
            widest = speaksOfCookies(i) ? i : widest;
        }
        return widest;
    }

    private boolean speaksOfCookies(int index) {
        long mentions = SUBJECT.matcher(outline.element(index).text()).results().count();
        return mentions > 0 && mentions * ONE_IN >= outline.words(index);
    }

    private boolean holdsTitle(int index) {
        for (int i = index; i < outline.end(index); i++) {
            Element element = outline.element(i);
            if ((element.nameIs("h1") && outline.words(i) > 0) || element.nameIs("main")) {
                return true;
            }
        }
        return false;
    }

    /** The index of the parent element: the nearest one before whose subtree goes on after this one. */
    private int parent(int index) {
        for (int i = index - 1; i > 0; i--) {
            if (outline.end(i) >= outline.end(index) && outline.end(i) > index) {
                return i;
            }
        }
        return 0;
    }
}
