package org.evidencewatch.publish;

import java.nio.file.Path;

/**
 * What an export came to.
 *
 * @param rescore companies that wait for a score
 * @param digest SHA-256 over all files
 * @param publication what was recorded of it
 */
public record ExportReport(
        Path directory,
        int companies,
        int claims,
        int citations,
        int corrections,
        int rescore,
        int files,
        String digest,
        Publication publication) {

    /** What was recorded. */
    public enum Publication {
        /** It was recorded: the decisions in it are final. */
        RECORDED("recorded"),
        /** The last publication was the same. */
        UNCHANGED("unchanged"),
        /** It is for looking at: nothing was recorded. */
        PREVIEW("preview");

        private final String word;

        Publication(String word) {
            this.word = word;
        }

        /** For people and JSON. */
        public String word() {
            return word;
        }
    }
}
