package org.soqljdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What a connection must close when it is closed: its statements, and the result sets that no statement closes. Holds
 * them weakly, so that a caller who never closes them does not fill the memory of a long-lived connection. Safe for use
 * by many threads.
 */
final class Dependents {

    private interface Closing {
        void close() throws SQLException;
    }

    private final Map<Statement, Boolean> statements = new WeakHashMap<>();
    private final Map<ResultSet, Boolean> results = new WeakHashMap<>();

    synchronized <S extends Statement> S add(S statement) {
        statements.put(statement, true);
        return statement;
    }

    synchronized ResultSet add(ResultSet result) {
        results.put(result, true);
        return result;
    }

    synchronized void forget(Statement statement) {
        statements.remove(statement);
    }

    synchronized void forget(ResultSet result) {
        results.remove(result);
    }

    private synchronized List<Closing> takeAll() {
        List<Closing> all = new ArrayList<>();
        statements.keySet().forEach(statement -> all.add(statement::close));
        results.keySet().forEach(result -> all.add(result::close));
        statements.clear();
        results.clear();
        return all;
    }

    /** Closes every one, and then throws the first failure with the others attached. */
    void closeAll() throws SQLException {
        SQLException failure = null;
        for (Closing closing : takeAll()) {
            try {
                closing.close();
            } catch (SQLException cause) {
                if (failure == null) {
                    failure = cause;
                } else {
                    failure.setNextException(cause);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
