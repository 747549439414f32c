package org.evidencewatch.company;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads records out of files: published cards as text or HTML, JSON, CSV of citations, exported data sets, told apart by content and name.
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
            case JSON -> new Found(new JsonRecords(addresses, problems).read(text), List.of(), List.of());
            case CSV -> new Found(List.of(), new CsvCitations(addresses, problems).read(text), List.of());
            case DATA_SET -> new Found(List.of(), List.of(), new DataSetReader(addresses, problems).read(text));
        };
    }

    private Found card(List<TextLine> lines, boolean open, Problems problems) {
        return new Found(
                new CardReader(addresses, problems).read(lines, open).stream().toList(), List.of(), List.of());
    }

    private static List<TextLine> lines(String text) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new TextLine(i + 1, lines.get(i)))
                .toList();
    }

    private static ReadResult result(RecordFormat format, Found found, Problems problems) {
        return new ReadResult(
                format, found.records(), found.additions(), found.published(), problems.errors(), problems.warnings());
    }

    private record Found(
            List<CompanyRecord> records, List<CompanyCitations> additions, List<PublishedCompany> published) {
        static final Found NOTHING = new Found(List.of(), List.of(), List.of());
    }
}
