package org.soqljdbc.exec.write;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.bulk.RowSource;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.exec.write.chunk.SentRows;
import org.soqljdbc.http.CallControl;

/** Writes the rows of a batch by bulk jobs, and finds out what became of each. */
final class GatheredJob {

    private final BulkWriter writer;
    private final WriteOperation operation;
    private final UpdateOptions options;
    private final CallControl control;

    GatheredJob(BulkWriter writer, WriteOperation operation, UpdateOptions options, CallControl control) {
        this.writer = writer;
        this.operation = operation;
        this.options = options;
        this.control = control;
    }

    /** @return empty if the object has no bulk: nothing was sent then */
    Optional<SentRows> run(List<WriteRecord> records) {
        RowResult[] results = new RowResult[records.size()];
        BulkWriter.Ended ended = writer.write(
                operation,
                RowSource.of(records.iterator()),
                options.keysWanted(),
                (row, result) -> results[Math.toIntExact(row)] = result,
                Optional.of((long) records.size()),
                options,
                control);
        if (ended.isNotForBulk()) {
            return Optional.empty();
        }
        boolean unknown = ended.broken().filter(SqlErrors::leavesUnknown).isPresent();
        for (int row = 0; row < results.length; row++) {
            if (results[row] == null) {
                Optional<String> id = records.get(row).id();
                results[row] = unknown && row < ended.taken() ? RowResult.unknown(id) : RowResult.notSent(id);
            }
        }
        return Optional.of(new SentRows(Arrays.asList(results), ended.broken()));
    }
}
