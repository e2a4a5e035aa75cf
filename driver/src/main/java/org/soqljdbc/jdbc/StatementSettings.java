package org.soqljdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.result.Warnings;

/** What a caller may set on a statement before running it; each setting holds for the runs that follow. */
abstract class StatementSettings implements Enquoting {

    private long maxRows;
    private int fetchSize;
    private int maxFieldSize;
    private int timeoutSeconds;
    private boolean poolable;

    /** @throws SQLException 55000 if the statement, 08003 if its connection is closed */
    abstract void requireOpen() throws SQLException;

    abstract Warnings warnings();

    final long maxRowsNow() {
        return maxRows;
    }

    final int fetchSizeNow() {
        return fetchSize;
    }

    final int maxFieldSizeNow() {
        return maxFieldSize;
    }

    final Optional<Duration> queryTimeout() {
        return timeoutSeconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(timeoutSeconds));
    }

    final void poolableByDefault() {
        poolable = true;
    }

    @Override
    public int getMaxFieldSize() throws SQLException {
        requireOpen();
        return maxFieldSize;
    }

    @Override
    public void setMaxFieldSize(int bytes) throws SQLException {
        requireOpen();
        maxFieldSize = (int) Arguments.notNegative(bytes, "The maximum field size");
    }

    /** As JDBC says, 0 if the bound is greater than an int. */
    @Override
    public int getMaxRows() throws SQLException {
        requireOpen();
        return maxRows > Integer.MAX_VALUE ? 0 : (int) maxRows;
    }

    @Override
    public void setMaxRows(int rows) throws SQLException {
        setLargeMaxRows(rows);
    }

    @Override
    public long getLargeMaxRows() throws SQLException {
        requireOpen();
        return maxRows;
    }

    @Override
    public void setLargeMaxRows(long rows) throws SQLException {
        requireOpen();
        maxRows = Arguments.notNegative(rows, "The maximum of rows");
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        requireOpen();
        return timeoutSeconds;
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        requireOpen();
        timeoutSeconds = (int) Arguments.notNegative(seconds, "The query time-out in seconds");
    }

    @Override
    public int getFetchSize() throws SQLException {
        requireOpen();
        return fetchSize;
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        requireOpen();
        fetchSize = (int) Arguments.notNegative(rows, "The fetch size");
    }

    @Override
    public int getFetchDirection() throws SQLException {
        requireOpen();
        return ResultSet.FETCH_FORWARD;
    }

    /** A hint: rows always arrive forwards, and a SQLWarning says so. */
    @Override
    public void setFetchDirection(int direction) throws SQLException {
        requireOpen();
        ResultKind.checkDirection(direction);
        if (direction != ResultSet.FETCH_FORWARD) {
            warnings().add("Rows are always fetched forwards; the fetch direction has no effect");
        }
    }

    /** Accepted: SOQL has no escapes of JDBC's kind, so there is nothing to switch off. */
    @Override
    public void setEscapeProcessing(boolean enable) throws SQLException {
        requireOpen();
    }

    @Override
    public void setCursorName(String name) throws SQLException {
        throw SqlErrors.unsupported("Statement.setCursorName");
    }

    @Override
    public boolean isPoolable() throws SQLException {
        requireOpen();
        return poolable;
    }

    @Override
    public void setPoolable(boolean wanted) throws SQLException {
        requireOpen();
        poolable = wanted;
    }
}
