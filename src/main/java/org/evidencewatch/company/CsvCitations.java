package org.evidencewatch.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a CSV of citations: {@code company,url,title,accessed,kind,quote,quote_prefix,quote_suffix}, of which the first
 * two columns must be there. What an export tells of citations beside that is read over; the apostrophe before what a
 * spreadsheet would run as a formula is taken off. A wrong row takes all rows of its company with it, and none of another's.
 */
final class CsvCitations {

    private static final List<String> COLUMNS =
            List.of("company", "url", "title", "accessed", "kind", "quote", "quote_prefix", "quote_suffix");

    /** What was found of the pages: told by exports, never imported from a table. */
    private static final List<String> FOUND =
            List.of("last_confirmed", "snapshot", "confirmed_by", "not_machine_checkable_since");

    /** The rows of one company so far. */
    private static final class Group {
        final String name;
        final int line;
        final PageCollector pages;
        boolean broken;

        Group(String name, int line, PageCollector pages) {
            this.name = name;
            this.line = line;
            this.pages = pages;
        }
    }

    private final Address.Reader addresses;
    private final Problems problems;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    CsvCitations(Address.Reader addresses, Problems problems) {
        this.addresses = addresses;
        this.problems = problems;
    }

    List<CompanyCitations> read(String text) {
        var rows = CsvRows.parse(text, problems);
        if (rows.isEmpty() || !isHeader(rows.getFirst())) {
            return List.of();
        }
        if (rows.size() == 1) {
            problems.error(1, "the file holds a header and no rows");
        }
        var header = names(rows.getFirst());
        rows.stream().skip(1).forEach(row -> add(row, header));
        return groups.entrySet().stream()
                .flatMap(entry -> additions(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    private boolean isHeader(CsvRows.Row row) {
        var names = names(row);
        int before = problems.errorCount();
        for (String name : names) {
            if (!COLUMNS.contains(name) && !FOUND.contains(name)) {
                problems.error(
                        row.line(),
                        "column '%s' is not known; the columns are %s, separated by commas"
                                .formatted(name, String.join(",", COLUMNS)));
            } else if (names.indexOf(name) != names.lastIndexOf(name)) {
                problems.error(row.line(), "column '%s' stands twice".formatted(name));
            }
        }
        for (String needed : List.of("company", "url")) {
            if (!names.contains(needed)) {
                problems.error(row.line(), "column '%s' is missing".formatted(needed));
            }
        }
        return problems.errorCount() == before;
    }

    private static List<String> names(CsvRows.Row row) {
        return row.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    }

    private void add(CsvRows.Row row, List<String> header) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < Math.min(header.size(), row.written().size()); i++) {
            cells.put(header.get(i), text(header.get(i), row.written().get(i)));
        }
        String company = cells.getOrDefault("company", "");
        var slug = Slug.of(company);
        if (slug.isEmpty() || Limit.NAME.flaw(company).isPresent()) {
            problems.error(row.line(), "'%s' names no company".formatted(PageCollector.title(company)));
            return;
        }
        var group = groups.computeIfAbsent(
                slug.get(),
                s -> new Group(company, row.line(), new PageCollector(addresses, Optional.empty(), problems)));
        int before = problems.errorCount();
        if (row.written().size() != header.size()) {
            problems.error(
                    row.line(),
                    "the row has %d cells, the header %d"
                            .formatted(row.written().size(), header.size()));
        } else {
            page(row.line(), cells).ifPresent(page -> group.pages.listed(row.line(), page));
        }
        group.broken |= problems.errorCount() > before;
    }

    /** What stands around a quote keeps the spaces that join it to the quote. */
    private static String text(String column, String written) {
        return CsvCell.text(column.startsWith("quote_") ? written : written.strip());
    }

    private Optional<CitedPage> page(int line, Map<String, String> cells) {
        var problem = flaw(cells);
        if (problem.isPresent()) {
            problems.error(line, problem.get());
            return Optional.empty();
        }
        String url = cells.getOrDefault("url", "");
        return Optional.of(new CitedPage(
                url,
                filled(cells, "title").orElse(PageCollector.title(url)),
                accessed(cells),
                filled(cells, "kind").flatMap(CsvCitations::kind).orElse(CitedPage.Kind.EVIDENCE),
                filled(cells, "quote").map(words -> quote(words, cells))));
    }

    private static Quote quote(String words, Map<String, String> cells) {
        return new Quote(words, cells.getOrDefault("quote_prefix", ""), cells.getOrDefault("quote_suffix", ""));
    }

    private static Optional<String> flaw(Map<String, String> cells) {
        var flaws = new ArrayList<String>();
        filled(cells, "url")
                .ifPresentOrElse(url -> Limit.URL.flaw(url).ifPresent(flaws::add), () -> flaws.add("the url is empty"));
        filled(cells, "title").flatMap(Limit.TITLE::flaw).ifPresent(flaws::add);
        for (String column : List.of("quote", "quote_prefix", "quote_suffix")) {
            filled(cells, column).flatMap(Limit.QUOTE::flaw).ifPresent(flaws::add);
        }
        if (filled(cells, "accessed").isPresent() && accessed(cells).isEmpty()) {
            flaws.add("accessed '%s' is no day (YYYY-MM-DD)".formatted(cells.get("accessed")));
        }
        if (filled(cells, "kind").isPresent()
                && filled(cells, "kind").flatMap(CsvCitations::kind).isEmpty()) {
            flaws.add("kind '%s' is neither evidence nor action".formatted(cells.get("kind")));
        }
        return flaws.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", flaws));
    }

    private Optional<CompanyCitations> additions(String slug, Group group) {
        var pages = group.broken ? List.<CitedPage>of() : group.pages.pages(group.line);
        return pages.isEmpty() || pages.size() > Limit.CITATIONS
                ? Optional.empty()
                : Optional.of(new CompanyCitations(slug, group.name, pages));
    }

    private static Optional<LocalDate> accessed(Map<String, String> cells) {
        return filled(cells, "accessed").flatMap(WrittenDate::parse);
    }

    private static Optional<CitedPage.Kind> kind(String word) {
        return CitedPage.Kind.withKey(word.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> filled(Map<String, String> cells, String column) {
        return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
    }
}
