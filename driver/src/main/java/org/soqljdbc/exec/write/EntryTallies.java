package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.chunk.RowVerdict;
import org.soqljdbc.exec.write.chunk.SentRows;

/** What became of the rows of a batch, kept for each of its entries. Thread-safe. */
final class EntryTallies {

    /** What is known of one entry. */
    private static final class Entry {

        private long written;
        private final List<GeneratedKey> keys = new ArrayList<>(1);
        private SQLException failure;
    }

    private final WriteOperation operation;
    private final long total;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private Optional<SQLException> broken = Optional.empty();
    private long written;
    private long failed;
    private boolean unknown;

    EntryTallies(WriteOperation operation, List<GatheredRow> rows) {
        this.operation = operation;
        this.total = rows.size();
        rows.forEach(row -> entries.putIfAbsent(row.entry(), new Entry()));
    }

    synchronized void add(List<GatheredRow> rows, SentRows sent) {
        for (int i = 0; i < rows.size(); i++) {
            add(rows.get(i), sent.results().get(i), sent.broken());
        }
        if (broken.isEmpty()) {
            broken = sent.broken();
        }
    }

    private void add(GatheredRow row, RowResult result, Optional<SQLException> cause) {
        Entry entry = entries.get(row.entry());
        switch (RowVerdict.of(operation, row.record(), result)) {
            case WRITTEN -> {
                written++;
                entry.written++;
                if (operation.hasKeys()) {
                    entry.keys.add(new GeneratedKey(result.id().orElse(null), result.created()));
                }
            }
            case NOT_THERE -> {
                // Counts nothing, and is no failure.
            }
            case REFUSED, LOCKED, UNDONE -> {
                failed++;
                entry.failure = SalesforceErrors.ofRow(result.failures());
            }
            case UNKNOWN -> {
                unknown = true;
                entry.failure = unknown(cause);
            }
            case NOT_SENT -> entry.failure = notSent(cause);
        }
    }

    private static SQLException unknown(Optional<SQLException> cause) {
        return SqlErrors.of(
                SqlState.OUTCOME_UNKNOWN,
                "It is unknown whether this was written"
                        + cause.map(why -> ": " + why.getMessage()).orElse(""));
    }

    private static SQLException notSent(Optional<SQLException> cause) {
        return cause.flatMap(why -> BatchFailures.notSent(why).failure())
                .orElseGet(() -> SqlErrors.of(SqlState.GENERAL, "Not sent, since the batch ended before it"));
    }

    /** Rows that no call was made for. */
    synchronized void skip(List<GatheredRow> rows) {
        rows.forEach(row -> entries.get(row.entry()).failure = notSent(broken));
    }

    /** Why calls ended before all rows were sent, or without an answer. */
    synchronized Optional<SQLException> broken() {
        return broken;
    }

    synchronized boolean wroteOrMayHave() {
        return written > 0 || unknown;
    }

    synchronized WriteProgress progress(Optional<String> job) {
        return new WriteProgress(
                operation.object().name(), operation.verbText(), written, failed, Optional.of(total), job);
    }

    /** By entry. */
    synchronized Map<Integer, EntryOutcome> outcomes() {
        Map<Integer, EntryOutcome> outcomes = new LinkedHashMap<>();
        entries.forEach((index, entry) ->
                outcomes.put(index, new EntryOutcome(entry.written, entry.keys, Optional.ofNullable(entry.failure))));
        return outcomes;
    }
}
