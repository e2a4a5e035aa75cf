package org.soqljdbc.exec;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.PendingPage;
import org.soqljdbc.api.QueryApi;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Json;
import org.soqljdbc.rows.JsonText;
import org.soqljdbc.rows.PageReader;
import org.soqljdbc.rows.RecordShape;
import org.soqljdbc.rows.RowBuffer;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/**
 * The rows of a query or of a child subquery, page by page. Where it may, it asks for the next page when it begins to
 * read one, and never for more than that.
 */
final class PagedRows implements RowStream {

    private final QueryApi api;
    private final CallControl control;
    private final List<BoundColumn> bound;
    private final List<Column> columns;
    private final RecordShape shape;
    private final boolean prefetch;
    private final RowBuffer row;

    private PageReader page;
    private JsonParser parser;
    /** What the current page arrives through; none for the part of a child subquery that came with its parent. */
    private volatile Optional<PendingPage> arriving = Optional.empty();

    private long rowsOfPage;

    private volatile Optional<PendingPage> ahead = Optional.empty();
    private volatile boolean closed;

    /** @param prefetch whether a page may be asked for before the one before it has been read */
    PagedRows(QueryApi api, CallControl control, BoundQuery query, boolean prefetch) throws SQLException {
        this.api = api;
        this.control = control;
        this.bound = query.columns();
        this.columns = bound.stream().map(BoundColumn::column).toList();
        this.shape = RecordShape.of(bound.stream().map(BoundColumn::path).toList());
        this.prefetch = prefetch;
        this.row = new RowBuffer(shape.slots());
    }

    /** Waits for a page and reads it up to its first record. */
    void open(PendingPage pending) throws SQLException {
        arriving = Optional.of(pending);
        open(pending.open());
    }

    /** Reads a page that is there already. */
    void open(JsonParser json) throws SQLException {
        parser = json;
        page = PageReader.open(json, shape);
    }

    /** The reply's totalSize: rows the query matches, whatever the page holds. */
    long totalSize() {
        return page.totalSize();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean advance() throws SQLException {
        while (page != null) {
            if (closed) {
                // By another thread, in the midst of the rows: that must not look like their end.
                throw SqlErrors.of(SqlState.INVALID_CURSOR_STATE, "The result set was closed while it was read");
            }
            if (prefetch && ahead.isEmpty() && page.nextRecordsUrl().isPresent()) {
                askAhead(page.nextRecordsUrl().get());
            }
            if (page.next(row)) {
                rowsOfPage++;
                return true;
            }
            turn();
        }
        return false;
    }

    private void askAhead(String url) throws SQLException {
        ahead = Optional.of(api.next(url, control));
        if (closed) {
            // close() from another thread may have looked before there was anything to close.
            ahead.get().close();
        }
    }

    private void tellRows() {
        long count = rowsOfPage;
        rowsOfPage = 0;
        arriving.ifPresent(page -> page.rows(count));
    }

    private void turn() throws SQLException {
        Optional<String> url = page.nextRecordsUrl();
        tellRows();
        closeParser(parser);
        arriving.ifPresent(PendingPage::close);
        page = null;
        if (url.isPresent()) {
            PendingPage next = ahead.isPresent() ? ahead.get() : api.next(url.get(), control);
            ahead = Optional.empty();
            open(next);
        }
    }

    // ---- values --------------------------------------------------------------------------------------------

    @Override
    public boolean isNull(int ordinal) {
        return row.isNull(ordinal);
    }

    @Override
    public CharSequence textAt(int ordinal) throws SQLException {
        if (bound.get(ordinal).child().isPresent()) {
            try (RowStream records = nestedAt(ordinal)) {
                return JsonText.array(records);
            }
        }
        return row.textAt(ordinal);
    }

    @Override
    public boolean booleanAt(int ordinal) {
        return row.booleanAt(ordinal);
    }

    @Override
    public long longAt(int ordinal) throws SQLException {
        return row.longAt(ordinal);
    }

    @Override
    public double doubleAt(int ordinal) throws SQLException {
        return row.doubleAt(ordinal);
    }

    @Override
    public RowValues keep() throws SQLException {
        RowValues kept = row.keep();
        if (bound.stream().allMatch(column -> column.child().isEmpty())) {
            return kept;
        }
        String[] children = new String[columns.size()];
        for (int ordinal = 0; ordinal < children.length; ordinal++) {
            if (bound.get(ordinal).child().isPresent() && !isNull(ordinal)) {
                children[ordinal] = textAt(ordinal).toString();
            }
        }
        return new WithChildren(kept, children);
    }

    /** A kept row whose child subqueries are the text of all their records. */
    private record WithChildren(RowValues row, String[] children) implements RowView {

        @Override
        public RowValues source(int ordinal) {
            return row;
        }

        @Override
        public CharSequence textAt(int ordinal) throws SQLException {
            return children[ordinal] == null ? row.textAt(ordinal) : children[ordinal];
        }
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        Optional<BoundQuery> child = bound.get(ordinal).child();
        if (child.isEmpty()) {
            throw SqlErrors.of(
                    SqlState.INVALID_CAST,
                    "Column " + columns.get(ordinal).label() + " is no child subquery and holds no rows");
        }
        PagedRows nested = new PagedRows(api, control, child.get(), false);
        try {
            nested.open(Json.factory().createParser(row.textAt(ordinal).toString()));
        } catch (IOException broken) {
            throw ReplyErrors.of(broken);
        }
        return nested;
    }

    @Override
    public void close() {
        closed = true;
        tellRows();
        arriving.ifPresent(PendingPage::close);
        ahead.ifPresent(PendingPage::close);
    }

    private static void closeParser(JsonParser parser) throws SQLException {
        try {
            parser.close();
        } catch (IOException broken) {
            throw ReplyErrors.of(broken);
        }
    }
}
