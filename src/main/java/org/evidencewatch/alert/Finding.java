package org.evidencewatch.alert;

import java.util.Optional;
import java.util.Set;

/**
 * Something that an alert should tell now. An alert is open once for a kind and subject.
 *
 * @param subject what it is about, stable from check to check, e.g. {@code citation:17}, {@code job:refresh}
 * @param companyId the company whose evidence it is about; empty where several are concerned, or none
 * @param detail one sentence for people, on one line
 * @param cause what must become another for an answered alert to be told again; usually nothing
 * @param urgent whether it cannot wait for the daily digest
 * @param due whether it has lasted long enough to open an alert; else it only keeps one open
 * @param covers keys of alerts that this one tells, too
 */
public record Finding(
        Kind kind,
        String subject,
        Optional<Long> companyId,
        String detail,
        String cause,
        boolean urgent,
        boolean due,
        Set<String> covers) {

    private static final int LONGEST = 2_000;

    public Finding {
        covers = Set.copyOf(covers);
        detail = PlainText.line(detail, LONGEST);
        subject = PlainText.line(subject);
        if (subject.isEmpty() || detail.isEmpty()) {
            throw new IllegalArgumentException("a finding of " + kind + " about '" + subject + "': '" + detail + "'");
        }
    }

    /** One that is due, urgent as its kind is, and of no company. */
    public static Finding of(Kind kind, String subject, String detail) {
        return new Finding(kind, subject, Optional.empty(), detail, "", kind.urgent(), true, Set.of());
    }

    /** The same, of a company. */
    Finding ofCompany(long id) {
        return new Finding(kind, subject, Optional.of(id), detail, cause, urgent, due, covers);
    }

    /** The same; once the cause is another, an alert that somebody answered is told again. */
    public Finding because(String cause) {
        return new Finding(kind, subject, companyId, detail, cause, urgent, due, covers);
    }

    /** The same, told at once or not. */
    Finding urgent(boolean urgent) {
        return new Finding(kind, subject, companyId, detail, cause, urgent, due, covers);
    }

    /** The same, where it opens an alert only if it is due. */
    public Finding due(boolean due) {
        return new Finding(kind, subject, companyId, detail, cause, urgent, due, covers);
    }

    /** The same, in place of alerts of that kind about these subjects. */
    Finding covering(Set<String> keys) {
        return new Finding(kind, subject, companyId, detail, cause, urgent, due, keys);
    }

    String key() {
        return key(kind, subject);
    }

    static String key(Kind kind, String subject) {
        return kind.word() + " " + subject;
    }
}
