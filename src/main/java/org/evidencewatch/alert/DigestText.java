package org.evidencewatch.alert;

import java.util.List;
import java.util.Locale;

/** A digest as a mail: its subject, of counts and words of our own only, and its text, which is bounded. Pure. */
final class DigestText {

    /** Points in each list. */
    static final int CAP = 50;

    private static final int WIDTH = 76;
    private static final int LONGEST = 300;

    private final Digest digest;
    private final StringBuilder text = new StringBuilder();

    private DigestText(Digest digest) {
        this.digest = digest;
    }

    static String subject(Digest digest) {
        return String.format(
                Locale.ROOT,
                "Evidence Watch %s: %s to review, %s",
                Age.day(digest.at()),
                count(digest.work().companies(), "company", "companies"),
                digest.opened().isEmpty()
                        ? "no new alerts"
                        : count(digest.opened().size(), "new alert", "new alerts"));
    }

    static String of(Digest digest) {
        return new DigestText(digest).text();
    }

    private String text() {
        line("Evidence Watch, " + Age.day(digest.at()));
        line("");
        figures();
        list("To review, the worst first", digest.work().worst(), digest.work().companies());
        var unread = digest.unread();
        list(
                "Could not be read",
                unread.stream().limit(CAP).map(DigestText::host).toList(),
                unread.size());
        alerts("Opened", digest.opened());
        alerts("Still open", digest.open());
        alerts("Closed, no longer so", digest.closed());
        line("");
        line("Everything:   ./evidence status");
        line("Alerts:       ./evidence alerts list, or the page /alerts");
        return text.toString();
    }

    private void figures() {
        line(String.format(
                Locale.ROOT,
                "Confirmed  %,d of %,d citations since %s",
                digest.confirmed(),
                digest.evidence(),
                Age.minute(digest.since())));
        digest.objectives().forEach(this::objective);
        line("To review  " + work(digest.work()));
        line("Not read   " + unread());
        line(String.format(
                Locale.ROOT,
                "Alerts     %,d opened, %,d closed, %,d older ones open, %,d answered",
                digest.opened().size(),
                digest.closed().size(),
                digest.open().size(),
                digest.answered()));
    }

    private void objective(TierState state) {
        line(String.format(
                Locale.ROOT,
                "Objective  %s: %d %% within %s (%.4g %%)%s",
                PlainText.line(state.tier().name(), 40),
                state.now().percent(),
                Age.words(state.tier().within()),
                state.tier().share() * 100,
                state.met() ? "" : String.format(Locale.ROOT, ", missed: burns %.1f times too fast", state.burn())));
    }

    private static String work(Digest.Work work) {
        return work.companies() == 0
                ? "nothing"
                : String.format(
                        Locale.ROOT,
                        "%s, about %s",
                        count(work.companies(), "company", "companies"),
                        count((int) work.minutes(), "minute", "minutes"));
    }

    private String unread() {
        int pages =
                digest.unread().stream().mapToInt(host -> host.pages().size()).sum();
        return pages == 0
                ? "nothing: every page can be read"
                : count(pages, "page", "pages") + " on " + count(digest.unread().size(), "host", "hosts");
    }

    private static String host(UnreadableHost host) {
        return String.format(
                Locale.ROOT,
                "%s: %s since %s, %s",
                host.host(),
                count(host.pages().size(), "page", "pages"),
                Age.day(host.since()),
                String.join(", ", host.reasons().keySet()));
    }

    private void alerts(String title, List<Alert> alerts) {
        list(title, alerts.stream().limit(CAP).map(DigestText::alert).toList(), alerts.size());
    }

    private static String alert(Alert alert) {
        return alert.kind().label() + ": " + alert.sentence();
    }

    private void list(String title, List<String> points, int all) {
        if (!points.isEmpty()) {
            line("");
            line(title);
            points.forEach(point ->
                    PlainText.point(PlainText.line(point, LONGEST), WIDTH).forEach(this::line));
            if (all > points.size()) {
                line(String.format(Locale.ROOT, "and %,d more", all - points.size()));
            }
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private static String count(int n, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
    }
}
