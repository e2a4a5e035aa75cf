package org.soqljdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.procedure.CallOutcome;
import org.soqljdbc.exec.procedure.PreparedCall;
import org.soqljdbc.exec.procedure.ProcedureParameter;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.exec.write.BatchEntry;
import org.soqljdbc.exec.write.EditableQuery;
import org.soqljdbc.exec.write.EntryOutcome;
import org.soqljdbc.exec.write.PreparedUpdate;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.exec.write.UpdateOutcome;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.base.KeyRequest;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.result.ResultSets;
import org.soqljdbc.jdbc.result.RowTarget;
import org.soqljdbc.jdbc.result.Warnings;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.ParameterValue;

/**
 * How a statement runs what was prepared, and what it keeps of its last run. Callers have checked that the statement is
 * open and called {@link #forgetLastRun}.
 */
abstract class StatementRuns extends StatementSettings {

    private final ConnectionFace connection;
    private final ResultKind kind;
    private final Warnings warnings = new Warnings();
    private final LastRun last = new LastRun();
    private final Batch batch = new Batch();
    private volatile CallControl control = CallControl.unlimited();

    StatementRuns(ConnectionFace connection, ResultKind kind) {
        this.connection = connection;
        this.kind = kind;
    }

    final ConnectionFace connection() {
        return connection;
    }

    final ResultKind kind() {
        return kind;
    }

    final LastRun last() {
        return last;
    }

    final Batch batch() {
        return batch;
    }

    @Override
    final Warnings warnings() {
        return warnings;
    }

    /** Told by a result set that it was closed. */
    abstract void resultClosed(ResultSet ended) throws SQLException;

    /** Forgets the last result and the warnings, as every execution does first. */
    final void forgetLastRun() throws SQLException {
        last.forget();
        warnings.clear();
    }

    /** Ends the calls in flight; may come from any thread. */
    final void cancelRun() {
        control.cancel();
    }

    /**
     * Runs any statement.
     *
     * @param text what it was prepared of
     * @return whether its result is rows; those of RETURNING are not if keys were asked for: they are the keys then
     */
    final boolean run(String text, Prepared prepared, List<ParameterValue> parameters, KeyRequest keys)
            throws SQLException {
        if (prepared instanceof PreparedUpdate update) {
            return keep(outcome(update, parameters, keys), keys, keys.wanted() ? Rows.ARE_KEYS : Rows.ARE_THE_RESULT);
        }
        if (prepared instanceof PreparedCall call) {
            return keep(outcome(call, parameters), KeyRequest.NONE, Rows.ARE_THE_RESULT);
        }
        PreparedQuery query = (PreparedQuery) prepared;
        RunOptions options = new RunOptions(maxRowsNow(), fetchSizeNow(), warnings::add);
        RowStream rows = running(running -> query.run(parameters, options, running));
        last.gave(opened(kind, rows, kind.isUpdatable() ? target(text, rows) : Optional.empty()));
        return true;
    }

    /** Runs a statement that gives rows. @throws SQLException 07005 for another, which is not run */
    final ResultSet runForRows(String text, Prepared prepared, List<ParameterValue> parameters) throws SQLException {
        boolean rowless = prepared instanceof PreparedUpdate update
                ? update.returning().isEmpty()
                : prepared instanceof PreparedCall call && call.columns().isEmpty();
        if (rowless) {
            throw SqlErrors.of(
                    SqlState.UPDATE_IN_QUERY,
                    "This statement gives no rows; run it with executeUpdate or execute. It was not run");
        }
        run(text, prepared, parameters, KeyRequest.NONE);
        return last.rows();
    }

    /**
     * Runs a statement that gives a count. The rows of RETURNING are the keys, also where none were asked for: jOOQ
     * writes the clause, runs {@code executeUpdate} and reads them by {@code getGeneratedKeys}.
     *
     * @throws SQLException 07003 for a query, which is not run
     */
    final long runForCount(Prepared prepared, List<ParameterValue> parameters, KeyRequest keys) throws SQLException {
        if (prepared instanceof PreparedUpdate update) {
            keep(outcome(update, parameters, keys), keys, Rows.ARE_KEYS);
            return last.count();
        }
        if (prepared instanceof PreparedCall call && hasCount(call)) {
            keep(outcome(call, parameters), KeyRequest.NONE, Rows.ARE_DROPPED);
            return last.count();
        }
        throw SqlErrors.of(
                SqlState.QUERY_IN_UPDATE,
                "This statement is a query and gives rows; run it with executeQuery or execute. It was not run");
    }

    /** A call that gives rows may be run for its OUT parameters alone. */
    private static boolean hasCount(PreparedCall call) {
        return call.columns().isEmpty() || call.markers().stream().anyMatch(ProcedureParameter::out);
    }

    /** Runs the batch, which is empty afterwards. @throws java.sql.BatchUpdateException if an entry failed */
    final long[] runBatch(KeyRequest keys) throws SQLException {
        List<BatchEntry> entries = batch.take();
        if (entries.isEmpty()) {
            return new long[0];
        }
        UpdateOptions options = connection.updateOptions(keys.wanted(), warnings::add);
        List<EntryOutcome> outcomes = running(running -> connection.runBatch(entries, options, running));
        last.keys(keys, Batch.keys(outcomes));
        return Batch.counts(outcomes);
    }

    private interface Run<T> {
        T under(CallControl control) throws SQLException;
    }

    /** Runs something under a call control of its own, which cancel, close and the query time-out end. */
    private <T> T running(Run<T> run) throws SQLException {
        CallControl running = connection.newControl(queryTimeout());
        control = running;
        // A close that came before the line above has cancelled the control of the run before, not this one.
        requireOpen();
        return connection.heeding(() -> run.under(running));
    }

    private UpdateOutcome outcome(PreparedUpdate update, List<ParameterValue> parameters, KeyRequest keys)
            throws SQLException {
        UpdateOptions options = connection.updateOptions(keys.wanted(), warnings::add);
        return running(running -> update.run(parameters, options, running));
    }

    private UpdateOutcome outcome(PreparedCall call, List<ParameterValue> parameters) throws SQLException {
        UpdateOptions options = connection.updateOptions(false, warnings::add);
        CallOutcome outcome = running(running -> call.run(parameters, options, running));
        last.gave(outcome.given());
        return new UpdateOutcome(outcome.rows().isPresent() ? 0 : outcome.count(), List.of(), outcome.rows());
    }

    /** What the rows of RETURNING, or of a call, are to the caller. */
    private enum Rows {
        ARE_THE_RESULT,
        ARE_KEYS,
        ARE_DROPPED
    }

    /** @return whether the result is rows */
    private boolean keep(UpdateOutcome outcome, KeyRequest keys, Rows meaning) throws SQLException {
        last.keys(KeyColumns.areKnown(keys) ? keys : KeyRequest.NONE, outcome.keys());
        if (outcome.returned().isPresent()) {
            RowStream rows = outcome.returned().get();
            switch (meaning) {
                case ARE_THE_RESULT -> {
                    last.gave(opened(kind, rows, Optional.empty()));
                    return true;
                }
                case ARE_KEYS -> last.keys(opened(ResultKind.SCROLLABLE, rows, Optional.empty()));
                case ARE_DROPPED -> rows.close();
            }
        }
        last.gave(outcome.count());
        return false;
    }

    /** Where changed rows of a query go; a SQLWarning if they cannot go anywhere (JDBC 4.3, 15.1.2). */
    private Optional<RowTarget> target(String text, RowStream rows) {
        Optional<EditableQuery> editable = EditableQuery.of(text, rows.columns());
        if (editable.isEmpty()) {
            warnings.add("The result set is CONCUR_READ_ONLY: only rows of a query of one object that selects its Id"
                    + " can be changed");
        }
        return editable.map(query -> new TableRows(connection, query, warnings, control));
    }

    private ResultSet opened(ResultKind wanted, RowStream rows, Optional<RowTarget> target) throws SQLException {
        StatementResults origin = new StatementResults(this, control, maxFieldSizeNow(), fetchSizeNow());
        ResultSet opened = ResultSets.open(wanted, rows, origin, target);
        if (isClosed()) {
            opened.close();
            requireOpen();
        }
        return opened;
    }
}
