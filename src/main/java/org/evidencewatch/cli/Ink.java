package org.evidencewatch.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.evidencewatch.review.WordDiff.Run;
import picocli.CommandLine.Help.Ansi;

/**
 * Words for a person's terminal: emphasis where there is a terminal, none elsewhere. Texts that came from pages lose
 * the control characters with which they could rewrite what the terminal shows.
 */
record Ink(boolean terminal) {

    private static final String PLAIN = "\033[0m";
    private static final String BOLD = "\033[1m";
    private static final String REMOVED = "\033[31m";
    private static final String ADDED = "\033[32;1m";

    /** For standard output as it is. */
    static Ink ofOutput() {
        return new Ink(Ansi.AUTO.enabled());
    }

    /** Text on one line, without control and direction characters. */
    static String safe(String text) {
        return inline(text).strip();
    }

    /** The same for a piece of a line: the spaces around it stay. */
    static String inline(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    }

    String bold(String text) {
        return ink(BOLD, text);
    }

    String removed(List<Run> runs) {
        return words(REMOVED, runs);
    }

    String added(List<Run> runs) {
        return words(ADDED, runs);
    }

    private String words(String code, List<Run> runs) {
        return runs.isEmpty()
                ? "(nothing)"
                : runs.stream()
                        .map(run -> run.differs() ? ink(code, run.text()) : run.text())
                        .collect(Collectors.joining());
    }

    private String ink(String code, String text) {
        return terminal ? code + text + PLAIN : text;
    }
}
