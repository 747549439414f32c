package org.evidencewatch.web.api;

import java.util.Optional;
import org.evidencewatch.change.Reason;

/** One difference, with its reason code and the words on both sides. */
record PassageView(String code, Optional<String> before, Optional<String> after, int severity) {

    static PassageView of(Reason passage) {
        return new PassageView(passage.code(), passage.before(), passage.after(), passage.severity());
    }
}
