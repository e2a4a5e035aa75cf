package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.http.CallControl;

/** Runs the entries of one batch. */
final class BatchRun {

    private final WriteContext context;
    private final UpdateOptions options;
    private final CallControl control;

    BatchRun(WriteContext context, UpdateOptions options, CallControl control) {
        this.context = context;
        this.options = options;
        this.control = control;
    }

    List<EntryOutcome> run(List<BatchEntry> entries) throws SQLException {
        List<EntryOutcome> outcomes = new ArrayList<>(entries.size());
        for (BatchEntry entry : entries) {
            outcomes.add(alone(entry));
        }
        return outcomes;
    }

    private EntryOutcome alone(BatchEntry entry) {
        try {
            UpdateOutcome outcome = entry.statement().run(entry.parameters(), options, control);
            return new EntryOutcome(outcome.count(), outcome.keys(), Optional.empty());
        } catch (SQLException failed) {
            return new EntryOutcome(0, List.of(), Optional.of(failed));
        }
    }
}
