package org.soqljdbc.simulated.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Every row of the org, and the ways from one row to another. */
public final class OrgData {

    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Table> byPrefix = new HashMap<>();
    private final Map<String, Integer> entityRows = new HashMap<>();
    /** Its read half is held by whoever reads rows, its write half by whoever writes them. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private final Undo undo = new Undo();

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
            Table table = new Table(type, rows.columns(type), counts.live(type), counts.hidden(type), undo);
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

    /** The rows of {@code child} whose {@code reference} names that record, deleted ones too, in their own order. */
    public int[] children(Table child, Field reference, String parentId) {
        return child.rows(reference, parentId);
    }

    /** Reads rows while nobody writes. */
    public <T> T reading(Supplier<T> reader) {
        return holding(lock.readLock(), reader);
    }

    /** Writes rows while nobody reads. */
    public <T> T writing(Supplier<T> writer) {
        return holding(lock.writeLock(), writer);
    }

    private static <T> T holding(Lock held, Supplier<T> work) {
        held.lock();
        try {
            return work.get();
        } finally {
            held.unlock();
        }
    }

    /** Forgets every change since the org began; called inside {@link #writing}. */
    public void restore() {
        undo.commit();
        tables.values().forEach(Table::restore);
    }

    /** What takes back the changes made inside {@link #writing}. */
    public Undo undo() {
        return undo;
    }
}
