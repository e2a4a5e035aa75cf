package org.soqljdbc.api.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a composite write.
 *
 * @param rows one result for each step, in their order
 * @param readFailure why the rows could not be read back; with all-or-none nothing was written then either
 */
public record CompositeResult(List<RowResult> rows, Optional<SQLException> readFailure) {

    public CompositeResult {
        rows = List.copyOf(rows);
    }
}
