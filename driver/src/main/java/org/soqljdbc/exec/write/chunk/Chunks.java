package org.soqljdbc.exec.write.chunk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.api.write.CollectionApi;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.bind.write.WriteOperation;

/**
 * Cuts records into calls: up to 200 for each, no record twice in one, since Salesforce refuses that and the later values
 * must win; one with bytes alone, since it may be too big to share a call.
 */
public final class Chunks {

    /** An Id's first 15 characters tell it. */
    private static final int SHORT_ID = 15;

    private final WriteOperation operation;
    private final Records records;
    private Optional<WriteRecord> held = Optional.empty();

    public Chunks(WriteOperation operation, Records records) {
        this.operation = operation;
        this.records = records;
    }

    /** The records of the next call; none at the end. */
    public List<WriteRecord> next() throws SQLException {
        List<WriteRecord> chunk = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (chunk.size() < CollectionApi.MOST_ROWS) {
            Optional<WriteRecord> next = held.isPresent() ? held : records.next();
            held = Optional.empty();
            if (next.isEmpty()) {
                break;
            }
            WriteRecord record = next.get();
            boolean alone = hasBytes(record);
            boolean again =
                    name(operation, record).filter(name -> !names.add(name)).isPresent();
            if (!chunk.isEmpty() && (alone || again)) {
                held = next;
                break;
            }
            chunk.add(record);
            if (alone) {
                break;
            }
        }
        return chunk;
    }

    public static boolean hasBytes(WriteRecord record) {
        return record.values().stream().anyMatch(value -> value.value() instanceof WriteValue.Bytes);
    }

    /** What tells a record from others of its object; empty for one that is always new. */
    public static Optional<String> name(WriteOperation operation, WriteRecord record) {
        if (record.id().isPresent()) {
            return Optional.of(record.id().get().substring(0, SHORT_ID));
        }
        return operation
                .key()
                .flatMap(record::value)
                .filter(value -> !value.isNull())
                .map(value -> value.toString().toUpperCase(Locale.ROOT));
    }
}
