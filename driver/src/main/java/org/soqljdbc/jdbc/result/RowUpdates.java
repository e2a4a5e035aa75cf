package org.soqljdbc.jdbc.result;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLType;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.argument.StreamText;
import org.soqljdbc.jdbc.base.ColumnUpdates;
import org.soqljdbc.jdbc.base.LabelledUpdates;
import org.soqljdbc.jdbc.result.ChangedRow.Change;
import org.soqljdbc.jdbc.result.RowTarget.NewValue;
import org.soqljdbc.types.GivenBytes;

/** Changes rows through the editor; where there is none, the result set is read-only and each change is refused by name. */
interface RowUpdates extends ColumnUpdates, LabelledUpdates {

    /** Null for a read-only result set. @throws SQLException 24000 if closed */
    RowEditor editorOrNull() throws SQLException;

    /** Told that the row to be read may be another. */
    void changed();

    /** From 0. @throws SQLException 42S22 if there is no such column */
    int slot(int column) throws SQLException;

    private RowEditor editor(String call) throws SQLException {
        RowEditor editor = editorOrNull();
        if (editor == null) {
            throw SqlErrors.unsupported("ResultSet." + call + " of a CONCUR_READ_ONLY result set");
        }
        return editor;
    }

    @Override
    default int columnToSet(String call, String label) throws SQLException {
        editor(call);
        return findColumn(label);
    }

    @Override
    default void setColumn(String call, int column, Object value) throws SQLException {
        editor(call).set(slot(column), new NewValue(value, null, null));
    }

    @Override
    default void setColumn(String call, int column, Object stream, long length) throws SQLException {
        RowEditor editor = editor(call);
        Arguments.notNegative(length, "The length");
        Object value = null;
        if (stream instanceof Reader text) {
            value = StreamText.read(text, length);
        } else if (stream instanceof InputStream bytes) {
            value = GivenBytes.of(bytes, length);
        }
        editor.set(slot(column), new NewValue(value, null, null));
    }

    @Override
    default void setColumn(String call, int column, Object value, SQLType type, int scale) throws SQLException {
        RowEditor editor = editor(call);
        if (value instanceof InputStream || value instanceof Reader) {
            setColumn(call, column, value, scale < 0 ? StreamText.ALL : scale);
            return;
        }
        Integer code = type == null ? null : type.getVendorTypeNumber();
        Integer digits = scale >= 0 && value instanceof BigDecimal ? (Integer) Arguments.scale(scale) : null;
        editor.set(slot(column), new NewValue(value, code, digits));
    }

    @Override
    default void updateRow() throws SQLException {
        editor("updateRow").updateRow();
        changed();
    }

    @Override
    default void insertRow() throws SQLException {
        editor("insertRow").insertRow();
        changed();
    }

    @Override
    default void deleteRow() throws SQLException {
        editor("deleteRow").deleteRow();
        changed();
    }

    /** Reads the row again, by one call: the fields of the object; what else is selected stays as it was. */
    @Override
    default void refreshRow() throws SQLException {
        editor("refreshRow").refreshRow();
        changed();
    }

    @Override
    default void cancelRowUpdates() throws SQLException {
        editor("cancelRowUpdates").cancelRowUpdates();
    }

    @Override
    default void moveToInsertRow() throws SQLException {
        editor("moveToInsertRow").moveToInsertRow();
        changed();
    }

    @Override
    default void moveToCurrentRow() throws SQLException {
        editor("moveToCurrentRow").moveToCurrentRow();
        changed();
    }

    @Override
    default int getConcurrency() throws SQLException {
        return editorOrNull() == null ? CONCUR_READ_ONLY : CONCUR_UPDATABLE;
    }

    @Override
    default boolean rowUpdated() throws SQLException {
        RowEditor editor = editorOrNull();
        return editor != null && editor.is(Change.UPDATED);
    }

    @Override
    default boolean rowDeleted() throws SQLException {
        RowEditor editor = editorOrNull();
        return editor != null && editor.is(Change.DELETED);
    }

    /** False: a row that was inserted does not appear among those of the query. */
    @Override
    default boolean rowInserted() throws SQLException {
        editorOrNull();
        return false;
    }
}
