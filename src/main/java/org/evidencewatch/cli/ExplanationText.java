package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.evidencewatch.change.Versions;
import org.evidencewatch.review.WordDiff;
import org.evidencewatch.web.json.PassageView;

/** Explanations for people. */
record ExplanationText(PrintWriter out) {

    void print(Explanation told) {
        out.printf("Change %d, %s: %s%n", told.change(), told.state(), Ink.safe(told.url()));
        told.candidate().ifPresent(url -> out.printf("  it may be at %s now%n", Ink.safe(url)));
        told.baseline().ifPresent(side -> print("before", side));
        print("after", told.capture());
        out.printf("  read anew by extractor %s%n", told.extractorVersion());
        print("recorded " + QueueTable.time(told.observedAt()), told.recorded());
        print("recomputed", told.recomputed());
        agreement(told.agrees(), told.recordedBy(), told.today());
        told.confirmation()
                .ifPresentOrElse(
                        by -> out.printf("Confirmed %s by capture %d.%n", QueueTable.time(by.at()), by.capture()),
                        () -> out.println("No later read has confirmed it."));
        told.outcome()
                .ifPresent(end -> out.printf(
                        "Ended %s: %s (%s)%n", QueueTable.time(end.at()), end.outcome(), Ink.safe(end.detail())));
        told.decisions()
                .forEach(said -> out.printf(
                        "Decided %s by %s: %s, %s%n",
                        QueueTable.time(said.at()), Ink.safe(said.by()), said.verdict(), Ink.safe(said.why())));
    }

    void print(CaptureExplanation told) {
        out.printf(
                "Capture %d, %s, %s: %s%n",
                told.capture(), QueueTable.time(told.at()), told.outcome(), Ink.safe(told.url()));
        told.signed()
                .ifPresent(
                        signed -> out.printf("  brought by %s: %s%n", Ink.safe(signed.by()), Ink.safe(signed.why())));
        out.printf("  %s: %s%n", told.rule().code(), told.rule().sentence());
        told.aliases()
                .forEach(alias -> out.printf(
                        "  also %s (%s, last seen %s)%n",
                        Ink.safe(alias.url()), alias.kind(), QueueTable.time(alias.lastSeen())));
        told.change().ifPresent(id -> out.printf("  change %d (evidence explain %d)%n", id, id));
        told.baseline().ifPresent(side -> print("before", side));
        told.shown().ifPresent(side -> print("after", side));
        print("recorded", told.recorded());
        print("recomputed", told.recomputed());
        agreement(told.agrees(), told.recordedBy(), told.today());
        told.differences().forEach(this::print);
    }

    private void agreement(boolean agrees, Versions recorded, Versions today) {
        out.println(agrees ? "Both agree." : "They do NOT agree.");
        if (recorded.equals(today)) {
            out.printf("Both by extractor %s, comparison %s.%n", today.extractor(), today.detector());
        } else {
            out.printf(
                    "Other rules recorded it: extractor %s, comparison %s; recomputed by extractor %s, comparison %s.%n",
                    recorded.extractor(), recorded.detector(), today.extractor(), today.detector());
        }
    }

    private void print(String name, Explanation.Side side) {
        out.printf(
                "  %-6s  capture %d%s, %s, %s, first read by %s%n          sha256 %s%n",
                name,
                side.capture(),
                mark(side.signedBy()),
                QueueTable.time(side.at()),
                side.state(),
                side.firstReadBy().orElse("none"),
                side.digest());
    }

    private void print(String name, CaptureExplanation.Side side) {
        out.printf(
                "  %-6s  capture %d%s%s, %s, read as %s by %s, first read by %s%n          sha256 %s%n",
                name,
                side.capture(),
                mark(side.signedBy()),
                side.broughtBy().map(id -> " (bytes of " + id + ")").orElse(""),
                side.state(),
                side.platform(),
                side.way(),
                side.firstReadBy().orElse("none"),
                side.digest());
        side.stateReasons()
                .forEach(reason -> out.printf("          %s: %s%n", reason.code(), Ink.safe(reason.detail())));
    }

    /** What stands behind a capture that a person brought, wherever one is shown. */
    static String mark(Optional<String> signedBy) {
        return signedBy.map(by -> " (signed by " + Ink.safe(by) + ")").orElse("");
    }

    private void print(String name, Explanation.Found found) {
        out.printf("%s: %s, severity %d%n", name, found.verdict(), found.severity());
        var ink = new Ink(Terminal.out());
        for (PassageView reason : found.reasons()) {
            var words =
                    WordDiff.of(reason.before().map(Ink::safe), reason.after().map(Ink::safe));
            out.printf(
                    "  %3d  %s: %s -> %s%n",
                    reason.severity(), Ink.safe(reason.code()), ink.removed(words.before()), ink.added(words.after()));
        }
    }

    private void print(LineDifference lines) {
        out.println(lines.alike() ? "These lines differ, and are compared alike:" : "These lines differ:");
        print("-", lines.before(), lines.beforeCompared());
        print("+", lines.after(), lines.afterCompared());
    }

    private void print(String mark, Optional<String> line, Optional<String> compared) {
        line.ifPresent(text -> out.printf("  %s %s%n", mark, Ink.safe(text)));
        compared.ifPresent(text -> out.printf("    compared as: %s%n", Ink.safe(text)));
    }
}
