package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.http.CallControl;

/**
 * Runs the entries of one batch. Entries that follow each other and do the same to the same object travel together; others
 * keep their order. Each row stands for itself: one that fails undoes no other.
 */
final class BatchRun {

    private final WriteContext context;
    private final UpdateOptions options;
    private final CallControl control;
    private final EntryOutcome[] outcomes;
    private final List<BatchEntry> entries;
    private final List<GatheredRow> gathered = new ArrayList<>();
    private Optional<WriteOperation> operation = Optional.empty();
    private Optional<SQLException> ended = Optional.empty();

    BatchRun(WriteContext context, List<BatchEntry> entries, UpdateOptions options, CallControl control) {
        this.context = context;
        this.options = options;
        this.control = control;
        this.entries = List.copyOf(entries);
        this.outcomes = new EntryOutcome[entries.size()];
    }

    /** An outcome for each entry, in their order. */
    List<EntryOutcome> run() {
        for (int index = 0; index < outcomes.length; index++) {
            if (ended.isPresent()) {
                outcomes[index] = BatchFailures.notSent(ended.get());
            } else if (!gather(index)) {
                send();
                outcomes[index] = ended.isPresent() ? BatchFailures.notSent(ended.get()) : alone(entries.get(index));
            }
        }
        send();
        return List.of(outcomes);
    }

    /** Takes an entry to those that travel together. @return false if it has to run by itself */
    private boolean gather(int index) {
        BatchEntry entry = entries.get(index);
        Job job;
        try {
            PreparedUpdate chosen =
                    entry.statement() instanceof BoundLater later ? later.chosen(control) : entry.statement();
            if (context.unit().collects()
                    || !(chosen instanceof WriteStatement statement)
                    || !statement.isOfKnownRows(control)) {
                return false;
            }
            job = statement.job(entry.parameters(), options, control);
        } catch (SQLException unfit) {
            outcomes[index] = BatchFailures.of(unfit);
            return true;
        }
        List<WriteRecord> records = job.records().known().orElseThrow();
        if (records.isEmpty()) {
            outcomes[index] = new EntryOutcome(0, List.of(), Optional.empty());
            return true;
        }
        boolean whole = context.session().get(ConnectionProperties.ALL_OR_NONE);
        if (whole && records.size() > 1) {
            return false;
        }
        if (operation.filter(job.operation()::travelsWith).isEmpty()) {
            send();
            operation = Optional.of(job.operation());
        }
        records.forEach(record -> gathered.add(new GatheredRow(index, record)));
        return true;
    }

    private EntryOutcome alone(BatchEntry entry) {
        try {
            UpdateOutcome outcome = entry.statement().run(entry.parameters(), options, control);
            return new EntryOutcome(outcome.count(), outcome.keys(), Optional.empty());
        } catch (SQLException failed) {
            return BatchFailures.of(failed);
        }
    }

    /** Writes what was gathered. */
    private void send() {
        if (gathered.isEmpty() || ended.isPresent()) {
            gathered.forEach(row -> outcomes[row.entry()] = BatchFailures.notSent(ended.orElseThrow()));
            gathered.clear();
            return;
        }
        GatheredRun run = new GatheredRun(context, operation.orElseThrow(), options, control);
        EntryTallies tallies = run.run(gathered);
        tallies.outcomes().forEach((entry, outcome) -> outcomes[entry] = outcome);
        ended = tallies.broken();
        gathered.clear();
    }
}
