package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.soqljdbc.types.RowValues;

/** Passes the first row of each group. Holds the keys of those that have passed. */
public final class DistinctRows implements RowFilter.Test {

    private final List<Grouping.Key> keys;
    private final RowBound bound;
    private final Set<List<String>> seen = new HashSet<>();

    /** @param bound of the groups */
    public DistinctRows(List<Grouping.Key> keys, RowBound bound) {
        this.keys = List.copyOf(keys);
        this.bound = bound;
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
        bound.require(seen.size(), "a grouping");
        return true;
    }
}
