package org.soqljdbc.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.jdbc.base.GeneratedKeyForms;
import org.soqljdbc.jdbc.base.KeyRequest;
import org.soqljdbc.jdbc.base.PlainWrapper;
import org.soqljdbc.jdbc.result.ResultKind;

/**
 * Runs statements, one at a time; has at most one open result set.
 *
 * <p>One thread uses it; {@link #cancel} and {@link #close} may come from any other and end the calls in flight.
 */
class StatementFace extends StatementRuns implements GeneratedKeyForms, PlainWrapper {

    private volatile boolean closed;
    private volatile boolean closeOnCompletion;

    StatementFace(ConnectionFace connection, ResultKind kind) {
        super(connection, kind);
    }

    @Override
    final void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.of(SqlState.OBJECT_NOT_IN_STATE, "The statement is closed");
        }
        connection().requireOpen();
    }

    @Override
    public boolean execute(String sql, KeyRequest keys) throws SQLException {
        requireOpen();
        forgetLastRun();
        return run(sql, connection().read(sql, keys), List.of(), keys);
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        requireOpen();
        forgetLastRun();
        return runForRows(sql, connection().read(sql), List.of());
    }

    @Override
    public long executeLargeUpdate(String sql, KeyRequest keys) throws SQLException {
        requireOpen();
        forgetLastRun();
        return runForCount(connection().read(sql, keys), List.of(), keys);
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        requireOpen();
        Prepared prepared = connection().read(sql);
        if (prepared.parameterCount() > 0) {
            throw SqlErrors.of(
                    SqlState.MISSING_PARAMETER,
                    "The statement has parameters, which only a PreparedStatement can set; it was not added");
        }
        batch().add(prepared, List.of());
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch().clear();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return Batch.narrow(executeLargeBatch());
    }

    /** Runs what was added; an entry that fails does not stop the others. */
    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        forgetLastRun();
        return runBatch(KeyRequest.NONE);
    }

    @Override
    final void resultClosed(ResultSet ended) throws SQLException {
        if (ended == last().rows() && closeOnCompletion) {
            close();
        }
    }

    @Override
    public void cancel() throws SQLException {
        requireOpen();
        cancelRun();
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        cancelRun();
        connection().dependents().forget(this);
        last().forget();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed || connection().isClosed();
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
        return last().rows();
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
        last().next();
        return false;
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return GeneratedKeyForms.narrow(getLargeUpdateCount());
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        requireOpen();
        return last().count();
    }

    /**
     * The keys of the rows that the last execution inserted or upserted, in the statement's order, a batch's entries one
     * after the other: a column {@code Id}, or those asked for. None if the execution was not asked for keys.
     */
    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        requireOpen();
        return last().keyRows(new DetachedResults(connection(), this));
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        return connection();
    }

    @Override
    public int getResultSetType() throws SQLException {
        requireOpen();
        return kind().type();
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        requireOpen();
        return kind().concurrency();
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        requireOpen();
        return warnings().first();
    }

    @Override
    public void clearWarnings() throws SQLException {
        requireOpen();
        warnings().clear();
    }
}
