package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.CollectionApi;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.exec.write.chunk.ChunkWriter;
import org.soqljdbc.exec.write.chunk.Chunks;
import org.soqljdbc.exec.write.chunk.Records;
import org.soqljdbc.exec.write.chunk.SentRows;
import org.soqljdbc.http.CallControl;

/**
 * Writes the records of one statement, a call for each 200, one after another. With all-or-none it stops at the first call
 * in which a row failed; else it goes on, and tells at the end.
 */
final class ChunkedRun {

    private final WriteContext context;
    private final ChunkWriter writer;
    private final UpdateOptions options;
    private final CallControl control;

    ChunkedRun(WriteContext context, ChunkWriter writer, UpdateOptions options, CallControl control) {
        this.context = context;
        this.writer = writer;
        this.options = options;
        this.control = control;
    }

    /** @throws SQLException if a row was not written, with what became of all of them */
    UpdateOutcome run(WriteOperation operation, Records records) throws SQLException {
        Optional<Long> total = records.known().map(known -> (long) known.size());
        Tally tally = new Tally(operation, total, options.keysWanted());
        WriteOptions how = context.session().options();
        Chunks chunks = new Chunks(operation, records);
        while (!tally.isBroken() && !(tally.hasFailed() && how.allOrNone())) {
            List<WriteRecord> chunk = next(chunks, tally);
            if (chunk.isEmpty()) {
                break;
            }
            SentRows sent = writer.send(operation, chunk, how, control);
            tally.add(chunk, sent);
            context.unit().note(tally.written() > 0 || tally.leavesUnknown());
            if (chunk.size() == CollectionApi.MOST_ROWS || tally.seen() > chunk.size()) {
                options.progress().accept(tally.progress());
            }
        }
        if (tally.hasFailed()) {
            throw tally.failure();
        }
        return new UpdateOutcome(tally.written(), tally.keys(), Optional.empty());
    }

    /** What a queried row is found to be too late is told with what was written before it. */
    private static List<WriteRecord> next(Chunks chunks, Tally tally) throws SQLException {
        try {
            return chunks.next();
        } catch (SQLException unfit) {
            if (tally.seen() == 0) {
                throw unfit;
            }
            tally.broke(unfit);
            return List.of();
        }
    }
}
