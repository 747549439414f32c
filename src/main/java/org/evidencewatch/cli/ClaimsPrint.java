package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.evidencewatch.change.Agreement;
import org.evidencewatch.change.ClaimLink;
import org.evidencewatch.change.ClaimSheet;
import org.evidencewatch.change.ClaimVerdict;

/** Prints the claims of a company for people. */
final class ClaimsPrint {

    /** As many pages on which nothing was found are shown one by one. */
    private static final int FEW = 3;

    private final PrintWriter out;

    ClaimsPrint(PrintWriter out) {
        this.out = out;
    }

    void print(ClaimSheet sheet) {
        out.println(sheet.name());
        sheet.claims().forEach(this::print);
        if (sheet.claims().isEmpty()) {
            out.println("  It claims nothing.");
        }
        long waiting = sheet.claims().stream()
                .flatMap(claim -> claim.pages().stream())
                .flatMap(page -> page.links().stream())
                .filter(link -> link.state() == ClaimLink.State.PROPOSED)
                .count();
        if (waiting > 0) {
            out.printf(
                    "%n%d passage%s %s for a reviewer: evidence company claims %s --accept ID… | --accept-all | --reject ID…"
                            + " --by NAME%n",
                    waiting, waiting == 1 ? "" : "s", waiting == 1 ? "waits" : "wait", sheet.slug());
        }
        out.flush();
    }

    private void print(ClaimSheet.Of claim) {
        out.printf("%n%s  %s%n", claim.dimension().key(), Ink.safe(claim.statement()));
        if (!claim.values().isEmpty()) {
            out.println("  states      " + values(claim.values()));
        }
        out.println("  agreement   " + agreement(claim.agreement()));
        List<ClaimSheet.Page> silent =
                claim.pages().stream().filter(page -> page.links().isEmpty()).toList();
        claim.pages().stream()
                .filter(page -> !page.links().isEmpty() || silent.size() <= FEW)
                .forEach(this::print);
        if (silent.size() > FEW) {
            out.printf("  on %d more cited pages nothing was found for it%n", silent.size());
        }
    }

    private static String values(List<ClaimSheet.Stated> values) {
        return values.stream()
                .map(value -> value.role() + " " + value.value()
                        + value.scope()
                                .map(scope -> " (" + Ink.safe(scope) + ")")
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    private static String agreement(Agreement agreement) {
        return agreement.state().word()
                + agreement
                        .first()
                        .map(first -> "; the weightiest page, %s, says %s"
                                .formatted(
                                        first.kind().word(), first.says().word().replace('-', ' ')))
                        .orElse("");
    }

    private void print(ClaimSheet.Page page) {
        out.printf("  %s  (%s)%n", Ink.safe(page.title()), page.kind().word());
        out.println("      " + Ink.safe(page.url()));
        out.printf(
                "      %s%s; read %s%s%n",
                page.verdict().map(ClaimVerdict::word).orElse("not linked"),
                page.value().map(value -> ", it states " + value).orElse(""),
                page.read().word(),
                page.readAt()
                        .map(at -> ", last well on " + LocalDate.ofInstant(at, ZoneOffset.UTC))
                        .orElse(""));
        page.tested()
                .filter(tested -> !page.sufficient().orElse(true))
                .ifPresent(tested -> out.println("      " + tested));
        page.better()
                .ifPresent(better ->
                        out.printf("      perhaps better: %s (%s)%n", Ink.safe(better.url()), Ink.safe(better.why())));
        page.links().forEach(this::print);
    }

    private void print(ClaimLink link) {
        out.printf(
                "      %d %s%s  \"%s\"%n",
                link.id(),
                link.state().word(),
                link.role()
                        .map(role -> "  " + role.word() + " " + link.value().orElse("")
                                + (link.agrees() ? "" : ", not as claimed"))
                        .orElse("  by its words"),
                Ink.safe(link.quote().exact()));
    }
}
