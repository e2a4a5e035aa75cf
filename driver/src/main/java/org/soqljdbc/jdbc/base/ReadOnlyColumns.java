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

/** Refuses every way to set a column's value by its number. */
public interface ReadOnlyColumns extends ResultSet {

    @Override
    default void updateArray(int column, Array value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateArray");
    }

    @Override
    default void updateAsciiStream(int column, InputStream value, int length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateAsciiStream");
    }

    @Override
    default void updateAsciiStream(int column, InputStream value, long length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateAsciiStream");
    }

    @Override
    default void updateAsciiStream(int column, InputStream value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateAsciiStream");
    }

    @Override
    default void updateBigDecimal(int column, BigDecimal value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBigDecimal");
    }

    @Override
    default void updateBinaryStream(int column, InputStream value, int length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBinaryStream");
    }

    @Override
    default void updateBinaryStream(int column, InputStream value, long length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBinaryStream");
    }

    @Override
    default void updateBinaryStream(int column, InputStream value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBinaryStream");
    }

    @Override
    default void updateBlob(int column, InputStream value, long length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBlob");
    }

    @Override
    default void updateBlob(int column, InputStream value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBlob");
    }

    @Override
    default void updateBlob(int column, Blob value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBlob");
    }

    @Override
    default void updateBoolean(int column, boolean value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBoolean");
    }

    @Override
    default void updateByte(int column, byte value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateByte");
    }

    @Override
    default void updateBytes(int column, byte[] value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateBytes");
    }

    @Override
    default void updateCharacterStream(int column, Reader value, int length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateCharacterStream");
    }

    @Override
    default void updateCharacterStream(int column, Reader value, long length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateCharacterStream");
    }

    @Override
    default void updateCharacterStream(int column, Reader value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateCharacterStream");
    }

    @Override
    default void updateClob(int column, Reader value, long length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateClob");
    }

    @Override
    default void updateClob(int column, Reader value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateClob");
    }

    @Override
    default void updateClob(int column, Clob value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateClob");
    }

    @Override
    default void updateDate(int column, Date value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateDate");
    }

    @Override
    default void updateDouble(int column, double value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateDouble");
    }

    @Override
    default void updateFloat(int column, float value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateFloat");
    }

    @Override
    default void updateInt(int column, int value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateInt");
    }

    @Override
    default void updateLong(int column, long value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateLong");
    }

    @Override
    default void updateNCharacterStream(int column, Reader value, long length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateNCharacterStream");
    }

    @Override
    default void updateNCharacterStream(int column, Reader value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateNCharacterStream");
    }

    @Override
    default void updateNClob(int column, Reader value, long length) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateNClob");
    }

    @Override
    default void updateNClob(int column, Reader value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateNClob");
    }

    @Override
    default void updateNClob(int column, NClob value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateNClob");
    }

    @Override
    default void updateNString(int column, String value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateNString");
    }

    @Override
    default void updateNull(int column) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateNull");
    }

    @Override
    default void updateObject(int column, Object value, int scaleOrLength) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateObject");
    }

    @Override
    default void updateObject(int column, Object value, SQLType targetType, int scaleOrLength) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateObject");
    }

    @Override
    default void updateObject(int column, Object value, SQLType targetType) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateObject");
    }

    @Override
    default void updateObject(int column, Object value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateObject");
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
        throw SqlErrors.unsupported("ResultSet.updateShort");
    }

    @Override
    default void updateString(int column, String value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateString");
    }

    @Override
    default void updateTime(int column, Time value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateTime");
    }

    @Override
    default void updateTimestamp(int column, Timestamp value) throws SQLException {
        throw SqlErrors.unsupported("ResultSet.updateTimestamp");
    }
}
