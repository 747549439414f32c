package org.evidencewatch.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What tables the schema of a connection has, in PostgreSQL's catalog. */
final class Tables {

    private Tables() {}

    /** What leads from table to table: while rows come in any order, it is out of the way. */
    record ForeignKey(String table, String name, String definition) {}

    /**
     * All tables by name, with their columns; without Flyway's own. Left out are columns that the database works out itself, and
     * numbers of transactions, which mean something in one cluster only: a restored row gets that of its restoration.
     */
    static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select t.table_name, c.column_name
                        from information_schema.tables t
                        join information_schema.columns c using (table_schema, table_name)
                        where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
                          and t.table_name <> 'flyway_schema_history'
                          and c.is_generated = 'NEVER' and c.udt_name <> 'xid8'
                        order by t.table_name, c.ordinal_position""")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return tables;
    }

    static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select r.relname, k.conname, pg_get_constraintdef(k.oid)
                        from pg_constraint k join pg_class r on r.oid = k.conrelid
                        where k.contype = 'f' and k.connamespace = current_schema()::regnamespace
                        order by r.relname, k.conname""")) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    /** The last values of sequences; one that was never used has none. */
    static Map<String, Long> sequences(Connection connection) throws SQLException {
        Map<String, Long> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select sequencename, last_value from pg_sequences
                        where schemaname = current_schema() and last_value is not null order by sequencename""")) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
        }
        return values;
    }

    /** The version of the newest migration. */
    static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select version from flyway_schema_history
                        where success and version is not null order by installed_rank desc limit 1""")) {
            return rows.next() ? rows.getString(1) : "0";
        }
    }

    /** A name as SQL takes it, whatever it holds. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Tables::quoted).collect(Collectors.joining(", ", "(", ")"));
    }
}
