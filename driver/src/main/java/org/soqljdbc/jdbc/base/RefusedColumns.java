package org.soqljdbc.jdbc.base;

import java.io.InputStream;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import org.soqljdbc.error.SqlErrors;

/** Refuses named cursors, and the getters of SQL types that Salesforce has nothing like. */
public interface RefusedColumns extends ResultSet {

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
