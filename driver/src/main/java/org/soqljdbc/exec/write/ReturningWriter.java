package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.write.CompositeApi;
import org.soqljdbc.api.write.CompositeResult;
import org.soqljdbc.api.write.CompositeStep;
import org.soqljdbc.api.write.ReadBack;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.exec.write.chunk.ChunkSender;
import org.soqljdbc.exec.write.chunk.ChunkWriter;
import org.soqljdbc.exec.write.chunk.RowVerdict;
import org.soqljdbc.exec.write.chunk.SentRows;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.RowValues;

/**
 * Writes records and reads them back: by one request where they are few enough for its steps, else by a collection and a
 * query. Rows to delete are read first. Keeps what it read.
 */
final class ReturningWriter implements ChunkWriter {

    /** One step is the query. */
    private static final int MOST_STEPS = CompositeApi.MOST_STEPS - 1;

    private final Returning returning;
    private final CompositeApi composites;
    private final ChunkSender sender;
    private final List<RowValues> returned = new ArrayList<>();

    ReturningWriter(Returning returning, CompositeApi composites, ChunkSender sender) {
        this.returning = returning;
        this.composites = composites;
        this.sender = sender;
    }

    /** The rows read so far, in the order of the records. */
    List<RowValues> returned() {
        return returned;
    }

    @Override
    public SentRows send(WriteOperation operation, List<WriteRecord> records, WriteOptions options, CallControl control)
            throws SQLException {
        Map<String, RowValues> found = new HashMap<>();
        boolean together = records.size() <= MOST_STEPS && records.stream().allMatch(CompositeApi::carries);
        boolean deletes = operation.verb() == WriteVerb.DELETE;
        if (deletes && !together) {
            found.putAll(returning.read(
                    records.stream().map(record -> record.id().orElseThrow()).toList(), control));
        }
        SentRows sent = together
                ? sender.send(
                        records,
                        operation,
                        options,
                        control,
                        some -> composite(operation, some, options, found, control))
                : sender.send(operation, records, options, control);
        List<String> missing = sent.results().stream()
                .filter(RowResult::isWritten)
                .flatMap(result -> result.id().stream())
                .filter(id -> !found.containsKey(Returning.shortened(id)))
                .toList();
        SentRows complete = sent;
        if (!missing.isEmpty() && !deletes) {
            complete = readLater(sent, missing, found, control);
        }
        for (RowResult result : complete.results()) {
            if (result.isWritten() && result.id().isPresent()) {
                RowValues row = found.get(Returning.shortened(result.id().get()));
                if (row != null) {
                    returned.add(row);
                }
            }
        }
        return complete;
    }

    private SentRows readLater(SentRows sent, List<String> missing, Map<String, RowValues> found, CallControl control) {
        try {
            found.putAll(returning.read(missing, control));
            return sent;
        } catch (SQLException unread) {
            SQLException told = SqlErrors.retold(
                    unread, "The rows were written, but reading them back failed: " + unread.getMessage());
            return new SentRows(sent.results(), Optional.of(told));
        }
    }

    private List<RowResult> composite(
            WriteOperation operation,
            List<WriteRecord> records,
            WriteOptions options,
            Map<String, RowValues> found,
            CallControl control)
            throws SQLException {
        List<CompositeStep> steps = new ArrayList<>(records.size());
        List<String> ids = new ArrayList<>(records.size());
        for (WriteRecord record : records) {
            String reference = "row" + steps.size();
            steps.add(new CompositeStep(reference, operation.verb(), record, operation.key()));
            ids.add(record.id().orElse("@{" + reference + ".id}"));
        }
        boolean deletes = operation.verb() == WriteVerb.DELETE;
        ReadBack read = returning.readBack(ids, deletes, found, control);
        CompositeResult result = composites.write(steps, Optional.of(read), options, control);
        if (result.readFailure().isPresent() && options.allOrNone() && isForReading(result)) {
            throw result.readFailure().get();
        }
        return result.rows();
    }

    /** Whether the rows were undone because they could not be read, and not the reading because of a row. */
    private static boolean isForReading(CompositeResult result) {
        return result.rows().stream()
                .noneMatch(row -> row.failures().stream().anyMatch(failure -> !RowVerdict.isUndone(failure.code())));
    }
}
