package org.soqljdbc.api.call;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.CallGate;

/** Counts the calls of one connection and stops a runaway client. Safe for use by many threads. */
public final class CallBudget {

    private final long connectionLimit;
    private final long statementLimit;
    private final AtomicLong made = new AtomicLong();

    CallBudget(Settings settings) {
        this.connectionLimit = settings.get(ConnectionProperties.API_CALL_LIMIT);
        this.statementLimit = settings.get(ConnectionProperties.STATEMENT_CALL_LIMIT);
    }

    /** Requests sent for the connection so far. */
    public long made() {
        return made.get();
    }

    /** Counts a call for the connection and for an execution. */
    CallGate gate(CallControl control) {
        return () -> {
            requireLeft(ConnectionProperties.API_CALL_LIMIT.key(), connectionLimit, made.get());
            requireLeft(ConnectionProperties.STATEMENT_CALL_LIMIT.key(), statementLimit, control.callsMade());
            made.incrementAndGet();
            control.countCall();
        };
    }

    /** Counts a token call for the connection; it is no part of what a statement may cost. */
    CallGate loginGate() {
        return () -> {
            requireLeft(ConnectionProperties.API_CALL_LIMIT.key(), connectionLimit, made.get());
            made.incrementAndGet();
        };
    }

    private static void requireLeft(String property, long limit, long made) throws SQLException {
        if (limit > 0 && made >= limit) {
            throw SqlErrors.of(
                    SqlState.LIMIT_REACHED,
                    "The limit of " + limit + " API calls set by " + property + " is used up. Narrow the statement,"
                            + " raise " + property + ", or set it to 0 for no limit");
        }
    }
}
