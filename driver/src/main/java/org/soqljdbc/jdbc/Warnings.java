package org.soqljdbc.jdbc;

import java.sql.SQLWarning;
import org.soqljdbc.error.SqlState;

/** The chain of warnings of one face. Safe for use by many threads: warnings may come while a page is read ahead. */
final class Warnings {

    private SQLWarning first;

    synchronized void add(SQLWarning warning) {
        if (first == null) {
            first = warning;
        } else {
            first.setNextWarning(warning);
        }
    }

    void add(String message) {
        add(new SQLWarning(message, SqlState.WARNING.code()));
    }

    synchronized SQLWarning first() {
        return first;
    }

    synchronized void clear() {
        first = null;
    }
}
