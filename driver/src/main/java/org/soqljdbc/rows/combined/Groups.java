package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.RowValues;

/** The groups of some rows, in the order in which each first came. Holds a row for each group. */
public final class Groups {

    private final Grouping grouping;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    private final boolean divisible;
    private boolean combined;

    private Groups(Grouping grouping) {
        this.grouping = grouping;
        this.divisible = grouping.measures().stream()
                .noneMatch(measure -> measure.kind() == Grouping.Measure.Kind.COUNT_DISTINCT_OF_PARTS);
        if (grouping.keys().isEmpty()) {
            groups.put(List.of(), new Group(grouping));
        }
    }

    /**
     * Reads all rows and closes them.
     *
     * @param bound of the groups
     * @throws SQLException 54001 if there are too many, or if counts of different values would have to be added
     */
    public static Groups of(RowStream rows, Grouping grouping, RowBound bound) throws SQLException {
        Groups groups = new Groups(grouping);
        try (rows) {
            while (rows.advance()) {
                groups.add(rows);
                bound.require(groups.groups.size(), "a grouping");
            }
        }
        return groups;
    }

    private void add(RowValues row) throws SQLException {
        List<String> key = new ArrayList<>();
        for (Grouping.Key part : grouping.keys()) {
            key.add(key(row, part));
        }
        Group group = groups.get(key);
        if (group == null) {
            group = new Group(grouping);
            groups.put(key, group);
        } else if (group.begun) {
            combined = true;
            if (!divisible) {
                throw SqlErrors.of(
                        SqlState.QUERY_TOO_COMPLEX,
                        "COUNT_DISTINCT of parts of a group does not tell that of the group");
            }
        }
        group.add(row);
    }

    static String key(RowValues row, Grouping.Key part) throws SQLException {
        if (row.isNull(part.slot())) {
            return null;
        }
        CharSequence value = row.textAt(part.slot());
        return part.caseless() ? part.values().key(value) : value.toString();
    }

    /** Whether a group was made of more than one row. */
    public boolean areCombined() {
        return combined;
    }

    /** Each group's keys and measures: Strings, Numbers and nulls. */
    public List<Object[]> rows() {
        return groups.values().stream().map(Group::row).toList();
    }

    private static final class Group {

        private final Grouping grouping;
        private final Object[] keys;
        private final List<Accumulator> measures;
        private boolean begun;

        Group(Grouping grouping) {
            this.grouping = grouping;
            this.keys = new Object[grouping.keys().size()];
            this.measures = grouping.measures().stream().map(Accumulator::of).toList();
        }

        void add(RowValues row) throws SQLException {
            if (!begun) {
                for (int i = 0; i < keys.length; i++) {
                    int slot = grouping.keys().get(i).slot();
                    keys[i] = row.isNull(slot) ? null : row.textAt(slot).toString();
                }
            }
            begun = true;
            for (Accumulator measure : measures) {
                measure.add(row);
            }
        }

        Object[] row() {
            Object[] row = new Object[keys.length + measures.size()];
            System.arraycopy(keys, 0, row, 0, keys.length);
            for (int i = 0; i < measures.size(); i++) {
                row[keys.length + i] = measures.get(i).value();
            }
            return row;
        }
    }
}
