package org.soqljdbc.exec.write.chunk;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;

/** Records that stand in the statement or its parameters. */
public final class KnownRecords implements Records {

    private final List<WriteRecord> records;
    private final Iterator<WriteRecord> rest;

    public KnownRecords(List<WriteRecord> records) {
        this.records = List.copyOf(records);
        this.rest = this.records.iterator();
    }

    @Override
    public Optional<List<WriteRecord>> known() {
        return Optional.of(records);
    }

    @Override
    public Optional<WriteRecord> next() {
        return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
