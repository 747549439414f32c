package org.evidencewatch.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evidencewatch.web.json.CompanyFreshnessView;
import org.evidencewatch.web.json.ObjectiveView;
import org.evidencewatch.web.json.UnreadableView;

/** The status for people, in 80 columns. What does not fit is counted; the JSON document has it all. */
final class StatusTable {

    private static final int MOST_LINES = 20;
    private static final int SLUG_WIDTH = 30;
    private static final int WIDTH = 76;

    private final PrintWriter out;
    private final StatusReport status;

    private StatusTable(PrintWriter out, StatusReport status) {
        this.out = out;
        this.status = status;
    }

    static void print(PrintWriter out, StatusReport status) {
        if (status.companies().isEmpty() && status.runs().isEmpty()) {
            out.println("no records yet: ./evidence import FILE");
            return;
        }
        new StatusTable(out, status).print();
    }

    private void print() {
        out.printf("Evidence as of %s%n%n", second(status.asOf()));
        out.printf("%-30s %8s  %-12s %-16s %5s%n", "COMPANY", "EVIDENCE", "CONFIRMED", "LAST ATTEMPT", "STALE");
        limited(status.companies(), this::company);
        section("Objectives", status.objectives(), this::objective);
        section("Cannot be read", status.cannotRead(), this::cannotRead);
        section("Open alerts", status.alerts(), this::alert);
        section("Last runs", status.runs(), this::run);
        out.printf(
                "%nWaiting: %d in the queue, %d to be scored again, %d undelivered%s%n",
                status.queue().open(),
                status.queue().rescore(),
                status.queue().undelivered(),
                status.queue().dead() == 0 ? "" : ", " + status.queue().dead() + " given up");
        out.println(
                status.attention().isEmpty()
                        ? "Nothing needs attention."
                        : "Needs attention: " + String.join(", ", status.attention()) + ".");
    }

    private void company(CompanyFreshnessView company) {
        out.printf(
                "%-30s %8d  %-12s %-16s %5s%n",
                cut(company.slug()),
                company.evidence(),
                ago(company.oldestConfirmed()),
                ago(company.lastAttempt()),
                company.stale().isEmpty() ? "-" : company.stale().size());
    }

    private void cannotRead(UnreadableView page) {
        out.println("  " + Ink.safe(page.url()));
        wrapped(page.reason() + " (" + page.standing() + " since " + second(page.since()) + ", cited by "
                + String.join(", ", page.companies()) + ")");
    }

    private void objective(ObjectiveView aim) {
        out.printf(
                Locale.ROOT,
                "  %s: %d of %d citations confirmed within %s, %d %%%n",
                cut(aim.name()),
                aim.confirmed(),
                aim.evidence(),
                span(Duration.parse(aim.within())),
                aim.percent());
        wrapped(String.format(
                Locale.ROOT,
                "objective %.4g %%: %s, burn rate %.1f now%s",
                aim.share() * 100,
                aim.met() ? "met" : "missed",
                aim.burn(),
                aim.week()
                        .map(rate -> String.format(Locale.ROOT, ", %.1f over a week", rate))
                        .orElse("")));
    }

    private void alert(AlertView alert) {
        out.printf(
                "  No %d, %s, since %s%s%n",
                alert.id(),
                alert.kind(),
                second(alert.openedAt()),
                alert.answer().map(answer -> " (" + answer.answer() + ")").orElse(""));
        wrapped(alert.company().map(name -> name + ": ").orElse("") + alert.detail());
    }

    private void run(StatusReport.Run run) {
        var replayed = run.asOf().equals(run.startedAt()) ? "" : " as of " + second(run.asOf());
        out.printf("  %-6d %-12s %-10s %s%s%n", run.id(), run.job(), run.state(), second(run.startedAt()), replayed);
        var counts = run.counts().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        if (!counts.isEmpty()) {
            wrapped(counts);
        }
        run.note().ifPresent(this::wrapped);
    }

    private <T> void section(String title, List<T> lines, Consumer<T> print) {
        if (!lines.isEmpty()) {
            out.printf("%n%s (%d)%n", title, lines.size());
            limited(lines, print);
        }
    }

    private <T> void limited(List<T> lines, Consumer<T> print) {
        lines.stream().limit(MOST_LINES).forEach(print);
        if (lines.size() > MOST_LINES) {
            out.printf("  and %d more: ./evidence status --json%n", lines.size() - MOST_LINES);
        }
    }

    private void wrapped(String text) {
        Wrapped.lines(Ink.safe(text), WIDTH).forEach(line -> out.println("    " + line));
    }

    private static String span(Duration span) {
        return span.toDays() >= 2 ? span.toDays() + " days" : span.toHours() + " hours";
    }

    private String ago(Optional<Instant> at) {
        if (at.isEmpty()) {
            return "never";
        }
        var span = Duration.between(at.get(), status.asOf());
        if (span.isNegative() || span.toMinutes() < 1) {
            return "just now";
        }
        if (span.toDays() >= 2) {
            return span.toDays() + " days ago";
        }
        return span.toHours() >= 1 ? span.toHours() + " h ago" : span.toMinutes() + " min ago";
    }

    private static String cut(String slug) {
        return slug.length() <= SLUG_WIDTH ? slug : slug.substring(0, SLUG_WIDTH - 1) + "…";
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
