package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.RowValues;

/** Passes the first row of each group. Holds the keys of those that have passed. */
public final class DistinctRows implements RowFilter.Test {

    private final List<Grouping.Key> keys;
    private final int most;
    private final Set<List<String>> seen = new HashSet<>();

    /** @param most groups that may be held */
    public DistinctRows(List<Grouping.Key> keys, int most) {
        this.keys = List.copyOf(keys);
        this.most = most;
    }

    @Override
    public boolean passes(RowValues row) throws SQLException {
        List<String> key = new ArrayList<>();
        for (Grouping.Key part : keys) {
            key.add(Groups.key(row, part));
        }
        if (!seen.add(key)) {
            return false;
        }
        if (seen.size() > most) {
            throw SqlErrors.of(
                    SqlState.QUERY_TOO_COMPLEX,
                    "There are more than " + most + " groups, which is as many rows as may be held here");
        }
        return true;
    }
}
