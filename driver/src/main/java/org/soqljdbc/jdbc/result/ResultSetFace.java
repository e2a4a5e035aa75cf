package org.soqljdbc.jdbc.result;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.argument.Ordinals;
import org.soqljdbc.jdbc.base.LabelledColumns;
import org.soqljdbc.jdbc.base.PlainWrapper;
import org.soqljdbc.jdbc.base.RefusedColumns;
import org.soqljdbc.jdbc.result.ColumnReaders.Width;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;
import org.soqljdbc.types.WallClock;

/**
 * The one ResultSet, over one stream of rows: queries, metadata, generated keys and nested results come through here.
 *
 * <p>One thread reads it; {@link #close} may come from any other.
 */
final class ResultSetFace
        implements CursorMoves, RowUpdates, TypedColumns, LabelledColumns, RefusedColumns, PlainWrapper {

    private final RowStream stream;
    private final Cursor cursor;
    private final ResultOrigin origin;
    private final List<Column> columns;
    private final int width;
    private final int maxFieldSize;
    private final ColumnReaders readers;
    private final WallClock clock;
    private final Warnings warnings = new Warnings();
    /** Closed by any thread that closes this one. */
    private final List<ResultSetFace> nested = new CopyOnWriteArrayList<>();

    /** Null for a read-only result set. */
    private final RowEditor editor;

    private ColumnLabels labels;
    private RowValues row;
    private boolean lastWasNull;
    private int fetchSize;
    private volatile boolean closed;

    /**
     * @param cursor over the stream, which this result set closes
     * @param target where changed rows go; empty for a read-only result set
     */
    ResultSetFace(Cursor cursor, RowStream stream, ResultOrigin origin, Optional<RowTarget> target) {
        this.cursor = cursor;
        this.stream = stream;
        this.origin = origin;
        this.columns = stream.columns();
        this.width = columns.size();
        this.maxFieldSize = origin.maxFieldSize();
        this.readers = new ColumnReaders(origin.conversions(), columns);
        this.clock = origin.clock();
        this.fetchSize = origin.fetchSize();
        this.editor = target.map(rows -> new RowEditor(cursor, rows)).orElse(null);
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.of(SqlState.INVALID_CURSOR_STATE, "The result set is closed");
        }
    }

    @Override
    public Cursor cursor() throws SQLException {
        requireOpen();
        return cursor;
    }

    @Override
    public Cursor departing() throws SQLException {
        requireOpen();
        row = null;
        if (editor != null) {
            editor.leave();
        }
        closeNested();
        return cursor;
    }

    @Override
    public boolean arrived(boolean onRow) {
        changed();
        return onRow;
    }

    @Override
    public void changed() {
        row = editor == null ? cursor.row() : editor.shown();
    }

    @Override
    public RowEditor editorOrNull() throws SQLException {
        requireOpen();
        return editor;
    }

    @Override
    public int slot(int column) throws SQLException {
        return Ordinals.ofColumn(column, width);
    }

    /** Checks state and number, remembers nullness. @return from 0 */
    private int open(int column) throws SQLException {
        requireOpen();
        RowValues current = row;
        if (current == null) {
            throw noRow();
        }
        int slot = slot(column);
        lastWasNull = current.isNull(slot);
        return slot;
    }

    private SQLException noRow() throws SQLException {
        return SqlErrors.of(
                SqlState.INVALID_CURSOR_STATE,
                rowDeleted()
                        ? "The current row was deleted"
                        : cursor.isAfterLast()
                                ? "There is no current row: the result set is after its last row"
                                : "There is no current row: call next() and read while it answers true");
    }

    @Override
    public boolean wasNull() throws SQLException {
        requireOpen();
        return lastWasNull;
    }

    @Override
    public String getString(int column) throws SQLException {
        String text = read(column, String.class);
        return maxFieldSize == 0 ? text : FieldSize.cut(text, maxFieldSize);
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        int slot = open(column);
        return !lastWasNull && readers.truth(slot).read(row, slot);
    }

    @Override
    public byte getByte(int column) throws SQLException {
        return (byte) wholeNumber(column, Width.BYTE);
    }

    @Override
    public short getShort(int column) throws SQLException {
        return (short) wholeNumber(column, Width.SHORT);
    }

    @Override
    public int getInt(int column) throws SQLException {
        return (int) wholeNumber(column, Width.INT);
    }

    @Override
    public long getLong(int column) throws SQLException {
        return wholeNumber(column, Width.LONG);
    }

    private long wholeNumber(int column, Width bits) throws SQLException {
        int slot = open(column);
        return lastWasNull ? 0 : readers.wholeNumber(slot, bits).read(row, slot);
    }

    @Override
    public float getFloat(int column) throws SQLException {
        int slot = open(column);
        return lastWasNull ? 0 : (float) readers.singlePrecision(slot).read(row, slot);
    }

    @Override
    public double getDouble(int column) throws SQLException {
        int slot = open(column);
        return lastWasNull ? 0 : readers.realNumber(slot).read(row, slot);
    }

    @Override
    public <T> T read(int column, Class<T> type) throws SQLException {
        int slot = open(column);
        return lastWasNull ? null : readers.conversion(slot, type).read(row, slot, clock);
    }

    @Override
    public <T> T read(int column, Class<T> type, Calendar calendar) throws SQLException {
        int slot = open(column);
        WallClock wall = calendar == null ? clock : WallClock.of(calendar);
        return lastWasNull ? null : readers.conversion(slot, type).read(row, slot, wall);
    }

    @Override
    public Object getObject(int column) throws SQLException {
        int slot = open(column);
        if (isBytes(slot)) {
            return getBlob(column);
        }
        Object value =
                lastWasNull ? null : readers.conversion(slot, Object.class).read(row, slot, clock);
        return maxFieldSize > 0 && value instanceof String text ? FieldSize.cut(text, maxFieldSize) : value;
    }

    @Override
    public <T> T getObject(int column, Class<T> type) throws SQLException {
        Arguments.given(type, "The class");
        Object value;
        if (type == String.class) {
            value = getString(column);
        } else if (type == Object.class) {
            value = getObject(column);
        } else if (type == ResultSet.class) {
            value = nested(column);
        } else if (type == Blob.class) {
            value = getBlob(column);
        } else if (type == Clob.class || type == NClob.class) {
            value = getNClob(column);
        } else if (type == Array.class) {
            value = getArray(column);
        } else if (type == InputStream.class) {
            value = getBinaryStream(column);
        } else if (type == Reader.class) {
            value = getCharacterStream(column);
        } else if (type == byte[].class) {
            value = getBytes(column);
        } else {
            return read(column, type);
        }
        return type.cast(value);
    }

    /** The rows of a child subquery; closed by the next move of this result set. */
    private ResultSetFace nested(int column) throws SQLException {
        int slot = open(column);
        if (lastWasNull) {
            return null;
        }
        RowStream rows = cursor.nestedAt(slot);
        ResultSetFace face = new ResultSetFace(new StreamCursor(rows), rows, origin, Optional.empty());
        nested.add(face);
        return face;
    }

    /** The values of a multi-select picklist. @throws SQLException 22018 for any other column */
    @Override
    public Array getArray(int column) throws SQLException {
        String[] values = read(column, String[].class);
        return values == null ? null : origin.array(values);
    }

    private boolean isBytes(int slot) {
        return columns.get(slot).type() == SfType.BASE64;
    }

    /** @throws SQLException 22018 for a column that is not base64 */
    @Override
    public Blob getBlob(int column) throws SQLException {
        int slot = open(column);
        if (!isBytes(slot)) {
            throw SqlErrors.of(
                    SqlState.INVALID_CAST,
                    "Column " + columns.get(slot).label() + " of type "
                            + columns.get(slot).typeName() + " cannot be read as Blob");
        }
        return lastWasNull ? null : origin.blob(row.textAt(slot).toString());
    }

    /** The bytes of a base64 field as they arrive, of a text as UTF-8. */
    @Override
    public InputStream getBinaryStream(int column) throws SQLException {
        int slot = open(column);
        if (lastWasNull) {
            return null;
        }
        return isBytes(slot)
                ? origin.openBytes(row.textAt(slot).toString())
                : new ByteArrayInputStream(getBytes(column));
    }

    @Override
    public byte[] getBytes(int column) throws SQLException {
        int slot = open(column);
        if (lastWasNull || !isBytes(slot)) {
            return read(column, byte[].class);
        }
        return origin.readBytes(row.textAt(slot).toString());
    }

    @Override
    public int findColumn(String label) throws SQLException {
        requireOpen();
        if (labels == null) {
            labels = new ColumnLabels(columns);
        }
        return labels.find(label);
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return new ResultSetMetaDataFace(columns);
    }

    @Override
    public Statement getStatement() throws SQLException {
        requireOpen();
        return origin.statement();
    }

    @Override
    public int getHoldability() throws SQLException {
        requireOpen();
        return HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public int getFetchDirection() throws SQLException {
        requireOpen();
        return FETCH_FORWARD;
    }

    /** A hint: rows always arrive forwards. @throws SQLException 24000 as JDBC demands for a forward-only result set */
    @Override
    public void setFetchDirection(int direction) throws SQLException {
        ResultKind.checkDirection(direction);
        if (direction == FETCH_FORWARD) {
            requireOpen();
        } else if (getType() == TYPE_FORWARD_ONLY) {
            throw SqlErrors.of(SqlState.INVALID_CURSOR_STATE, "A forward-only result set can only be fetched forwards");
        } else {
            warnings.add("Rows are always fetched forwards; the fetch direction has no effect");
        }
    }

    @Override
    public int getFetchSize() throws SQLException {
        requireOpen();
        return fetchSize;
    }

    /** A hint without effect on pages already asked for; Salesforce fixes the page size when a query starts. */
    @Override
    public void setFetchSize(int rows) throws SQLException {
        requireOpen();
        fetchSize = (int) Arguments.notNegative(rows, "The fetch size");
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return warnings.first();
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
        warnings.clear();
    }

    private void closeNested() throws SQLException {
        if (!nested.isEmpty()) {
            for (ResultSetFace child : nested) {
                child.close();
            }
            nested.clear();
        }
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        stream.close();
        closeNested();
        origin.closed(this);
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed;
    }
}
