package org.soqljdbc.conformance.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.soqljdbc.conformance.TestOrg;

/**
 * The rows that one cell of the matrix writes: each has a name of its own, so that what became of it can be looked up in the
 * org.
 *
 * @param mark stands in whatever the cell writes
 * @param parent an Account that every second row refers to, so that a lock on it stops inserts too
 * @param ids of the Accounts that are there already, in row order; those of new rows are missing at the end
 */
record MatrixRows(String mark, String parent, List<String> ids) {

    /** Makes the rows that are to be there before. */
    static MatrixRows make(Connection connection, String mark, int existing) throws SQLException {
        String parent = Written.keys(connection, "INSERT INTO Account (Name) VALUES ('parent of " + mark + "')")
                .get(0);
        MatrixRows made = new MatrixRows(mark, parent, List.of());
        if (existing == 0) {
            return made;
        }
        List<String> rows = IntStream.range(0, existing)
                .mapToObj(row -> "('" + made.name(row) + "', '" + made.name(row) + "', '" + mark + "')")
                .toList();
        List<String> ids = Written.keys(
                connection, "INSERT INTO Account (Name, Ext_Id__c, AccountNumber) VALUES " + String.join(", ", rows));
        return new MatrixRows(mark, parent, ids);
    }

    String name(int row) {
        return mark + "-" + row;
    }

    /** The parent of a row, as SQL writes it. */
    String parentOf(int row) {
        return row % 2 == 0 ? "'" + parent + "'" : "NULL";
    }

    /** What a lock on the first row must be put on: a row to be is held up by its parent's. */
    String lockable() {
        return ids.isEmpty() ? parent : ids.get(0);
    }

    /** How often each row was inserted, by its name. */
    int[] inserted(TestOrg org, String object, int rows) {
        int[] found = new int[rows];
        for (Map<String, Object> record : org.simulated().rows(object)) {
            String name = String.valueOf(record.get("Name"));
            if (name.startsWith(mark + "-")) {
                found[Integer.parseInt(name.substring(mark.length() + 1))]++;
            }
        }
        return found;
    }

    /** How many records have each row's external id and what the cell sets. */
    int[] upserted(TestOrg org, int rows) {
        int[] found = new int[rows];
        for (Map<String, Object> record : org.simulated().rows("Account")) {
            String key = String.valueOf(record.get("Ext_Id__c"));
            if (key.startsWith(mark + "-") && mark.equals(record.get("Site"))) {
                found[Integer.parseInt(key.substring(mark.length() + 1))]++;
            }
        }
        return found;
    }

    /** 1 for each row that has what the cell sets. */
    int[] updated(TestOrg org) {
        return ids.stream()
                .mapToInt(id -> mark.equals(Written.row(org, id).get("Site")) ? 1 : 0)
                .toArray();
    }

    /** 1 for each row that is deleted. */
    int[] deleted(TestOrg org) {
        return ids.stream()
                .mapToInt(id -> Boolean.TRUE.equals(Written.row(org, id).get("IsDeleted")) ? 1 : 0)
                .toArray();
    }

    /** A VALUES list. */
    interface Row {
        String values(int row);
    }

    static String values(int rows, Row row) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add("(" + row.values(i) + ")");
        }
        return String.join(", ", all);
    }
}
