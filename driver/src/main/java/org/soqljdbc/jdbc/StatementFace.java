package org.soqljdbc.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.base.GeneratedKeyForms;
import org.soqljdbc.jdbc.base.NoBatches;
import org.soqljdbc.jdbc.base.PlainWrapper;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.result.ResultSets;
import org.soqljdbc.jdbc.result.Warnings;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/**
 * Runs statements, one at a time; has at most one open result set.
 *
 * <p>One thread uses it; {@link #cancel} and {@link #close} may come from any other and end the calls in flight.
 */
class StatementFace extends StatementSettings implements GeneratedKeyForms, NoBatches, PlainWrapper {

    private final ConnectionFace connection;
    private final ResultKind kind;
    private final Warnings warnings = new Warnings();
    private volatile CallControl control = CallControl.unlimited();
    private volatile ResultSet result;
    private volatile boolean closed;
    private volatile boolean closeOnCompletion;

    StatementFace(ConnectionFace connection, ResultKind kind) {
        this.connection = connection;
        this.kind = kind;
    }

    final ConnectionFace connection() {
        return connection;
    }

    @Override
    final void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.of(SqlState.OBJECT_NOT_IN_STATE, "The statement is closed");
        }
        connection.requireOpen();
    }

    @Override
    final Warnings warnings() {
        return warnings;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        executeQuery(sql);
        return true;
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        requireOpen();
        forgetLastRun();
        return run(query(connection.read(sql)), List.of());
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        requireOpen();
        forgetLastRun();
        connection.read(sql);
        throw queryInUpdate();
    }

    /** @throws SQLException 07003 for a statement that gives no rows */
    static PreparedQuery query(Prepared prepared) throws SQLException {
        if (prepared instanceof PreparedQuery query) {
            return query;
        }
        throw SqlErrors.of(
                SqlState.QUERY_IN_UPDATE,
                "This statement gives no rows; run it with executeUpdate or execute. It was not run");
    }

    static SQLException queryInUpdate() {
        return SqlErrors.of(
                SqlState.QUERY_IN_UPDATE,
                "This statement is a query and gives rows; run it with executeQuery or execute. It was not run");
    }

    /** Closes the last result set and clears the warnings, as every execution does first. */
    final void forgetLastRun() throws SQLException {
        closeResult();
        warnings.clear();
    }

    /** Runs a query under a call control of its own; {@link #forgetLastRun} came before. */
    final ResultSet run(PreparedQuery query, List<ParameterValue> parameters) throws SQLException {
        CallControl running = connection.newControl(queryTimeout());
        control = running;
        // A close that came before the line above has cancelled the control of the run before, not this one.
        requireOpen();
        RowStream rows = connection.heeding(() -> query.run(parameters, options(), running));
        ResultSet opened =
                ResultSets.open(kind, rows, new StatementResults(this, running, maxFieldSizeNow(), fetchSizeNow()));
        result = opened;
        if (closed) {
            opened.close();
            requireOpen();
        }
        return opened;
    }

    private RunOptions options() {
        return new RunOptions(maxRowsNow(), fetchSizeNow(), warnings::add);
    }

    /** Told by a result set that it was closed by its user. */
    final void resultClosed(ResultSet ended) throws SQLException {
        if (ended == result && closeOnCompletion) {
            close();
        }
    }

    private void closeResult() throws SQLException {
        ResultSet last = result;
        result = null;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void cancel() throws SQLException {
        requireOpen();
        control.cancel();
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        control.cancel();
        connection.dependents().forget(this);
        closeResult();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed || connection.isClosed();
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        requireOpen();
        closeOnCompletion = true;
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        requireOpen();
        return closeOnCompletion;
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        requireOpen();
        return result;
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    /** There is only ever one result. @throws SQLException 0A000 for KEEP_CURRENT_RESULT */
    @Override
    public boolean getMoreResults(int current) throws SQLException {
        requireOpen();
        if (current == KEEP_CURRENT_RESULT) {
            throw SqlErrors.unsupported("Statement.getMoreResults(KEEP_CURRENT_RESULT)");
        }
        if (current != CLOSE_CURRENT_RESULT && current != CLOSE_ALL_RESULTS) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "getMoreResults takes CLOSE_CURRENT_RESULT or CLOSE_ALL_RESULTS, not " + current);
        }
        closeResult();
        return false;
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return (int) getLargeUpdateCount();
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        requireOpen();
        return -1;
    }

    /** Empty: queries generate no keys. */
    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        requireOpen();
        return new DetachedResults(connection, this).open(new ListRows(List.of(Column.of("Id", SfType.ID)), List.of()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        return connection;
    }

    /** Nothing to do: a batch is always empty. */
    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
    }

    @Override
    public int getResultSetType() throws SQLException {
        requireOpen();
        return kind.type();
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        requireOpen();
        return ResultSet.CONCUR_READ_ONLY;
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return warnings.first();
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
        warnings.clear();
    }
}
