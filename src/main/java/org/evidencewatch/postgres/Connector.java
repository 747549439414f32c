package org.evidencewatch.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Connections to the server on a port of the loopback interface, with the password of one home. */
record Connector(int port, String password) {

    static final String ADMINISTRATOR = "postgres";
    /** The role that the program works as: it owns its database and nothing else. */
    static final String USER = "evidence";

    static final String DATABASE = "evidence";

    private static final String PATIENCE_SECONDS = "10";
    private static final String STARTING_OR_STOPPING = "57P03";

    /** What came of an attempt to connect. */
    enum Answer {
        /** The server of our data directory. */
        OURS,
        /** A server that is starting, recovering or stopping. */
        NOT_READY,
        /** A server that does not know our password, or has other data. */
        OTHER,
        /** Nobody listens. */
        SILENCE
    }

    /** Asks whose server listens there. */
    Answer ask(String dataDirectory) {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            return row.next() && dataDirectory.equals(row.getString(1)) ? Answer.OURS : Answer.OTHER;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.equals(STARTING_OR_STOPPING)) {
                return Answer.NOT_READY;
            }
            // Class 08: the connection could not be made at all.
            return state.startsWith("08") ? Answer.SILENCE : Answer.OTHER;
        }
    }

    /** Makes the role and the database of the program unless they are there; both roles check the password fast. */
    void createDatabase() throws SQLException {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            if (missing(statement, "select from pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login password '" + password + "'");
            }
            for (String role : List.of(ADMINISTRATOR, USER)) {
                renewVerifier(statement, role);
            }
            if (missing(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + USER);
            }
        }
    }

    /** A verifier keeps the iterations (RFC 5802) of the day it was made; the server's setting is for new ones. */
    private void renewVerifier(Statement statement, String role) throws SQLException {
        String fast = "SCRAM-SHA-256$1:%";
        if (missing(
                statement,
                "select from pg_authid where rolname = '" + role + "' and rolpassword like '" + fast + "'")) {
            statement.execute("alter role " + role + " password '" + password + "'");
        }
    }

    Connection administrator() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", ADMINISTRATOR);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
    }

    private static boolean missing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
