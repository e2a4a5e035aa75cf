package org.soqljdbc.jdbc.base;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import org.soqljdbc.error.SqlErrors;

/** The setters of a column by its number, each led back to three; and the refused ones. */
public interface ColumnUpdates extends ResultSet {

    /**
     * Sets a column of the current row or the insert row, which updateRow or insertRow then writes.
     *
     * @param call what was called, for the refusal of a read-only result set: {@code updateInt}
     * @param value of any class that a parameter takes
     */
    void setColumn(String call, int column, Object value) throws SQLException;

    /** The same, of a stream's first bytes or chars. @param stream an InputStream or a Reader */
    void setColumn(String call, int column, Object stream, long length) throws SQLException;

    /** The same, converted to a type. @param type null for none @param scale -1 for none; a length for a stream */
    void setColumn(String call, int column, Object value, SQLType type, int scale) throws SQLException;

    private static Reader ascii(InputStream stream) {
        return stream == null ? null : new InputStreamReader(stream, StandardCharsets.US_ASCII);
    }

    @Override
    default void updateArray(int column, Array value) throws SQLException {
        setColumn("updateArray", column, value);
    }

    @Override
    default void updateAsciiStream(int column, InputStream value, int length) throws SQLException {
        setColumn("updateAsciiStream", column, ascii(value), (long) length);
    }

    @Override
    default void updateAsciiStream(int column, InputStream value, long length) throws SQLException {
        setColumn("updateAsciiStream", column, ascii(value), length);
    }

    @Override
    default void updateAsciiStream(int column, InputStream value) throws SQLException {
        setColumn("updateAsciiStream", column, ascii(value));
    }

    @Override
    default void updateBigDecimal(int column, BigDecimal value) throws SQLException {
        setColumn("updateBigDecimal", column, value);
    }

    @Override
    default void updateBinaryStream(int column, InputStream value, int length) throws SQLException {
        setColumn("updateBinaryStream", column, value, (long) length);
    }

    @Override
    default void updateBinaryStream(int column, InputStream value, long length) throws SQLException {
        setColumn("updateBinaryStream", column, value, length);
    }

    @Override
    default void updateBinaryStream(int column, InputStream value) throws SQLException {
        setColumn("updateBinaryStream", column, value);
    }

    @Override
    default void updateBlob(int column, InputStream value, long length) throws SQLException {
        setColumn("updateBlob", column, value, length);
    }

    @Override
    default void updateBlob(int column, InputStream value) throws SQLException {
        setColumn("updateBlob", column, value);
    }

    @Override
    default void updateBlob(int column, Blob value) throws SQLException {
        setColumn("updateBlob", column, value);
    }

    @Override
    default void updateBoolean(int column, boolean value) throws SQLException {
        setColumn("updateBoolean", column, value);
    }

    @Override
    default void updateByte(int column, byte value) throws SQLException {
        setColumn("updateByte", column, value);
    }

    @Override
    default void updateBytes(int column, byte[] value) throws SQLException {
        setColumn("updateBytes", column, value);
    }

    @Override
    default void updateCharacterStream(int column, Reader value, int length) throws SQLException {
        setColumn("updateCharacterStream", column, value, (long) length);
    }

    @Override
    default void updateCharacterStream(int column, Reader value, long length) throws SQLException {
        setColumn("updateCharacterStream", column, value, length);
    }

    @Override
    default void updateCharacterStream(int column, Reader value) throws SQLException {
        setColumn("updateCharacterStream", column, value);
    }

    @Override
    default void updateClob(int column, Reader value, long length) throws SQLException {
        setColumn("updateClob", column, value, length);
    }

    @Override
    default void updateClob(int column, Reader value) throws SQLException {
        setColumn("updateClob", column, value);
    }

    @Override
    default void updateClob(int column, Clob value) throws SQLException {
        setColumn("updateClob", column, value);
    }

    @Override
    default void updateDate(int column, Date value) throws SQLException {
        setColumn("updateDate", column, value);
    }

    @Override
    default void updateDouble(int column, double value) throws SQLException {
        setColumn("updateDouble", column, value);
    }

    @Override
    default void updateFloat(int column, float value) throws SQLException {
        setColumn("updateFloat", column, value);
    }

    @Override
    default void updateInt(int column, int value) throws SQLException {
        setColumn("updateInt", column, value);
    }

    @Override
    default void updateLong(int column, long value) throws SQLException {
        setColumn("updateLong", column, value);
    }

    @Override
    default void updateNCharacterStream(int column, Reader value, long length) throws SQLException {
        setColumn("updateNCharacterStream", column, value, length);
    }

    @Override
    default void updateNCharacterStream(int column, Reader value) throws SQLException {
        setColumn("updateNCharacterStream", column, value);
    }

    @Override
    default void updateNClob(int column, Reader value, long length) throws SQLException {
        setColumn("updateNClob", column, value, length);
    }

    @Override
    default void updateNClob(int column, Reader value) throws SQLException {
        setColumn("updateNClob", column, value);
    }

    @Override
    default void updateNClob(int column, NClob value) throws SQLException {
        setColumn("updateNClob", column, value);
    }

    @Override
    default void updateNString(int column, String value) throws SQLException {
        setColumn("updateNString", column, value);
    }

    @Override
    default void updateNull(int column) throws SQLException {
        setColumn("updateNull", column, null);
    }

    @Override
    default void updateObject(int column, Object value, int scaleOrLength) throws SQLException {
        setColumn("updateObject", column, value, null, scaleOrLength);
    }

    @Override
    default void updateObject(int column, Object value, SQLType targetType, int scaleOrLength) throws SQLException {
        setColumn("updateObject", column, value, targetType, scaleOrLength);
    }

    @Override
    default void updateObject(int column, Object value, SQLType targetType) throws SQLException {
        setColumn("updateObject", column, value, targetType, -1);
    }

    @Override
    default void updateObject(int column, Object value) throws SQLException {
        setColumn("updateObject", column, value);
    }

    @Override
    default void updateRef(int column, Ref value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateRef");
    }

    @Override
    default void updateRowId(int column, RowId value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateRowId");
    }

    @Override
    default void updateSQLXML(int column, SQLXML value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateSQLXML");
    }

    @Override
    default void updateShort(int column, short value) throws SQLException {
        setColumn("updateShort", column, value);
    }

    @Override
    default void updateString(int column, String value) throws SQLException {
        setColumn("updateString", column, value);
    }

    @Override
    default void updateTime(int column, Time value) throws SQLException {
        setColumn("updateTime", column, value);
    }

    @Override
    default void updateTimestamp(int column, Timestamp value) throws SQLException {
        setColumn("updateTimestamp", column, value);
    }
}
