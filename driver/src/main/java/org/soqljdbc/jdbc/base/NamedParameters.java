package org.soqljdbc.jdbc.base;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;

/** The methods that name a parameter, each led back to the one that numbers it. */
public interface NamedParameters extends CallableStatement {

    /** The number of a parameter, from 1. @throws SQLException 22023 if there is none of that name */
    int parameterNamed(String name) throws SQLException;

    @Override
    default void registerOutParameter(String name, int sqlType) throws SQLException {
        registerOutParameter(parameterNamed(name), sqlType);
    }

    @Override
    default void registerOutParameter(String name, int sqlType, int scale) throws SQLException {
        registerOutParameter(parameterNamed(name), sqlType, scale);
    }

    @Override
    default void registerOutParameter(String name, int sqlType, String typeName) throws SQLException {
        registerOutParameter(parameterNamed(name), sqlType, typeName);
    }

    @Override
    default void setURL(String name, URL value) throws SQLException {
        setURL(parameterNamed(name), value);
    }

    @Override
    default void setNull(String name, int sqlType) throws SQLException {
        setNull(parameterNamed(name), sqlType);
    }

    @Override
    default void setBoolean(String name, boolean value) throws SQLException {
        setBoolean(parameterNamed(name), value);
    }

    @Override
    default void setByte(String name, byte value) throws SQLException {
        setByte(parameterNamed(name), value);
    }

    @Override
    default void setShort(String name, short value) throws SQLException {
        setShort(parameterNamed(name), value);
    }

    @Override
    default void setInt(String name, int value) throws SQLException {
        setInt(parameterNamed(name), value);
    }

    @Override
    default void setLong(String name, long value) throws SQLException {
        setLong(parameterNamed(name), value);
    }

    @Override
    default void setFloat(String name, float value) throws SQLException {
        setFloat(parameterNamed(name), value);
    }

    @Override
    default void setDouble(String name, double value) throws SQLException {
        setDouble(parameterNamed(name), value);
    }

    @Override
    default void setBigDecimal(String name, BigDecimal value) throws SQLException {
        setBigDecimal(parameterNamed(name), value);
    }

    @Override
    default void setString(String name, String value) throws SQLException {
        setString(parameterNamed(name), value);
    }

    @Override
    default void setBytes(String name, byte[] value) throws SQLException {
        setBytes(parameterNamed(name), value);
    }

    @Override
    default void setDate(String name, Date value) throws SQLException {
        setDate(parameterNamed(name), value);
    }

    @Override
    default void setTime(String name, Time value) throws SQLException {
        setTime(parameterNamed(name), value);
    }

    @Override
    default void setTimestamp(String name, Timestamp value) throws SQLException {
        setTimestamp(parameterNamed(name), value);
    }

    @Override
    default void setAsciiStream(String name, InputStream value, int length) throws SQLException {
        setAsciiStream(parameterNamed(name), value, length);
    }

    @Override
    default void setBinaryStream(String name, InputStream value, int length) throws SQLException {
        setBinaryStream(parameterNamed(name), value, length);
    }

    @Override
    default void setObject(String name, Object value, int sqlType, int scaleOrLength) throws SQLException {
        setObject(parameterNamed(name), value, sqlType, scaleOrLength);
    }

    @Override
    default void setObject(String name, Object value, int sqlType) throws SQLException {
        setObject(parameterNamed(name), value, sqlType);
    }

    @Override
    default void setObject(String name, Object value) throws SQLException {
        setObject(parameterNamed(name), value);
    }

    @Override
    default void setCharacterStream(String name, Reader value, int length) throws SQLException {
        setCharacterStream(parameterNamed(name), value, length);
    }

    @Override
    default void setDate(String name, Date value, Calendar calendar) throws SQLException {
        setDate(parameterNamed(name), value, calendar);
    }

    @Override
    default void setTime(String name, Time value, Calendar calendar) throws SQLException {
        setTime(parameterNamed(name), value, calendar);
    }

    @Override
    default void setTimestamp(String name, Timestamp value, Calendar calendar) throws SQLException {
        setTimestamp(parameterNamed(name), value, calendar);
    }

    @Override
    default void setNull(String name, int sqlType, String typeName) throws SQLException {
        setNull(parameterNamed(name), sqlType, typeName);
    }

    @Override
    default String getString(String name) throws SQLException {
        return getString(parameterNamed(name));
    }

    @Override
    default boolean getBoolean(String name) throws SQLException {
        return getBoolean(parameterNamed(name));
    }

    @Override
    default byte getByte(String name) throws SQLException {
        return getByte(parameterNamed(name));
    }

    @Override
    default short getShort(String name) throws SQLException {
        return getShort(parameterNamed(name));
    }

    @Override
    default int getInt(String name) throws SQLException {
        return getInt(parameterNamed(name));
    }

    @Override
    default long getLong(String name) throws SQLException {
        return getLong(parameterNamed(name));
    }

    @Override
    default float getFloat(String name) throws SQLException {
        return getFloat(parameterNamed(name));
    }

    @Override
    default double getDouble(String name) throws SQLException {
        return getDouble(parameterNamed(name));
    }

    @Override
    default byte[] getBytes(String name) throws SQLException {
        return getBytes(parameterNamed(name));
    }

    @Override
    default Date getDate(String name) throws SQLException {
        return getDate(parameterNamed(name));
    }

    @Override
    default Time getTime(String name) throws SQLException {
        return getTime(parameterNamed(name));
    }

    @Override
    default Timestamp getTimestamp(String name) throws SQLException {
        return getTimestamp(parameterNamed(name));
    }

    @Override
    default Object getObject(String name) throws SQLException {
        return getObject(parameterNamed(name));
    }

    @Override
    default BigDecimal getBigDecimal(String name) throws SQLException {
        return getBigDecimal(parameterNamed(name));
    }

    @Override
    default Object getObject(String name, Map<String, Class<?>> map) throws SQLException {
        return getObject(parameterNamed(name), map);
    }

    @Override
    default Ref getRef(String name) throws SQLException {
        throw SqlErrors.unsupported("CallableStatement.getRef");
    }

    @Override
    default Blob getBlob(String name) throws SQLException {
        return getBlob(parameterNamed(name));
    }

    @Override
    default Clob getClob(String name) throws SQLException {
        return getClob(parameterNamed(name));
    }

    @Override
    default Array getArray(String name) throws SQLException {
        return getArray(parameterNamed(name));
    }

    @Override
    default Date getDate(String name, Calendar calendar) throws SQLException {
        return getDate(parameterNamed(name), calendar);
    }

    @Override
    default Time getTime(String name, Calendar calendar) throws SQLException {
        return getTime(parameterNamed(name), calendar);
    }

    @Override
    default Timestamp getTimestamp(String name, Calendar calendar) throws SQLException {
        return getTimestamp(parameterNamed(name), calendar);
    }

    @Override
    default URL getURL(String name) throws SQLException {
        return getURL(parameterNamed(name));
    }

    @Override
    default RowId getRowId(String name) throws SQLException {
        throw SqlErrors.unsupported("CallableStatement.getRowId");
    }

    @Override
    default void setRowId(String name, RowId value) throws SQLException {
        setRowId(parameterNamed(name), value);
    }

    @Override
    default void setNString(String name, String value) throws SQLException {
        setNString(parameterNamed(name), value);
    }

    @Override
    default void setNCharacterStream(String name, Reader value, long length) throws SQLException {
        setNCharacterStream(parameterNamed(name), value, length);
    }

    @Override
    default void setNClob(String name, NClob value) throws SQLException {
        setNClob(parameterNamed(name), value);
    }

    @Override
    default void setClob(String name, Reader value, long length) throws SQLException {
        setClob(parameterNamed(name), value, length);
    }

    @Override
    default void setBlob(String name, InputStream value, long length) throws SQLException {
        setBlob(parameterNamed(name), value, length);
    }

    @Override
    default void setNClob(String name, Reader value, long length) throws SQLException {
        setNClob(parameterNamed(name), value, length);
    }

    @Override
    default NClob getNClob(String name) throws SQLException {
        return getNClob(parameterNamed(name));
    }

    @Override
    default void setSQLXML(String name, SQLXML value) throws SQLException {
        setSQLXML(parameterNamed(name), value);
    }

    @Override
    default SQLXML getSQLXML(String name) throws SQLException {
        throw SqlErrors.unsupported("CallableStatement.getSQLXML");
    }

    @Override
    default String getNString(String name) throws SQLException {
        return getNString(parameterNamed(name));
    }

    @Override
    default Reader getNCharacterStream(String name) throws SQLException {
        return getNCharacterStream(parameterNamed(name));
    }

    @Override
    default Reader getCharacterStream(String name) throws SQLException {
        return getCharacterStream(parameterNamed(name));
    }

    @Override
    default void setBlob(String name, Blob value) throws SQLException {
        setBlob(parameterNamed(name), value);
    }

    @Override
    default void setClob(String name, Clob value) throws SQLException {
        setClob(parameterNamed(name), value);
    }

    @Override
    default void setAsciiStream(String name, InputStream value, long length) throws SQLException {
        setAsciiStream(parameterNamed(name), value, length);
    }

    @Override
    default void setBinaryStream(String name, InputStream value, long length) throws SQLException {
        setBinaryStream(parameterNamed(name), value, length);
    }

    @Override
    default void setCharacterStream(String name, Reader value, long length) throws SQLException {
        setCharacterStream(parameterNamed(name), value, length);
    }

    @Override
    default void setAsciiStream(String name, InputStream value) throws SQLException {
        setAsciiStream(parameterNamed(name), value);
    }

    @Override
    default void setBinaryStream(String name, InputStream value) throws SQLException {
        setBinaryStream(parameterNamed(name), value);
    }

    @Override
    default void setCharacterStream(String name, Reader value) throws SQLException {
        setCharacterStream(parameterNamed(name), value);
    }

    @Override
    default void setNCharacterStream(String name, Reader value) throws SQLException {
        setNCharacterStream(parameterNamed(name), value);
    }

    @Override
    default void setClob(String name, Reader value) throws SQLException {
        setClob(parameterNamed(name), value);
    }

    @Override
    default void setBlob(String name, InputStream value) throws SQLException {
        setBlob(parameterNamed(name), value);
    }

    @Override
    default void setNClob(String name, Reader value) throws SQLException {
        setNClob(parameterNamed(name), value);
    }

    @Override
    default <T> T getObject(String name, Class<T> type) throws SQLException {
        return getObject(parameterNamed(name), type);
    }

    @Override
    default void setObject(String name, Object value, SQLType sqlType, int scaleOrLength) throws SQLException {
        setObject(parameterNamed(name), value, sqlType, scaleOrLength);
    }

    @Override
    default void setObject(String name, Object value, SQLType sqlType) throws SQLException {
        setObject(parameterNamed(name), value, sqlType);
    }

    @Override
    default void registerOutParameter(String name, SQLType sqlType) throws SQLException {
        registerOutParameter(parameterNamed(name), sqlType);
    }

    @Override
    default void registerOutParameter(String name, SQLType sqlType, int scale) throws SQLException {
        registerOutParameter(parameterNamed(name), sqlType, scale);
    }

    @Override
    default void registerOutParameter(String name, SQLType sqlType, String typeName) throws SQLException {
        registerOutParameter(parameterNamed(name), sqlType, typeName);
    }
}
