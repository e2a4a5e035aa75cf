package org.soqljdbc.simulated.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.SObjectType.Storage;

/**
 * The rows of one object, by number from 0. First stand the live ones that the org began with, then those that only
 * {@code queryAll} sees, deleted or archived, then the ones inserted since.
 *
 * <p>The rows of the beginning are formulae until they are written: only then are their values kept. Many threads may
 * read while none writes; {@link OrgData#reading} and {@link OrgData#writing} see to that.
 */
public final class Table {

    private static final String EMPTY_KEY = "000000000000000AAA";

    private final SObjectType type;
    private final List<Formula> columns;
    private final int live;
    private final int begun;
    private final Undo undo;
    private final Map<Integer, Object[]> changed = new HashMap<>();
    private final List<Object[]> inserted = new ArrayList<>();
    private final BitSet deleted = new BitSet();
    private final BitSet purged = new BitSet();
    private final Map<Field, ValueIndex> indices = new ConcurrentHashMap<>();

    Table(SObjectType type, List<Formula> columns, int live, int hidden, Undo undo) {
        this.type = type;
        this.columns = columns;
        this.live = live;
        this.begun = live + hidden;
        this.undo = undo;
        deleted.set(live, begun);
    }

    public SObjectType type() {
        return type;
    }

    /** One more than the highest row number. */
    public int end() {
        return begun + inserted.size();
    }

    /** How many rows a query can see. @param all whether deleted and archived ones count too */
    public int size(boolean all) {
        return end() - (all ? purged.cardinality() : deleted.cardinality());
    }

    /** From 0 to {@link #size}, the row numbers that a query can see, as they are now. */
    public IntUnaryOperator visible(boolean all) {
        BitSet unseen = all ? purged : deleted;
        if (unseen.nextSetBit(0) < 0 || unseen.nextSetBit(0) >= size(all)) {
            return i -> i;
        }
        int[] rows = new int[size(all)];
        int next = 0;
        for (int row = unseen.nextClearBit(0); row < end(); row = unseen.nextClearBit(row + 1)) {
            rows[next++] = row;
        }
        return i -> rows[i];
    }

    /** Whether a query sees the row: it is neither deleted nor archived. */
    public boolean isLive(int row) {
        return row < end() && !deleted.get(row);
    }

    /** Whether at least {@code queryAll} sees the row. */
    public boolean exists(int row) {
        return row < end() && !purged.get(row);
    }

    /** The value of a field of a row. @param column the field's ordinal */
    public Object value(int row, int column) {
        Object[] kept = kept(row);
        return kept == null ? columns.get(column).at(row) : kept[column];
    }

    private Object[] kept(int row) {
        return row < begun ? changed.get(row) : inserted.get(row - begun);
    }

    /** The value that the org itself gives to a field: a number drawn, an Id. */
    public Object given(int row, Field field) {
        return columns.get(field.column()).at(row);
    }

    /** All values of a row, to be changed freely. */
    public Object[] values(int row) {
        Object[] values = new Object[columns.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = value(row, column);
        }
        return values;
    }

    /** Adds a row. @return its number, {@link #end} before the call */
    public int insert(Object[] values) {
        int row = end();
        inserted.add(values);
        indices.forEach((field, index) -> index.add(row, values[field.column()]));
        // The number stays used, as an Id of Salesforce's does.
        undo.add(() -> {
            deleted.set(row);
            purged.set(row);
            unlist(row);
        });
        return row;
    }

    /** Replaces the values of a row. */
    public void update(int row, Object[] values) {
        Object[] before = kept(row);
        put(row, values);
        undo.add(() -> put(row, before));
    }

    /** @param values null for the formulae */
    private void put(int row, Object[] values) {
        Map<ValueIndex, Object> before = new HashMap<>();
        indices.forEach((field, index) -> before.put(index, value(row, field.column())));
        if (row >= begun) {
            inserted.set(row - begun, values);
        } else if (values == null) {
            changed.remove(row);
        } else {
            changed.put(row, values);
        }
        indices.forEach((field, index) -> {
            Object now = value(row, field.column());
            if (!Objects.equals(before.get(index), now)) {
                index.add(row, now);
                index.touch(now);
                index.touch(before.get(index));
            }
        });
    }

    private void unlist(int row) {
        indices.forEach((field, index) -> index.touch(value(row, field.column())));
    }

    /** Hides a row from queries, and from {@code queryAll} too if it is gone for good. */
    public void delete(int row, boolean forGood) {
        boolean wasDeleted = deleted.get(row);
        boolean wasPurged = purged.get(row);
        deleted.set(row);
        purged.set(row, forGood || wasPurged);
        unlist(row);
        undo.add(() -> {
            deleted.set(row, wasDeleted);
            purged.set(row, wasPurged);
        });
    }

    /** Forgets every change: the rows are those of the beginning. */
    void restore() {
        // A row is changed before it is deleted, or was inserted.
        if (!changed.isEmpty() || !inserted.isEmpty()) {
            changed.clear();
            inserted.clear();
            purged.clear();
            deleted.clear();
            deleted.set(live, begun);
            indices.clear();
        }
    }

    /** The rows that have a value in a field, deleted ones too, in their own order. */
    public int[] rows(Field field, Object value) {
        return indices.computeIfAbsent(field, any -> new ValueIndex(this, field))
                .rows(value);
    }

    /** The 18-character Id of a row; the empty key for objects without Ids. */
    public String id(int row) {
        return type.idPrefix().isEmpty() ? EMPTY_KEY : Ids.of(type.idPrefix(), row + 1L);
    }

    /** What names the row in its URL: the Id, or the DurableId of a row of the metadata catalog. */
    public String urlKey(int row) {
        return type.storage() == Storage.CATALOG
                ? (String) value(row, type.field("DurableId").orElseThrow().column())
                : id(row);
    }

    /** The row of an Id; -1 if there is none. @param id 15 or 18 characters with this object's prefix */
    public int rowOf(String id) {
        long row = Ids.number(id) - 1;
        return row >= 0 && row < end() && exists((int) row) ? (int) row : -1;
    }
}
