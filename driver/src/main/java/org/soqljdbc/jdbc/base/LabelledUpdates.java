package org.soqljdbc.jdbc.base;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
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

/** Sets by label: finds the column, then sets by number. */
public interface LabelledUpdates extends ResultSet {

    /** Finds a column to be set. @param call what was called, for the refusal of a read-only result set */
    int columnToSet(String call, String label) throws SQLException;

    @Override
    default void updateArray(String label, Array value) throws SQLException {
        updateArray(columnToSet("updateArray", label), value);
    }

    @Override
    default void updateAsciiStream(String label, InputStream value, int length) throws SQLException {
        updateAsciiStream(columnToSet("updateAsciiStream", label), value, length);
    }

    @Override
    default void updateAsciiStream(String label, InputStream value, long length) throws SQLException {
        updateAsciiStream(columnToSet("updateAsciiStream", label), value, length);
    }

    @Override
    default void updateAsciiStream(String label, InputStream value) throws SQLException {
        updateAsciiStream(columnToSet("updateAsciiStream", label), value);
    }

    @Override
    default void updateBigDecimal(String label, BigDecimal value) throws SQLException {
        updateBigDecimal(columnToSet("updateBigDecimal", label), value);
    }

    @Override
    default void updateBinaryStream(String label, InputStream value, int length) throws SQLException {
        updateBinaryStream(columnToSet("updateBinaryStream", label), value, length);
    }

    @Override
    default void updateBinaryStream(String label, InputStream value, long length) throws SQLException {
        updateBinaryStream(columnToSet("updateBinaryStream", label), value, length);
    }

    @Override
    default void updateBinaryStream(String label, InputStream value) throws SQLException {
        updateBinaryStream(columnToSet("updateBinaryStream", label), value);
    }

    @Override
    default void updateBlob(String label, InputStream value, long length) throws SQLException {
        updateBlob(columnToSet("updateBlob", label), value, length);
    }

    @Override
    default void updateBlob(String label, InputStream value) throws SQLException {
        updateBlob(columnToSet("updateBlob", label), value);
    }

    @Override
    default void updateBlob(String label, Blob value) throws SQLException {
        updateBlob(columnToSet("updateBlob", label), value);
    }

    @Override
    default void updateBoolean(String label, boolean value) throws SQLException {
        updateBoolean(columnToSet("updateBoolean", label), value);
    }

    @Override
    default void updateByte(String label, byte value) throws SQLException {
        updateByte(columnToSet("updateByte", label), value);
    }

    @Override
    default void updateBytes(String label, byte[] value) throws SQLException {
        updateBytes(columnToSet("updateBytes", label), value);
    }

    @Override
    default void updateCharacterStream(String label, Reader value, int length) throws SQLException {
        updateCharacterStream(columnToSet("updateCharacterStream", label), value, length);
    }

    @Override
    default void updateCharacterStream(String label, Reader value, long length) throws SQLException {
        updateCharacterStream(columnToSet("updateCharacterStream", label), value, length);
    }

    @Override
    default void updateCharacterStream(String label, Reader value) throws SQLException {
        updateCharacterStream(columnToSet("updateCharacterStream", label), value);
    }

    @Override
    default void updateClob(String label, Reader value, long length) throws SQLException {
        updateClob(columnToSet("updateClob", label), value, length);
    }

    @Override
    default void updateClob(String label, Reader value) throws SQLException {
        updateClob(columnToSet("updateClob", label), value);
    }

    @Override
    default void updateClob(String label, Clob value) throws SQLException {
        updateClob(columnToSet("updateClob", label), value);
    }

    @Override
    default void updateDate(String label, Date value) throws SQLException {
        updateDate(columnToSet("updateDate", label), value);
    }

    @Override
    default void updateDouble(String label, double value) throws SQLException {
        updateDouble(columnToSet("updateDouble", label), value);
    }

    @Override
    default void updateFloat(String label, float value) throws SQLException {
        updateFloat(columnToSet("updateFloat", label), value);
    }

    @Override
    default void updateInt(String label, int value) throws SQLException {
        updateInt(columnToSet("updateInt", label), value);
    }

    @Override
    default void updateLong(String label, long value) throws SQLException {
        updateLong(columnToSet("updateLong", label), value);
    }

    @Override
    default void updateNCharacterStream(String label, Reader value, long length) throws SQLException {
        updateNCharacterStream(columnToSet("updateNCharacterStream", label), value, length);
    }

    @Override
    default void updateNCharacterStream(String label, Reader value) throws SQLException {
        updateNCharacterStream(columnToSet("updateNCharacterStream", label), value);
    }

    @Override
    default void updateNClob(String label, Reader value, long length) throws SQLException {
        updateNClob(columnToSet("updateNClob", label), value, length);
    }

    @Override
    default void updateNClob(String label, Reader value) throws SQLException {
        updateNClob(columnToSet("updateNClob", label), value);
    }

    @Override
    default void updateNClob(String label, NClob value) throws SQLException {
        updateNClob(columnToSet("updateNClob", label), value);
    }

    @Override
    default void updateNString(String label, String value) throws SQLException {
        updateNString(columnToSet("updateNString", label), value);
    }

    @Override
    default void updateNull(String label) throws SQLException {
        updateNull(columnToSet("updateNull", label));
    }

    @Override
    default void updateObject(String label, Object value, int scaleOrLength) throws SQLException {
        updateObject(columnToSet("updateObject", label), value, scaleOrLength);
    }

    @Override
    default void updateObject(String label, Object value, SQLType targetType, int scaleOrLength) throws SQLException {
        updateObject(columnToSet("updateObject", label), value, targetType, scaleOrLength);
    }

    @Override
    default void updateObject(String label, Object value, SQLType targetType) throws SQLException {
        updateObject(columnToSet("updateObject", label), value, targetType);
    }

    @Override
    default void updateObject(String label, Object value) throws SQLException {
        updateObject(columnToSet("updateObject", label), value);
    }

    @Override
    default void updateRef(String label, Ref value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateRef");
    }

    @Override
    default void updateRowId(String label, RowId value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateRowId");
    }

    @Override
    default void updateSQLXML(String label, SQLXML value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateSQLXML");
    }

    @Override
    default void updateShort(String label, short value) throws SQLException {
        updateShort(columnToSet("updateShort", label), value);
    }

    @Override
    default void updateString(String label, String value) throws SQLException {
        updateString(columnToSet("updateString", label), value);
    }

    @Override
    default void updateTime(String label, Time value) throws SQLException {
        updateTime(columnToSet("updateTime", label), value);
    }

    @Override
    default void updateTimestamp(String label, Timestamp value) throws SQLException {
        updateTimestamp(columnToSet("updateTimestamp", label), value);
    }
}
