package org.soqljdbc.jdbc.result;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.jdbc.result.ChangedRow.Change;
import org.soqljdbc.jdbc.result.RowTarget.NewValue;
import org.soqljdbc.types.RowValues;

/**
 * What a result set is more when it is updatable: values that were set and not written yet, and the insert row. A row that
 * was updated shows what was written; one that was deleted stays as a hole; one that was inserted does not appear.
 */
final class RowEditor {

    private final Cursor cursor;
    private final RowTarget target;
    private final Map<Integer, NewValue> pending = new LinkedHashMap<>();
    private ChangedRow insertRow;

    RowEditor(Cursor cursor, RowTarget target) {
        this.cursor = cursor;
        this.target = target;
    }

    /** The row to be read: the insert row while it is current; null where there is none, or a hole. */
    RowValues shown() {
        if (insertRow != null) {
            return insertRow;
        }
        return is(Change.DELETED) ? null : cursor.row();
    }

    /** Whether this was done to the current row. */
    boolean is(Change change) {
        return insertRow == null && cursor.row() instanceof ChangedRow row && row.change() == change;
    }

    /** Told before the cursor moves: what was not written is forgotten. */
    void leave() {
        pending.clear();
        insertRow = null;
    }

    void set(int slot, NewValue value) throws SQLException {
        if (insertRow == null) {
            current();
        }
        target.requireSettable(slot);
        pending.put(slot, value);
    }

    /** The current row of the org, and its Id. */
    private RowValues current() throws SQLException {
        if (insertRow != null) {
            throw SqlErrors.of(
                    SqlState.INVALID_CURSOR_STATE,
                    "This is the insert row, which only insertRow writes; call moveToCurrentRow before");
        }
        RowValues row = shown();
        if (row == null) {
            throw SqlErrors.of(
                    SqlState.INVALID_CURSOR_STATE,
                    is(Change.DELETED)
                            ? "The current row was deleted"
                            : "There is no current row: call next() and change rows while it answers true");
        }
        return row;
    }

    private String id(RowValues row) throws SQLException {
        if (row.isNull(target.idSlot())) {
            throw SqlErrors.of(SqlState.INVALID_CURSOR_STATE, "The current row has no Id, so it cannot be changed");
        }
        return row.textAt(target.idSlot()).toString();
    }

    void updateRow() throws SQLException {
        RowValues row = current();
        if (pending.isEmpty()) {
            return;
        }
        Map<Integer, String> written = target.update(id(row), pending);
        cursor.replace(new ChangedRow(cursor.keptRow(), Change.UPDATED, written));
        pending.clear();
    }

    void deleteRow() throws SQLException {
        RowValues row = current();
        target.delete(id(row));
        cursor.replace(new ChangedRow(cursor.keptRow(), Change.DELETED, Map.of()));
        pending.clear();
    }

    void refreshRow() throws SQLException {
        RowValues row = current();
        RowValues kept = cursor.keptRow();
        cursor.replace(target.read(id(row), kept));
        pending.clear();
    }

    void cancelRowUpdates() throws SQLException {
        current();
        pending.clear();
    }

    void moveToInsertRow() {
        pending.clear();
        insertRow = new ChangedRow(null, Change.INSERTING, Map.of());
    }

    void moveToCurrentRow() {
        if (insertRow != null) {
            leave();
        }
    }

    /** Stays on the insert row, which shows what was written, its Id too. */
    void insertRow() throws SQLException {
        if (insertRow == null) {
            throw SqlErrors.of(
                    SqlState.INVALID_CURSOR_STATE, "This is not the insert row; call moveToInsertRow before insertRow");
        }
        insertRow = new ChangedRow(null, Change.INSERTING, target.insert(pending));
        pending.clear();
    }
}
