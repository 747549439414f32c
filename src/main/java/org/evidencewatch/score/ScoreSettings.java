package org.evidencewatch.score;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By what records are scored ({@code EVIDENCE_RUBRIC}; {@code evidence.rubric}).
 *
 * @param rubric in force: the name of its file in {@code config/rubrics}, without the ending
 */
@ConfigurationProperties(ScoreSettings.PREFIX)
record ScoreSettings(@DefaultValue(ScoreSettings.DEFAULT) String rubric) {

    static final String PREFIX = "evidence";
    static final String DEFAULT = "ces-1.1";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

    /** An empty variable is as good as none. */
    ScoreSettings {
        rubric = rubric.isBlank() ? DEFAULT : rubric.strip();
        if (!NAME.matcher(rubric).matches()) {
            throw new IllegalArgumentException(
                    "EVIDENCE_RUBRIC: a rubric is named in lower case letters, digits, dots and hyphens, not '%s'"
                            .formatted(rubric));
        }
    }
}
