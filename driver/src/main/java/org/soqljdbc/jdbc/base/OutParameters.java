package org.soqljdbc.jdbc.base;

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
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;

/** The getters of OUT parameters: the values of the last call are one row, read as any row is. */
public interface OutParameters extends CallableStatement {

    /**
     * The row of the last call's values.
     *
     * @param parameter to be read, from 1
     * @throws SQLException 22023 if it is no OUT parameter; 55000 if it was not registered, or nothing was called yet
     */
    ResultSet given(int parameter) throws SQLException;

    /** The column of {@link #given} that has a parameter's value. */
    int outColumn(int parameter) throws SQLException;

    @Override
    default String getString(int parameter) throws SQLException {
        return given(parameter).getString(outColumn(parameter));
    }

    @Override
    default boolean getBoolean(int parameter) throws SQLException {
        return given(parameter).getBoolean(outColumn(parameter));
    }

    @Override
    default byte getByte(int parameter) throws SQLException {
        return given(parameter).getByte(outColumn(parameter));
    }

    @Override
    default short getShort(int parameter) throws SQLException {
        return given(parameter).getShort(outColumn(parameter));
    }

    @Override
    default int getInt(int parameter) throws SQLException {
        return given(parameter).getInt(outColumn(parameter));
    }

    @Override
    default long getLong(int parameter) throws SQLException {
        return given(parameter).getLong(outColumn(parameter));
    }

    @Override
    default float getFloat(int parameter) throws SQLException {
        return given(parameter).getFloat(outColumn(parameter));
    }

    @Override
    default double getDouble(int parameter) throws SQLException {
        return given(parameter).getDouble(outColumn(parameter));
    }

    @Override
    @Deprecated
    default BigDecimal getBigDecimal(int parameter, int scale) throws SQLException {
        return given(parameter).getBigDecimal(outColumn(parameter), scale);
    }

    @Override
    default byte[] getBytes(int parameter) throws SQLException {
        return given(parameter).getBytes(outColumn(parameter));
    }

    @Override
    default Date getDate(int parameter) throws SQLException {
        return given(parameter).getDate(outColumn(parameter));
    }

    @Override
    default Time getTime(int parameter) throws SQLException {
        return given(parameter).getTime(outColumn(parameter));
    }

    @Override
    default Timestamp getTimestamp(int parameter) throws SQLException {
        return given(parameter).getTimestamp(outColumn(parameter));
    }

    @Override
    default Object getObject(int parameter) throws SQLException {
        return given(parameter).getObject(outColumn(parameter));
    }

    @Override
    default BigDecimal getBigDecimal(int parameter) throws SQLException {
        return given(parameter).getBigDecimal(outColumn(parameter));
    }

    @Override
    default Object getObject(int parameter, Map<String, Class<?>> map) throws SQLException {
        return given(parameter).getObject(outColumn(parameter), map);
    }

    @Override
    default Ref getRef(int parameter) throws SQLException {
        throw SqlErrors.unsupported("CallableStatement.getRef");
    }

    @Override
    default Blob getBlob(int parameter) throws SQLException {
        return given(parameter).getBlob(outColumn(parameter));
    }

    @Override
    default Clob getClob(int parameter) throws SQLException {
        return given(parameter).getClob(outColumn(parameter));
    }

    @Override
    default Array getArray(int parameter) throws SQLException {
        return given(parameter).getArray(outColumn(parameter));
    }

    @Override
    default Date getDate(int parameter, Calendar calendar) throws SQLException {
        return given(parameter).getDate(outColumn(parameter), calendar);
    }

    @Override
    default Time getTime(int parameter, Calendar calendar) throws SQLException {
        return given(parameter).getTime(outColumn(parameter), calendar);
    }

    @Override
    default Timestamp getTimestamp(int parameter, Calendar calendar) throws SQLException {
        return given(parameter).getTimestamp(outColumn(parameter), calendar);
    }

    @Override
    default URL getURL(int parameter) throws SQLException {
        return given(parameter).getURL(outColumn(parameter));
    }

    @Override
    default RowId getRowId(int parameter) throws SQLException {
        throw SqlErrors.unsupported("CallableStatement.getRowId");
    }

    @Override
    default NClob getNClob(int parameter) throws SQLException {
        return given(parameter).getNClob(outColumn(parameter));
    }

    @Override
    default SQLXML getSQLXML(int parameter) throws SQLException {
        throw SqlErrors.unsupported("CallableStatement.getSQLXML");
    }

    @Override
    default String getNString(int parameter) throws SQLException {
        return given(parameter).getNString(outColumn(parameter));
    }

    @Override
    default Reader getNCharacterStream(int parameter) throws SQLException {
        return given(parameter).getNCharacterStream(outColumn(parameter));
    }

    @Override
    default Reader getCharacterStream(int parameter) throws SQLException {
        return given(parameter).getCharacterStream(outColumn(parameter));
    }

    @Override
    default <T> T getObject(int parameter, Class<T> type) throws SQLException {
        return given(parameter).getObject(outColumn(parameter), type);
    }
}
