package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What a connection must close when it is closed. Holds it weakly, so that a caller who never closes statements does
 * not fill the memory of a long-lived connection. Safe for use by many threads.
 */
final class Dependents {

    private final Map<Dependent, Boolean> open = new WeakHashMap<>();

    synchronized <D extends Dependent> D add(D dependent) {
        open.put(dependent, true);
        return dependent;
    }

    synchronized void forget(Dependent dependent) {
        open.remove(dependent);
    }

    private synchronized List<Dependent> takeAll() {
        List<Dependent> all = List.copyOf(open.keySet());
        open.clear();
        return all;
    }

    /** Closes every one, and then throws the first failure with the others attached. */
    void closeAll() throws SQLException {
        SQLException failure = null;
        for (Dependent dependent : takeAll()) {
            try {
                dependent.close();
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
