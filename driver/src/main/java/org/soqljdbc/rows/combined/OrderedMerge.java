package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** Streams that are in one order each, merged into one stream in that order; rows that tie keep the streams' order. */
public final class OrderedMerge implements RowStream, RowView {

    private final List<RowStream> all;
    private final List<RowStream> standing = new ArrayList<>();
    private final RowOrder order;
    private boolean begun;
    private RowStream current;

    /** @param streams at least one, all with the same columns; owned from here on */
    public OrderedMerge(List<RowStream> streams, RowOrder order) {
        this.all = List.copyOf(streams);
        this.order = order;
    }

    @Override
    public List<Column> columns() {
        return all.get(0).columns();
    }

    @Override
    public boolean advance() throws SQLException {
        if (!begun) {
            begun = true;
            for (RowStream stream : all) {
                if (stream.advance()) {
                    standing.add(stream);
                }
            }
        } else if (current != null && !current.advance()) {
            standing.remove(current);
        }
        current = least();
        return current != null;
    }

    private RowStream least() throws SQLException {
        RowStream least = null;
        for (RowStream stream : standing) {
            if (least == null || order.compare(stream, least) < 0) {
                least = stream;
            }
        }
        return least;
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
        closeAll(all);
    }

    /** Closes every one, also after one of them failed to. */
    public static void closeAll(List<? extends RowStream> streams) throws SQLException {
        SQLException first = null;
        for (RowStream stream : streams) {
            try {
                stream.close();
            } catch (SQLException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
