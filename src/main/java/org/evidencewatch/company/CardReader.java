package org.evidencewatch.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evidencewatch.company.CardOutline.Part;

/**
 * Reads one published card, as the index shows it. All or nothing: a card that ends too early, or holds one wrong
 * address or day, is an error and no record. Optional lines may be missing; a warning says so.
 */
final class CardReader {

    private static final Pattern HEADER = Pattern.compile("^(.+?)\\s+[·•|–—-]\\s+([^·•|]+)$");

    private final Address.Reader addresses;
    private final Problems problems;

    CardReader(Address.Reader addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    /** @param open whether the file ends without a line break or closing tag, so that its last word may be cut */
    Optional<CompanyRecord> read(List<TextLine> lines, boolean open) {
        var plain = CardLine.plain(lines, problems);
        var outline = CardOutline.of(plain);
        var citation = CardCitation.of(outline);
        var refusal = refusal(
                outline, citation, open, plain.isEmpty() ? 1 : plain.getLast().number());
        if (refusal.isPresent()) {
            problems.error(refusal.get().number(), refusal.get().text());
            return Optional.empty();
        }
        int before = problems.errorCount();
        var record = record(outline, citation);
        return problems.errorCount() == before ? record : Optional.empty();
    }

    /** Why these lines are not one whole card, and where. */
    private static Optional<TextLine> refusal(CardOutline outline, CardCitation citation, boolean open, int end) {
        if (outline.title().isEmpty()) {
            return Optional.of(new TextLine(1, "not a published card: no line 'How hard is it to cancel NAME?'"));
        }
        if (outline.citeLines() > 1) {
            return Optional.of(
                    new TextLine(1, "the file holds %d cards; give each its own file".formatted(outline.citeLines())));
        }
        if (outline.last() != Part.CITE || citation.isCut(open)) {
            return Optional.of(new TextLine(
                    end,
                    "the card ends at line %d %s%s; nothing was loaded"
                            .formatted(end, place(outline), missing(outline))));
        }
        return outline.lines(Part.EVIDENCE).isEmpty()
                ? Optional.of(new TextLine(end, "the card has no evidence list; nothing was loaded"))
                : Optional.empty();
    }

    private static String place(CardOutline outline) {
        var evidence = outline.lines(Part.EVIDENCE);
        return outline.last() == Part.EVIDENCE && !evidence.isEmpty() && CardEvidence.isCut(evidence)
                ? "in the middle of an evidence line"
                : outline.last().place();
    }

    private static String missing(CardOutline outline) {
        var missing = new ArrayList<String>();
        if (outline.last().compareTo(Part.STEPS) < 0) {
            missing.add("'How to cancel'");
        }
        if (outline.last().compareTo(Part.EVIDENCE) < 0) {
            missing.add("'Evidence'");
        }
        if (outline.reviewed().isEmpty()) {
            missing.add("'Last reviewed'");
        }
        if (outline.last() != Part.CITE) {
            missing.add("'Cite this'");
        }
        return missing.isEmpty() ? "" : " (missing: %s)".formatted(String.join(", ", missing));
    }

    private Optional<CompanyRecord> record(CardOutline outline, CardCitation citation) {
        int line = outline.title().orElseThrow().number();
        String name = outline.name().orElseThrow();
        var pages = new PageCollector(addresses, citation.indexHost(), problems);
        new CardEvidence(problems).read(outline.lines(Part.EVIDENCE), pages);
        var claims = claims(outline, pages);
        outline.lines(Part.INTRODUCTION).forEach(l -> pages.named(l.number(), PageLinks.in(l.text())));
        var cited = pages.pages(line);
        var assessment = new CardAssessment(outline, problems).read(citation.rubric());
        var header = header(outline);
        var slug = citation.slug().or(() -> Slug.of(name));
        if (slug.isEmpty()) {
            problems.error(line, "no slug can be made of '%s', and none stands under 'Cite this'".formatted(name));
        }
        Limit.NAME.flaw(name).ifPresent(flaw -> problems.error(line, flaw));
        return problems.errorCount() > 0
                ? Optional.empty()
                : slug.map(s -> new CompanyRecord(s, name, at(header, 0), at(header, 1), assessment, claims, cited));
    }

    private List<Claim> claims(CardOutline outline, PageCollector pages) {
        int line = outline.title().orElseThrow().number();
        var steps = new CardSteps(problems).read(outline.lines(Part.STEPS));
        steps.forEach(step -> pages.named(step.line(), step.claim().urls()));
        if (steps.isEmpty()) {
            problems.warn(line, "no 'How to cancel' list: the record states no claims");
        } else if (steps.size() > Limit.CLAIMS) {
            problems.error(line, "the card states %d claims; at most %d".formatted(steps.size(), Limit.CLAIMS));
        }
        return steps.stream().map(CardSteps.Step::claim).toList();
    }

    /** Category and country, which stand above the title. */
    private List<String> header(CardOutline outline) {
        var above = outline.lines(Part.TOP);
        if (above.isEmpty()) {
            return List.of();
        }
        var last = above.getLast();
        var parts = HEADER.matcher(CardLine.withoutBullet(last.text()));
        if (!parts.matches()
                || Limit.CATEGORY.flaw(parts.group(1)).isPresent()
                || Limit.COUNTRY.flaw(parts.group(2)).isPresent()) {
            problems.warn(last.number(), "no category and country above the title");
            return List.of();
        }
        return List.of(parts.group(1), parts.group(2).strip());
    }

    private static Optional<String> at(List<String> parts, int index) {
        return index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
    }
}
