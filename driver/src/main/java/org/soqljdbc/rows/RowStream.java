package org.soqljdbc.rows;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/**
 * Rows that arrive one at a time. Not thread-safe, except that close() may be called from another thread and then
 * makes advance() fail soon.
 *
 * <p>Life: advance() before the first value; values may be asked any number of times for the current row; after
 * advance() has answered false, or after close(), asking is undefined.
 */
public interface RowStream extends RowValues, AutoCloseable {

    /** The columns, in order; the same list for the whole life of the stream. */
    List<Column> columns();

    /** Moves to the next row. May wait for the network. Answers false once, at the end. */
    boolean advance() throws SQLException;

    /**
     * A copy of the current row that stays valid after advance().
     *
     * @throws SQLException if the rest of a child subquery, which is kept as text, cannot be fetched
     */
    RowValues keep() throws SQLException;

    /** A result set inside the current row (a child subquery). @throws SQLException 22018 for any other column */
    RowStream nestedAt(int ordinal) throws SQLException;

    /** Frees what is held and cancels what is in flight. Harmless when already closed. */
    @Override
    void close() throws SQLException;
}
