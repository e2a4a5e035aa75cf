package org.soqljdbc.jdbc.result;

import java.sql.SQLWarning;
import org.soqljdbc.error.SqlState;

/** The chain of warnings of one face. Safe for use by many threads: warnings may come while a page is read ahead. */
public final class Warnings {

    private SQLWarning first;

    public synchronized void add(SQLWarning warning) {
        if (first == null) {
            first = warning;
        } else {
            first.setNextWarning(warning);
        }
    }

    public void add(String message) {
        add(new SQLWarning(message, SqlState.WARNING.code()));
    }

    public synchronized SQLWarning first() {
        return first;
    }

    public synchronized void clear() {
        first = null;
    }
}
