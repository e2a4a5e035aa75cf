package org.soqljdbc.exec.write.chunk;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.RowResult;

/**
 * What became of the rows of one call, repeated ones of locked rows included.
 *
 * @param results one for each row, in their order
 * @param broken why the call ended without an answer, or before it began; the rows concerned are UNKNOWN or NOT_SENT then
 */
public record SentRows(List<RowResult> results, Optional<SQLException> broken) {

    public SentRows {
        results = List.copyOf(results);
    }
}
