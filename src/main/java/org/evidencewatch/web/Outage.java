package org.evidencewatch.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells whether something failed because the database cannot be reached, which passes by itself. */
public final class Outage {

    /** What an answer says of when to ask again (RFC 9110, section 10.2.3), in seconds. */
    public static final String RETRY_AFTER = "10";

    /** What people and programs are told. */
    public static final String SENTENCE = "The database does not answer just now. Ask again in a little while.";

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String OPERATOR_INTERVENTION = "57P0";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Causes of causes are followed so far; some libraries make rings of them. */
    private static final int DEEPEST = 20;

    private Outage() {}

    /** By the SQLSTATE of any cause (PostgreSQL, appendix A), or because the pool had no connection to give. */
    public static boolean is(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && unreachable(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean unreachable(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith(CONNECTION_EXCEPTION)
                || state.startsWith(OPERATOR_INTERVENTION)
                || state.equals(TOO_MANY_CONNECTIONS);
    }
}
