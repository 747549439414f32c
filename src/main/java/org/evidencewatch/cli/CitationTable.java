package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import org.evidencewatch.citation.CitationSheets.Listed;
import org.evidencewatch.citation.CitationSheets.Repaired;
import org.evidencewatch.citation.CitationSheets.Sheet;

/** Prints what a company cites, and what was repaired of it, for people. */
final class CitationTable {

    private final PrintWriter out;

    CitationTable(PrintWriter out) {
        this.out = out;
    }

    void print(Sheet sheet) {
        sheet.citations().forEach(this::print);
        if (!sheet.repairs().isEmpty()) {
            out.printf("%nRepairs%n");
            sheet.repairs().forEach(this::print);
        }
        out.flush();
    }

    private void print(Listed listed) {
        var cited = listed.cited();
        out.printf(
                "%-8s  %-10s  %s%n",
                listed.retired().isPresent() ? "retired" : cited.kind().key(),
                cited.accessed().map(LocalDate::toString).orElse("-"),
                Ink.safe(cited.title()));
        detail(Ink.safe(cited.url()));
        if (!cited.url().equals(listed.page())) {
            detail("read as " + listed.page());
        }
        cited.quote().ifPresent(quote -> detail("\"" + Ink.safe(quote.exact()) + "\""));
        listed.retired().ifPresent(since -> detail("since " + since));
    }

    private void print(Repaired repair) {
        out.printf(
                "%4d  %-8s  %s  by %s%s: %s%n",
                repair.id(),
                repair.kind(),
                repair.at(),
                Ink.safe(repair.by()),
                repair.decision().map(decision -> ", decision " + decision).orElse(""),
                Ink.safe(repair.why()));
        String before = repair.before().path("url").asString();
        String after = repair.after().path("url").asString();
        detail(Ink.safe(before) + (before.equals(after) ? "" : " -> " + Ink.safe(after)));
    }

    private void detail(String text) {
        out.printf("%22s%s%n", "", text);
    }
}
