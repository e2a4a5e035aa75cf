package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What became of one entry of a batch.
 *
 * @param count rows written; meaningless where it failed
 * @param keys of the rows inserted or upserted
 * @param failure why it failed: 08007 where it is unknown whether it was written; a row that was not sent because the batch
 *     ended before it says so
 */
public record EntryOutcome(long count, List<GeneratedKey> keys, Optional<SQLException> failure) {

    public EntryOutcome {
        keys = List.copyOf(keys);
    }
}
