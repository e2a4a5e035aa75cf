package org.soqljdbc.bind;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.types.Column;

/**
 * One column of a bound query and where its value stands in a reply's record.
 *
 * @param path the members that lead to the value: {@code [Account, Owner, Name]}, {@code [expr0]}
 * @param child the subquery whose records the value holds; empty for every other column
 */
public record BoundColumn(Column column, List<String> path, Optional<BoundQuery> child) {

    public BoundColumn {
        path = List.copyOf(path);
    }
}
