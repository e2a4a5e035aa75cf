package org.soqljdbc.jdbc.base;

import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.soqljdbc.error.SqlErrors;

/** The setters of single values, each led back to setObject, which knows every class; and the refused ones. */
public interface ParameterSetters extends PreparedStatement {

    /** Sets a value whose day and wall clock the calendar tells. @param calendar null for the connection's zone */
    void setAt(int parameter, Object value, Calendar calendar) throws SQLException;

    @Override
    default void setBoolean(int parameter, boolean value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setByte(int parameter, byte value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setShort(int parameter, short value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setInt(int parameter, int value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setLong(int parameter, long value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setFloat(int parameter, float value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setDouble(int parameter, double value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setBigDecimal(int parameter, BigDecimal value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setString(int parameter, String value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setNString(int parameter, String value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setBytes(int parameter, byte[] value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setDate(int parameter, Date value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setDate(int parameter, Date value, Calendar calendar) throws SQLException {
        setAt(parameter, value, calendar);
    }

    @Override
    default void setTime(int parameter, Time value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setTime(int parameter, Time value, Calendar calendar) throws SQLException {
        setAt(parameter, value, calendar);
    }

    @Override
    default void setTimestamp(int parameter, Timestamp value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setTimestamp(int parameter, Timestamp value, Calendar calendar) throws SQLException {
        setAt(parameter, value, calendar);
    }

    @Override
    default void setArray(int parameter, Array value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setBlob(int parameter, Blob value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setClob(int parameter, Clob value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setNClob(int parameter, NClob value) throws SQLException {
        setObject(parameter, value);
    }

    @Override
    default void setURL(int parameter, URL value) throws SQLException {
        setObject(parameter, value);
    }

    /** The type decides nothing: SOQL has one null. */
    @Override
    default void setNull(int parameter, int sqlType) throws SQLException {
        setObject(parameter, null);
    }

    @Override
    default void setNull(int parameter, int sqlType, String typeName) throws SQLException {
        setObject(parameter, null);
    }

    @Override
    default void setRef(int parameter, Ref value) throws SQLException {
        throw SqlErrors.unsupported("PreparedStatement.setRef");
    }

    @Override
    default void setRowId(int parameter, RowId value) throws SQLException {
        throw SqlErrors.unsupported("PreparedStatement.setRowId");
    }

    @Override
    default void setSQLXML(int parameter, SQLXML value) throws SQLException {
        throw SqlErrors.unsupported("PreparedStatement.setSQLXML");
    }
}
