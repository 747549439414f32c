package org.evidencewatch.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV (RFC 4180), the header among them; a cell in quotation marks may run over lines. */
final class CsvRows {

    /** Empty lines are rows to the parser: only then does it tell the line on which the next row begins. */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     * @param written the cells as they are written, without the quotation marks around them
     */
    record Row(int line, List<String> written) {

        /** Stripped of the spaces around them. */
        List<String> cells() {
            return written.stream().map(String::strip).toList();
        }

        boolean isBlank() {
            return written.stream().allMatch(String::isBlank);
        }
    }

    private CsvRows() {}

    /** Every row that is not blank; none when the quotation marks do not match, for then no row is sure. */
    static List<Row> parse(String text, Problems problems) {
        var rows = new ArrayList<Row>();
        int line = 1;
        try (var parser = CSVParser.parse(text, FORMAT)) {
            var records = parser.iterator();
            while (records.hasNext()) {
                rows.add(row(line, records.next()));
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e;
            }
            problems.error(
                    line,
                    "the quotation marks of the row that begins at line %d do not match; nothing was loaded"
                            .formatted(line));
            return List.of();
        }
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    private static Row row(int line, CSVRecord parsed) {
        return new Row(
                line,
                parsed.stream()
                        .map(cell -> cell.replace("\r\n", "\n").replace('\r', '\n'))
                        .toList());
    }
}
