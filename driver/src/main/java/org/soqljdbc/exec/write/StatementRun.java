package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.exec.write.chunk.Records;
import org.soqljdbc.http.CallControl;

/** Writes the rows of one statement: by collections, or, where nobody asks for all or none, by bulk jobs if they are many. */
final class StatementRun {

    private final WriteContext context;
    private final UpdateOptions options;
    private final CallControl control;

    StatementRun(WriteContext context, UpdateOptions options, CallControl control) {
        this.context = context;
        this.options = options;
        this.control = control;
    }

    /** @throws SQLException if a row was not written, with what became of all of them */
    UpdateOutcome run(WriteOperation operation, Records records) throws SQLException {
        ChunkedRun chunked = new ChunkedRun(context, context.sender(), options, control);
        Optional<Long> least = context.bulk().leastRows();
        boolean whole = context.session().options().allOrNone();
        boolean tooFew = records.known()
                .filter(known -> known.size() < least.orElse(Long.MAX_VALUE))
                .isPresent();
        if (whole || least.isEmpty() || tooFew) {
            return chunked.run(operation, records);
        }
        List<WriteRecord> first = records.next((int) Math.min(least.get(), Integer.MAX_VALUE));
        if (!first.isEmpty() && context.bulk().fits(operation, first)) {
            Optional<UpdateOutcome> outcome =
                    new StatementJob(context, options, control).run(operation, first, records);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return chunked.run(operation, new Resumed(first, records));
    }

    /** Records of which the first were looked at before. */
    private static final class Resumed implements Records {

        private final Deque<WriteRecord> first;
        private final Records rest;

        Resumed(List<WriteRecord> first, Records rest) {
            this.first = new ArrayDeque<>(first);
            this.rest = rest;
        }

        @Override
        public Optional<List<WriteRecord>> known() {
            return rest.known();
        }

        @Override
        public Optional<WriteRecord> next() throws SQLException {
            return first.isEmpty() ? rest.next() : Optional.of(first.poll());
        }

        @Override
        public void close() throws SQLException {
            rest.close();
        }
    }
}
