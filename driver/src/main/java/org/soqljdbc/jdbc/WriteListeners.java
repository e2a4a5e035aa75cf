package org.soqljdbc.jdbc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.exec.write.WriteProgress;

/** Who is told how a connection's writes come on. Safe for use by many threads. */
final class WriteListeners {

    private final List<Consumer<SalesforceConnection.WriteProgress>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<SalesforceConnection.WriteProgress> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<SalesforceConnection.WriteProgress> listener) {
        listeners.remove(listener);
    }

    /** Tells every one, in the order in which they were added. */
    void tell(WriteProgress progress) {
        if (listeners.isEmpty()) {
            return;
        }
        SalesforceConnection.WriteProgress told = new SalesforceConnection.WriteProgress(
                progress.object(),
                progress.operation(),
                progress.written(),
                progress.failed(),
                progress.total(),
                progress.jobId());
        for (Consumer<SalesforceConnection.WriteProgress> listener : listeners) {
            try {
                listener.accept(told);
            } catch (RuntimeException theirs) {
                // Half the rows may be written: a listener's fault must not end the write, nor hide what became of it.
                listeners.remove(listener);
            }
        }
    }
}
