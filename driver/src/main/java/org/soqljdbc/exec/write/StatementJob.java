package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.bulk.RowSource;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.exec.write.chunk.Records;
import org.soqljdbc.http.CallControl;

/** Writes the rows of one statement by bulk jobs, sending them while they are read. */
final class StatementJob {

    private final WriteContext context;
    private final UpdateOptions options;
    private final CallControl control;

    StatementJob(WriteContext context, UpdateOptions options, CallControl control) {
        this.context = context;
        this.options = options;
        this.control = control;
    }

    /**
     * @param first rows that were read already, one or more
     * @param rest those that follow
     * @return empty if the object has no bulk: nothing was sent then, and {@code rest} was not read
     * @throws SQLException if a row was not written, with what became of all of them
     */
    Optional<UpdateOutcome> run(WriteOperation operation, List<WriteRecord> first, Records rest) throws SQLException {
        Deque<WriteRecord> waiting = new ArrayDeque<>(first);
        RowSource rows = () -> waiting.isEmpty() ? rest.next() : Optional.of(waiting.poll());
        Optional<Long> total = rest.known().map(known -> (long) known.size());
        Tally tally = new Tally(operation, total, options.keysWanted());
        List<GeneratedKey> keys = new ArrayList<>();
        // All rows have the same fields, so the first one stands for each in what an error can mean.
        WriteRecord any = first.get(0);
        BulkWriter.Ended ended = context.bulk()
                .write(
                        operation,
                        rows,
                        options.keysWanted(),
                        (row, result) -> {
                            tally.add(row + 1, any, result);
                            note(keys, row, result);
                        },
                        total,
                        options,
                        control);
        if (ended.isNotForBulk()) {
            return Optional.empty();
        }
        ended.broken().ifPresent(why -> {
            boolean unknown = SqlErrors.leavesUnknown(why);
            for (long row = tally.seen(); row < ended.taken(); row++) {
                tally.add(row + 1, any, unknown ? RowResult.unknown(any.id()) : RowResult.notSent(any.id()));
            }
            tally.broke(why);
        });
        context.unit().note(tally.written() > 0 || tally.leavesUnknown());
        if (tally.hasFailed()) {
            throw tally.failure();
        }
        return Optional.of(new UpdateOutcome(tally.written(), keys, Optional.empty()));
    }

    /** Results come in any order, keys are told in that of the rows. */
    private void note(List<GeneratedKey> keys, long row, RowResult result) {
        if (options.keysWanted()) {
            while (keys.size() <= row) {
                keys.add(new GeneratedKey(null, false));
            }
            keys.set((int) row, new GeneratedKey(result.id().orElse(null), result.created()));
        }
    }
}
