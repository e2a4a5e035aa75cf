package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.Consumer;
import org.soqljdbc.config.Transactions;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/**
 * The writes between two commits of one connection. Unless they are collected, they apply at once: all that is kept of them
 * is whether there is something that a rollback could not take back. Thread-safe.
 */
final class UnitOfWork implements WriteUnit {

    private final Transactions mode;
    private final AtomicWrites pending;
    private boolean manual;
    private boolean wrote;

    UnitOfWork(Transactions mode, AtomicWrites pending) {
        this.mode = mode;
        this.pending = pending;
    }

    @Override
    public void manual(boolean wanted, CallControl control) throws SQLException {
        boolean ends;
        synchronized (this) {
            ends = manual && !wanted;
            manual = wanted;
        }
        if (ends) {
            end(control);
        }
    }

    /** Whether writes are kept until commit. */
    synchronized boolean collects() {
        return manual && mode == Transactions.ATOMIC;
    }

    /** What is kept until commit. */
    AtomicWrites pending() {
        return pending;
    }

    /** Takes notice of what was written, or may have been. */
    synchronized void note(boolean wroteOrMayHave) {
        wrote |= manual && wroteOrMayHave;
    }

    @Override
    public void commit(UpdateOptions options, CallControl control) throws SQLException {
        end(control);
    }

    private void end(CallControl control) throws SQLException {
        synchronized (this) {
            wrote = false;
        }
        pending.send(control);
    }

    @Override
    public void rollback(Consumer<SQLWarning> warnings) throws SQLException {
        pending.forget();
        boolean tooLate;
        synchronized (this) {
            tooLate = wrote;
            wrote = false;
        }
        if (!tooLate) {
            return;
        }
        String message = "Salesforce has no transactions: what was written since the last commit stays written."
                + " transactions=atomic collects writes until commit, transactions=ignore makes this a warning";
        if (mode == Transactions.IGNORE) {
            warnings.accept(new SQLWarning(message, SqlState.WARNING.code()));
            return;
        }
        throw SqlErrors.of(SqlState.INVALID_TRANSACTION_STATE, message);
    }
}
