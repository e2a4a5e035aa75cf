package org.soqljdbc.exec.write;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.rows.RowStream;

/**
 * What a write did.
 *
 * @param count rows written; 0 for what writes none
 * @param keys of the rows inserted or upserted, in the statement's row order; empty for UPDATE and DELETE
 * @param returned the rows of RETURNING; empty where the clause is absent
 */
public record UpdateOutcome(long count, List<GeneratedKey> keys, Optional<RowStream> returned) {

    public UpdateOutcome {
        keys = List.copyOf(keys);
    }

    /** Of a write without keys and rows. */
    public static UpdateOutcome of(long count) {
        return new UpdateOutcome(count, List.of(), Optional.empty());
    }
}
