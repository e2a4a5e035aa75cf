package org.soqljdbc.jdbc.result;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.value.Values;

/** The getters of objects, each led back to reading a column as a class. */
interface TypedColumns extends ResultSet {

    /** @return null for a null. @throws SQLException 22018 if the column is never read as this class */
    <T> T read(int column, Class<T> type) throws SQLException;

    /** The same by the clock of a calendar; null means the connection's. */
    <T> T read(int column, Class<T> type, Calendar calendar) throws SQLException;

    @Override
    default String getNString(int column) throws SQLException {
        return getString(column);
    }

    @Override
    default BigDecimal getBigDecimal(int column) throws SQLException {
        return read(column, BigDecimal.class);
    }

    /** Rounds half up to the scale. @throws SQLException 22023 for a negative scale or one beyond any number's */
    @Override
    @Deprecated
    default BigDecimal getBigDecimal(int column, int scale) throws SQLException {
        int digits = Arguments.scale(scale);
        BigDecimal value = getBigDecimal(column);
        return value == null ? null : value.setScale(digits, RoundingMode.HALF_UP);
    }

    @Override
    default Date getDate(int column) throws SQLException {
        return read(column, Date.class);
    }

    @Override
    default Date getDate(int column, Calendar calendar) throws SQLException {
        return read(column, Date.class, calendar);
    }

    @Override
    default Time getTime(int column) throws SQLException {
        return read(column, Time.class);
    }

    @Override
    default Time getTime(int column, Calendar calendar) throws SQLException {
        return read(column, Time.class, calendar);
    }

    @Override
    default Timestamp getTimestamp(int column) throws SQLException {
        return read(column, Timestamp.class);
    }

    @Override
    default Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
        return read(column, Timestamp.class, calendar);
    }

    @Override
    default URL getURL(int column) throws SQLException {
        return read(column, URL.class);
    }

    /** No SQL type here has a class of the caller's, so the map decides nothing. */
    @Override
    default Object getObject(int column, Map<String, Class<?>> map) throws SQLException {
        return getObject(column);
    }

    @Override
    default Clob getClob(int column) throws SQLException {
        return getNClob(column);
    }

    @Override
    default NClob getNClob(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : Values.clob(text);
    }

    @Override
    default Reader getCharacterStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new StringReader(text);
    }

    @Override
    default Reader getNCharacterStream(int column) throws SQLException {
        return getCharacterStream(column);
    }

    /** A character that ASCII lacks becomes a question mark. */
    @Override
    default InputStream getAsciiStream(int column) throws SQLException {
        String text = getString(column);
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
