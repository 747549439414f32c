package org.evidencewatch.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.evidencewatch.company.CsvCell;

/** A table (RFC 4180, UTF-8), whose cells no spreadsheet runs as formulas. */
final class CsvFile implements AutoCloseable {

    private final CSVPrinter printer;

    /** @param columns their names, separated by commas */
    CsvFile(OutputStream out, String columns) throws IOException {
        this.printer = new CSVPrinter(new OutputStreamWriter(out, UTF_8), CSVFormat.RFC4180);
        printer.printRecord(List.of(columns.split(",")));
    }

    /** A row; values that are absent are empty cells. */
    void row(Object... values) throws IOException {
        printer.printRecord(Arrays.stream(values).map(CsvFile::cell).toList());
    }

    private static String cell(Object value) {
        String text = value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("")
                : value.toString();
        return CsvCell.neutral(text);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
