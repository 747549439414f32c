package org.evidencewatch.company;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Reads records out of files: published cards as text or HTML, JSON, CSV of citations, disputes, exported data sets; told apart by
 * content and name.
 * Each record whole or not at all; what is wrong is named by line. Opens no file and no database. Thread-safe.
 */
public final class RecordReader {

    private final HtmlToText html;
    private final Address.Reader addresses;

    /**
     * A reader without state of its own.
     *
     * @param addresses decides which two URLs are one page, and which are none
     */
    public RecordReader(HtmlToText html, Address.Reader addresses) {
        this.html = html;
        this.addresses = addresses;
    }

    /**
     * Reads one file.
     *
     * @param fileName as problems shall name it; its ending is a hint where the content does not tell the format
     */
    public ReadResult read(String fileName, byte[] bytes) {
        var problems = new Problems(fileName);
        var text = FileText.decode(bytes, problems);
        if (text.isEmpty()) {
            return result(RecordFormat.of(fileName, ""), Found.NOTHING, problems);
        }
        var format = RecordFormat.of(fileName, text.get());
        return result(format, found(format, text.get(), problems), problems);
    }

    private Found found(RecordFormat format, String text, Problems problems) {
        return switch (format) {
            case CARD_TEXT -> {
                boolean open = !text.endsWith("\n") && !text.endsWith("\r");
                yield card(lines(text), open, problems);
            }
            case CARD_HTML -> card(html.lines(text), !text.stripTrailing().endsWith(">"), problems);
            case JSON ->
                JsonText.parse(text, problems).map(tree -> json(tree, problems)).orElse(Found.NOTHING);
            case CSV -> Found.added(new CsvCitations(addresses, problems).read(text));
            case DATA_SET -> Found.published(new DataSetReader(addresses, problems).read(text));
        };
    }

    private Found card(List<TextLine> lines, boolean open, Problems problems) {
        return Found.records(
                new CardReader(addresses, problems).read(lines, open).stream().toList());
    }

    private Found json(JsonNode tree, Problems problems) {
        return tree.has("disputes")
                ? Found.disputed(new JsonDisputes(addresses, problems).read(tree))
                : Found.records(new JsonRecords(addresses, problems).read(tree));
    }

    private static List<TextLine> lines(String text) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new TextLine(i + 1, lines.get(i)))
                .toList();
    }

    private static ReadResult result(RecordFormat format, Found found, Problems problems) {
        return new ReadResult(
                format,
                found.records(),
                found.additions(),
                found.disputes(),
                found.published(),
                problems.errors(),
                problems.warnings());
    }

    private record Found(
            List<CompanyRecord> records,
            List<CompanyCitations> additions,
            List<Dispute> disputes,
            List<PublishedCompany> published) {

        static final Found NOTHING = records(List.of());

        static Found records(List<CompanyRecord> records) {
            return new Found(records, List.of(), List.of(), List.of());
        }

        static Found added(List<CompanyCitations> additions) {
            return new Found(List.of(), additions, List.of(), List.of());
        }

        static Found disputed(List<Dispute> disputes) {
            return new Found(List.of(), List.of(), disputes, List.of());
        }

        static Found published(List<PublishedCompany> published) {
            return new Found(List.of(), List.of(), List.of(), published);
        }
    }
}
