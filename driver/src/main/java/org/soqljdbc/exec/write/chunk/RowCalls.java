package org.soqljdbc.exec.write.chunk;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.api.write.CollectionApi;
import org.soqljdbc.api.write.RowApi;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.http.CallControl;

/** Writes up to 200 records of one operation by one call: one alone as a row, several as a collection. */
public record RowCalls(RowApi rows, CollectionApi collections) {

    /**
     * @param records 1 to {@link CollectionApi#MOST_ROWS}
     * @return a result for each record, in their order
     * @throws SQLException about the whole call, as RowApi and CollectionApi say
     */
    List<RowResult> send(WriteOperation operation, List<WriteRecord> records, WriteOptions options, CallControl control)
            throws SQLException {
        if (records.size() == 1) {
            return List.of(sendOne(operation, records.get(0), options, control));
        }
        return switch (operation.verb()) {
            case INSERT -> collections.insert(records, options, control);
            case UPDATE -> collections.update(records, options, control);
            case UPSERT -> collections.upsert(records, operation.key().orElseThrow(), options, control);
            case DELETE -> collections.delete(records, options, control);
        };
    }

    private RowResult sendOne(WriteOperation operation, WriteRecord row, WriteOptions options, CallControl control)
            throws SQLException {
        return switch (operation.verb()) {
            case INSERT -> rows.insert(row, options, control);
            case UPDATE -> rows.update(row, options, control);
            case UPSERT -> rows.upsert(row, operation.key().orElseThrow(), options, control);
            case DELETE -> rows.delete(row, options, control);
        };
    }
}
