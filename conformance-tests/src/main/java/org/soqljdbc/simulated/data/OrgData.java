package org.soqljdbc.simulated.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Every row of the org, and the ways from one row to another. */
public final class OrgData {

    private static final int[] NONE = {};

    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Table> byPrefix = new HashMap<>();
    private final Map<String, Integer> entityRows = new HashMap<>();
    private final Map<Field, Map<String, int[]>> children = new ConcurrentHashMap<>();

    /**
     * Fills the objects of a schema.
     *
     * @param sizes rows by object name, for the objects whose usual number will not do
     */
    public OrgData(Schema schema, Map<String, Integer> sizes) {
        Map<String, Integer> byKey = new HashMap<>();
        sizes.forEach((name, rows) -> byKey.put(name.toLowerCase(Locale.ROOT), rows));
        RowCounts counts = new RowCounts(schema, byKey);
        OrgRows rows = new OrgRows(schema, counts);
        for (SObjectType type : schema.types()) {
            Table table = new Table(type, rows.columns(type), counts.live(type), counts.hidden(type));
            tables.put(type.name(), table);
            if (!type.idPrefix().isEmpty()) {
                byPrefix.put(type.idPrefix(), table);
            }
            entityRows.put(type.name(), entityRows.size());
        }
    }

    /** The rows of an object. */
    public Table table(SObjectType type) {
        return tables.get(type.name());
    }

    /** The record of an Id, deleted or not. @param id 15 or 18 characters, or the DurableId of an object */
    public Optional<RowAddress> find(String id) {
        Integer entity = entityRows.get(id);
        if (entity != null) {
            return Optional.of(new RowAddress(tables.get("EntityDefinition"), entity));
        }
        Table table = id.length() < 15 ? null : byPrefix.get(id.substring(0, 3));
        int row = table == null ? -1 : table.rowOf(id);
        return row < 0 ? Optional.empty() : Optional.of(new RowAddress(table, row));
    }

    /** The rows of {@code child} whose {@code reference} names that record, live ones first, in their own order. */
    public int[] children(Table child, Field reference, String parentId) {
        return children.computeIfAbsent(reference, field -> index(child, field)).getOrDefault(parentId, NONE);
    }

    private static Map<String, int[]> index(Table child, Field reference) {
        Map<String, Growing> rows = new HashMap<>();
        for (int row = 0; row < child.size(true); row++) {
            if (child.value(row, reference.column()) instanceof String parentId) {
                rows.computeIfAbsent(parentId, id -> new Growing()).add(row);
            }
        }
        Map<String, int[]> index = new HashMap<>();
        rows.forEach((id, list) -> index.put(id, list.toArray()));
        return index;
    }

    /** A list of row numbers that boxes nothing. */
    private static final class Growing {

        private int[] rows = new int[4];
        private int size;

        void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }

        int[] toArray() {
            return Arrays.copyOf(rows, size);
        }
    }
}
