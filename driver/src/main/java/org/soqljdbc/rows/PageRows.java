package org.soqljdbc.rows;

import com.fasterxml.jackson.core.JsonParser;
import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** The rows of one page that came inside another reply. Whoever has the parser closes it. */
public final class PageRows implements RowStream, RowView {

    private final List<Column> columns;
    private final PageReader page;
    private final RowBuffer row;

    /**
     * @param parser on the page's START_OBJECT
     * @param paths of the columns, in their order
     */
    public PageRows(JsonParser parser, List<Column> columns, List<List<String>> paths) throws SQLException {
        RecordShape shape = RecordShape.of(paths);
        this.columns = List.copyOf(columns);
        this.page = PageReader.open(parser, shape);
        this.row = new RowBuffer(shape.slots());
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean advance() throws SQLException {
        return page.next(row);
    }

    @Override
    public RowValues source(int ordinal) {
        return row;
    }

    @Override
    public RowValues keep() {
        return row.keep();
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        throw SqlErrors.of(
                SqlState.INVALID_CAST, "Column " + columns.get(ordinal).label() + " holds no rows here");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
