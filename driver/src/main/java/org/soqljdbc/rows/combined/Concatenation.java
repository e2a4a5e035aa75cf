package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** One stream after another; each is asked for when the one before has ended. */
public final class Concatenation implements RowStream, RowView {

    private final List<Column> columns;
    private final Iterator<RowSource> later;
    private volatile RowStream current;
    private volatile boolean closed;

    /**
     * Asks for the first stream, so that what is refused is refused here.
     *
     * @param sources at least one, all with the same columns
     */
    public Concatenation(List<RowSource> sources) throws SQLException {
        this.later = List.copyOf(sources).iterator();
        this.current = later.next().open();
        this.columns = current.columns();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean advance() throws SQLException {
        while (true) {
            if (current.advance()) {
                return true;
            }
            if (!later.hasNext()) {
                return false;
            }
            current.close();
            requireOpen();
            current = later.next().open();
            if (closed) {
                // close() from another thread may have closed the one before.
                current.close();
            }
        }
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.of(SqlState.INVALID_CURSOR_STATE, "The result set was closed while it was read");
        }
    }

    @Override
    public RowValues source(int ordinal) {
        return current;
    }

    @Override
    public RowValues keep() throws SQLException {
        return current.keep();
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        return current.nestedAt(ordinal);
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        current.close();
    }
}
