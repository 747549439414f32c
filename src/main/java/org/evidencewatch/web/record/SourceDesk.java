package org.evidencewatch.web.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evidencewatch.change.LineChanges;
import org.evidencewatch.extract.Legible;
import org.evidencewatch.extract.Reading;
import org.evidencewatch.extract.Readings;
import org.evidencewatch.extract.SourceText;
import org.evidencewatch.snapshot.CaptureSheet;
import org.evidencewatch.snapshot.CaptureSheet.Shown;
import org.evidencewatch.web.record.ComparedSource.Fact;

/** Lays what is on record of two captures side by side: transport, state, links, source. */
final class SourceDesk {

    private static final int MOST_FIELDS = 80;
    private static final int LONGEST_FIELD = 400;
    private static final int MOST_LINKS = 100;
    /** What {@link #told} tells, in its order. */
    private static final List<String> NAMES = List.of(
            "Page state",
            "Outcome",
            "HTTP status",
            "Kind",
            "Requested",
            "Answered from",
            "Redirects",
            "SHA-256",
            "Bytes",
            "Sent as",
            "Took",
            "Extractor",
            "Found as");

    private static final LineChanges NO_LINES = new LineChanges(List.of(), true);

    private final Readings readings;

    SourceDesk(Readings readings) {
        this.readings = readings;
    }

    ComparedSource compare(CaptureSheet old, Optional<Legible> before, CaptureSheet now, Optional<Legible> after) {
        Set<String> oldLinks = links(old);
        Set<String> newLinks = links(now);
        Optional<SourceText> oldSource = source(old);
        Optional<SourceText> newSource = source(now);
        Optional<String> oldText = oldSource.flatMap(SourceText::text);
        Optional<String> newText = newSource.flatMap(SourceText::text);
        boolean texts = oldText.isPresent() && newText.isPresent();
        return new ComparedSource(
                facts(old, before.map(Legible::own), now, after.map(Legible::own)),
                headers(old),
                headers(now),
                without(newLinks, oldLinks),
                without(oldLinks, newLinks),
                texts ? LineChanges.between(oldText.orElseThrow(), newText.orElseThrow()) : NO_LINES,
                texts ? "" : "At least one side brought no text whose lines could be compared.");
    }

    private Set<String> links(CaptureSheet capture) {
        return capture.shown().map(Shown::responseId).map(readings::onward).orElse(List.of()).stream()
                .map(link -> link.text().isEmpty() ? link.url().toString() : link.text() + " · " + link.url())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> without(Set<String> links, Set<String> others) {
        return links.stream()
                .filter(link -> !others.contains(link))
                .limit(MOST_LINKS)
                .toList();
    }

    private Optional<SourceText> source(CaptureSheet capture) {
        return capture.shown().map(Shown::responseId).map(readings::source);
    }

    private static List<String> headers(CaptureSheet capture) {
        return capture.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + ": " + value))
                .map(field -> field.length() > LONGEST_FIELD ? field.substring(0, LONGEST_FIELD) + "…" : field)
                .limit(MOST_FIELDS)
                .toList();
    }

    private static List<Fact> facts(
            CaptureSheet old, Optional<Reading> before, CaptureSheet now, Optional<Reading> after) {
        List<String> left = told(old, before);
        List<String> right = told(now, after);
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> new Fact(NAMES.get(i), left.get(i), right.get(i)))
                .toList();
    }

    private static List<String> told(CaptureSheet capture, Optional<Reading> reading) {
        Optional<Shown> shown = capture.shown();
        return List.of(
                reading.map(SourceDesk::state).orElse("–"),
                capture.outcome() + ": " + capture.detail(),
                capture.status().map(String::valueOf).orElse("–"),
                capture.kind()
                        + capture.refersTo().map(to -> " of capture " + to).orElse(""),
                capture.requestedUrl(),
                capture.effectiveUrl().orElse("–"),
                redirects(capture),
                shown.map(bytes -> bytes.digest().hex()).orElse("–"),
                shown.map(bytes -> "%,d".formatted(bytes.length())).orElse("–"),
                shown.map(SourceDesk::sent).orElse("–"),
                capture.took().toMillis() + " ms",
                reading.map(Reading::extractorVersion).orElse("–"),
                reading.map(read -> "%s, %s, %.0f %% of the page's words"
                                .formatted(read.platform(), read.way().word(), read.coverage() * 100))
                        .orElse("–"));
    }

    private static String state(Reading reading) {
        String reasons = reading.stateReasons().stream()
                .map(reason -> reason.code() + " (" + reason.detail() + ")")
                .collect(Collectors.joining("; "));
        return reading.state() + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    private static String redirects(CaptureSheet capture) {
        return capture.redirects().isEmpty()
                ? "none"
                : capture.redirects().stream()
                        .map(hop -> hop.status() + " → " + hop.to())
                        .collect(Collectors.joining("\n"));
    }

    private static String sent(Shown bytes) {
        return bytes.contentEncoding().orElse("plain")
                + bytes.wireLength()
                        .map(length -> ", %,d bytes".formatted(length))
                        .orElse("");
    }
}
