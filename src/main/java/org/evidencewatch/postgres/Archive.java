package org.evidencewatch.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds, as its last entry tells. A backup is a ZIP: one entry for each table, {@code tables/NAME}, in the text
 * format of PostgreSQL's COPY, and {@value #ENTRY}.
 *
 * @param format of the file
 * @param schema the version of the schema that the rows fit
 * @param madeAt when the moment was that it shows
 * @param sequences the last value of each, where it has one
 */
public record Archive(int format, String schema, Instant madeAt, List<Table> tables, Map<String, Long> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "backup.json";
    private static final String TABLES = "tables/";

    public Archive {
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /**
     * The rows of one table.
     *
     * @param columns in the order in which they stand
     * @param sha256 of the entry, unpacked; in hexadecimal
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {

        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return TABLES + name;
        }
    }

    /** How many rows all tables have. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
