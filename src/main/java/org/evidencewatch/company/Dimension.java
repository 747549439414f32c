package org.evidencewatch.company;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The dimension of the rubric in which a claim is made; the key is the word of the database and of the JSON form. */
public enum Dimension {
    CHANNELS("channels", "(cancellation )?channels?"),
    CANCELLATION_PAGE("cancellation_page", "(official )?cancellation page"),
    PAUSE("pause", "pause( ?/ ?| or )freeze|pause|freeze"),
    REFUND("refund", "refund policy|refunds?"),
    DELETION("deletion", "(account|data|account( ?/ ?| and | or )data) deletion|deletion"),
    BILLING("billing", "billing( terms)?|renewal|(free )?trial");

    private final String key;
    /** A regular expression of what cards call it, in lower case. */
    private final String labels;

    Dimension(String key, String labels) {
        this.key = key;
        this.labels = labels;
    }

    /** The word for it in files and in the database. */
    public String key() {
        return key;
    }

    /** The dimension with exactly this key. */
    public static Optional<Dimension> withKey(String key) {
        return List.of(values()).stream().filter(d -> d.key.equals(key)).findFirst();
    }

    /** The dimension that a published card calls by this label, in any case. */
    static Optional<Dimension> labelled(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return List.of(values()).stream().filter(d -> wanted.matches(d.labels)).findFirst();
    }
}
