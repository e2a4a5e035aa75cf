package org.soqljdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.exec.write.WriteUnit;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.base.PlainWrapper;
import org.soqljdbc.jdbc.base.RefusedConnectionCalls;
import org.soqljdbc.jdbc.base.StatementForms;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.result.Warnings;

/**
 * What a caller may set on a connection.
 *
 * <p>Salesforce has no transactions over several requests. So autoCommit=false is accepted, because tools insist on it,
 * the isolation is always NONE, and what commit and rollback mean, the property {@code transactions} says.
 */
abstract class ConnectionSettings
        implements SalesforceConnection, StatementForms, RefusedConnectionCalls, PlainWrapper {

    private final Warnings warnings = new Warnings();
    private final WriteListeners listeners = new WriteListeners();
    private volatile boolean autoCommit = true;
    private final boolean readOnlyForEver;
    private volatile boolean readOnly;
    private volatile int networkTimeoutMillis;
    private volatile CallControl ending = CallControl.unlimited();

    /** @param readOnly what the property says; true cannot be taken back */
    ConnectionSettings(boolean readOnly) {
        this.readOnlyForEver = readOnly;
        this.readOnly = readOnly;
    }

    /** What commit and rollback end. */
    abstract WriteUnit writes();

    /** Runs work that may call the org. */
    abstract <T> T heeding(Liveness.Work<T> work) throws SQLException;

    /** Who is told how writes come on. */
    final WriteListeners listeners() {
        return listeners;
    }

    /** How a write of this connection shall go, as things are now. */
    final UpdateOptions updateOptions(boolean keysWanted, Consumer<SQLWarning> told) {
        return new UpdateOptions(readOnly, keysWanted, told, listeners::tell);
    }

    /** @throws SQLException 08003 if the connection is closed */
    abstract void requireOpen() throws SQLException;

    final Warnings warnings() {
        return warnings;
    }

    /** The control of one execution: each wait ends after the shorter of the query's and the network's time-out. */
    final CallControl newControl(Optional<Duration> queryTimeout) {
        Optional<Duration> network =
                networkTimeoutMillis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(networkTimeoutMillis));
        if (queryTimeout.isPresent() && network.isPresent()) {
            boolean queryFirst = queryTimeout.get().compareTo(network.get()) <= 0;
            return new CallControl(queryFirst ? queryTimeout : network);
        }
        return new CallControl(queryTimeout.or(() -> network));
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        requireOpen();
        return autoCommit;
    }

    /** A change ends the unit that was begun: turning auto-commit on commits it, as JDBC demands. */
    @Override
    public void setAutoCommit(boolean wanted) throws SQLException {
        requireOpen();
        if (wanted != autoCommit) {
            ending(control -> writes().manual(!wanted, control));
            autoCommit = wanted;
        }
    }

    /**
     * With {@code transactions=atomic}, sends all writes since the last commit as one request that is done whole or not at
     * all; else every write has been applied already, and nothing is left to do.
     *
     * @throws SQLException 25000 in auto-commit mode; as the org refuses what is sent
     */
    @Override
    public void commit() throws SQLException {
        requireManualCommit("commit");
        ending(control -> writes().commit(updateOptions(true, warnings::add), control));
    }

    /**
     * Forgets the writes since the last commit that were not sent yet.
     *
     * @throws SQLException 25000 in auto-commit mode, or if a write was applied since the last commit, or may have been: it
     *     cannot be taken back; with {@code transactions=ignore} that is a SQLWarning
     */
    @Override
    public void rollback() throws SQLException {
        requireManualCommit("rollback");
        writes().rollback(warnings::add);
    }

    private interface Ending {
        void under(CallControl control) throws SQLException;
    }

    private void ending(Ending ending) throws SQLException {
        CallControl control = newControl(Optional.empty());
        this.ending = control;
        heeding(() -> {
            ending.under(control);
            return null;
        });
    }

    /** Ends a commit that is under way, if there is one. */
    final void cancelEnding() {
        ending.cancel();
    }

    private void requireManualCommit(String call) throws SQLException {
        requireOpen();
        if (autoCommit) {
            throw SqlErrors.of(
                    SqlState.INVALID_TRANSACTION_STATE,
                    "Connection." + call + " is not allowed in auto-commit mode; call setAutoCommit(false) before");
        }
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        requireOpen();
        return readOnly;
    }

    /**
     * Refuses all writes that follow, before any call, or no longer does. What the property {@code readOnly} forbids stays
     * forbidden, and a SQLWarning says so: pools call this on every connection they hand out.
     */
    @Override
    public void setReadOnly(boolean wanted) throws SQLException {
        requireOpen();
        if (readOnlyForEver && !wanted) {
            warnings.add("The connection stays read-only, since its property readOnly is true");
            return;
        }
        readOnly = wanted;
    }

    @Override
    public void addWriteListener(Consumer<WriteProgress> listener) throws SQLException {
        requireOpen();
        listeners.add(Arguments.given(listener, "The listener"));
    }

    @Override
    public void removeWriteListener(Consumer<WriteProgress> listener) throws SQLException {
        requireOpen();
        listeners.remove(listener);
    }

    /** Null: there are no catalogs. */
    @Override
    public String getCatalog() throws SQLException {
        requireOpen();
        return null;
    }

    /** Ignored, as JDBC says for a driver without catalogs. */
    @Override
    public void setCatalog(String catalog) throws SQLException {
        requireOpen();
    }

    @Override
    public String getSchema() throws SQLException {
        requireOpen();
        return Catalog.SCHEMA;
    }

    /** @throws SQLException 22023 for any schema but the one there is, whatever its case */
    @Override
    public void setSchema(String schema) throws SQLException {
        requireOpen();
        if (!Catalog.SCHEMA.equalsIgnoreCase(schema)) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "There is no schema " + schema + "; the only one is " + Catalog.SCHEMA);
        }
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        requireOpen();
        return TRANSACTION_NONE;
    }

    /**
     * Accepts each of JDBC's levels and stays at NONE; a SQLWarning says so.
     *
     * <p>JDBC would have it refused. But pools set the level they read, NONE, and frameworks set READ_COMMITTED on every
     * connection they take; refusing would make the driver useless to them, while queries are the same at every level.
     *
     * @throws SQLException 22023 for a number that is no level
     */
    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        requireOpen();
        switch (level) {
            case TRANSACTION_NONE -> {
                // As it is.
            }
            case TRANSACTION_READ_UNCOMMITTED,
                    TRANSACTION_READ_COMMITTED,
                    TRANSACTION_REPEATABLE_READ,
                    TRANSACTION_SERIALIZABLE ->
                warnings.add(
                        "Salesforce has no transactions over several requests; the isolation stays TRANSACTION_NONE");
            default ->
                throw SqlErrors.of(
                        SqlState.INVALID_PARAMETER_VALUE,
                        "There is no transaction isolation " + level + "; use a constant of java.sql.Connection");
        }
    }

    @Override
    public int getHoldability() throws SQLException {
        requireOpen();
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    /** @throws SQLException 0A000 for CLOSE_CURSORS_AT_COMMIT */
    @Override
    public void setHoldability(int holdability) throws SQLException {
        requireOpen();
        ResultKind.checkHoldability(holdability);
        if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT) {
            throw SqlErrors.unsupported("Connection.setHoldability(CLOSE_CURSORS_AT_COMMIT)");
        }
    }

    @Override
    public int getNetworkTimeout() throws SQLException {
        requireOpen();
        return networkTimeoutMillis;
    }

    /** Bounds each wait of the executions that follow. @param milliseconds 0 for the property {@code readTimeout} alone */
    @Override
    public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
        requireOpen();
        Arguments.given(executor, "The executor");
        networkTimeoutMillis = (int) Arguments.notNegative(milliseconds, "The network time-out in milliseconds");
    }

    /** Always empty: no SQL type here has a class of the caller's. */
    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        requireOpen();
        return new HashMap<>();
    }

    /** @throws SQLException 0A000 for a map that is not empty */
    @Override
    public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
        requireOpen();
        if (!Arguments.given(map, "The type map").isEmpty()) {
            throw SqlErrors.unsupported("Connection.setTypeMap");
        }
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
