package org.evidencewatch.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Optional;
import org.evidencewatch.change.Reason;

/** One difference, with its reason code and the words on both sides. */
@JsonInclude(Include.NON_ABSENT)
public record PassageView(String code, Optional<String> before, Optional<String> after, int severity) {

    public static PassageView of(Reason passage) {
        return new PassageView(passage.code(), passage.before(), passage.after(), passage.severity());
    }
}
