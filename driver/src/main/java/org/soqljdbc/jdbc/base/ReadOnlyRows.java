package org.soqljdbc.jdbc.base;

import java.io.InputStream;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import org.soqljdbc.error.SqlErrors;

/**
 * Refuses every way to change a row, and the getters of SQL types that Salesforce has nothing like.
 *
 * <p>An updatable result set would override these; there is none yet.
 */
public interface ReadOnlyRows extends ReadOnlyColumns, ReadOnlyLabels {

    @Override
    default void cancelRowUpdates() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.cancelRowUpdates");
    }

    @Override
    default void deleteRow() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.deleteRow");
    }

    @Override
    default String getCursorName() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getCursorName");
    }

    @Override
    default Ref getRef(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getRef");
    }

    @Override
    default RowId getRowId(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getRowId");
    }

    @Override
    default SQLXML getSQLXML(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getSQLXML");
    }

    @Override
    @Deprecated
    default InputStream getUnicodeStream(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getUnicodeStream");
    }

    @Override
    default void insertRow() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.insertRow");
    }

    @Override
    default void moveToCurrentRow() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.moveToCurrentRow");
    }

    @Override
    default void moveToInsertRow() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.moveToInsertRow");
    }

    @Override
    default void refreshRow() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.refreshRow");
    }

    @Override
    default void updateRow() throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateRow");
    }

    @Override
    default Ref getRef(String label) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getRef");
    }

    @Override
    default RowId getRowId(String label) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getRowId");
    }

    @Override
    default SQLXML getSQLXML(String label) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getSQLXML");
    }

    @Override
    @Deprecated
    default InputStream getUnicodeStream(String label) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.getUnicodeStream");
    }
}
