package org.soqljdbc.simulated.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/**
 * Writes single records, each wholly or not at all. Whoever calls is inside {@link OrgData#writing}, and makes the changes final or takes them back with {@link OrgData#undo}.
 */
public final class RowWriter {

    private final OrgData data;
    private final WriteRules rules;
    private final References references;
    private final RuleChecks checks;
    private final Deletion deletion;
    private final RollUp rollUp;
    private final Files files;
    private final Supplier<Instant> clock;
    private final String userId;

    /** @param userId who writes */
    public RowWriter(Schema schema, OrgData data, WriteRules rules, Supplier<Instant> clock, String userId) {
        this.data = data;
        this.rules = rules;
        this.references = new References(schema, data);
        this.checks = new RuleChecks(rules, references);
        this.rollUp = new RollUp(schema, data);
        this.files = new Files(schema, data);
        this.deletion = new Deletion(data, this::count, rollUp);
        this.clock = clock;
        this.userId = userId;
    }

    /** The rows written to. */
    public OrgData data() {
        return data;
    }

    /** The org's clock. */
    public Supplier<Instant> clock() {
        return clock;
    }

    /**
     * Creates a record.
     *
     * @return its Id
     * @throws WriteRefusal if it may not be
     */
    public String insert(RowInput input, WriteOptions options) {
        SObjectType type = input.type();
        if (!type.json().get("createable").booleanValue()) {
            throw refuse("entity type cannot be inserted: " + type.name());
        }
        if (input.id().isPresent()) {
            throw WriteRefusal.of("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }
        return whole(() -> inserted(input, options));
    }

    private String inserted(RowInput input, WriteOptions options) {
        SObjectType type = input.type();
        Table table = data.table(type);
        Checks.writable(input, true);
        Object[] values = NewRow.values(table, userId);
        Map<Field, Object> sent = apply(input, values);
        files.prepare(type, values, userId, clock.get());
        Checks.required(type, values, sent);
        Instant now = clock.get();
        set(type, values, "CreatedDate", now);
        set(type, values, "CreatedById", userId);
        modified(type, values, now);
        new DerivedFields(type, values, sent.keySet()).compute();
        int row = table.end();
        checks.check(table, -1, values, sent, options);
        table.insert(values);
        String id = table.id(row);
        files.inserted(type, values, id);
        rollUp.changed(type, null, values);
        count(id);
        return id;
    }

    /**
     * Changes a record.
     *
     * @throws WriteRefusal if it may not be; ENTITY_IS_DELETED for a deleted row
     */
    public void update(RowAddress address, RowInput input, WriteOptions options) {
        whole(() -> {
            updated(address, input, options);
            return null;
        });
    }

    private void updated(RowAddress address, RowInput input, WriteOptions options) {
        Table table = address.table();
        SObjectType type = table.type();
        if (!type.json().get("updateable").booleanValue()) {
            throw refuse("entity type cannot be updated: " + type.name());
        }
        if (!address.isLive()) {
            throw WriteRefusal.of("ENTITY_IS_DELETED", "entity is deleted");
        }
        Checks.writable(input, false);
        Object[] before = table.values(address.row());
        Object[] values = before.clone();
        Map<Field, Object> sent = apply(input, values);
        Checks.required(type, values, sent);
        modified(type, values, clock.get());
        new DerivedFields(type, values, sent.keySet()).compute();
        checks.check(table, address.row(), values, sent, options);
        table.update(address.row(), values);
        rollUp.changed(type, before, values);
        count(address.id());
    }

    /**
     * Deletes a record with those that hang on it.
     *
     * @throws WriteRefusal if it may not be; ENTITY_IS_DELETED for a deleted row
     */
    public void delete(RowAddress address, boolean forGood) {
        whole(() -> {
            checks.lock(address.id(), Map.of());
            deletion.delete(address, forGood, clock.get());
            return null;
        });
    }

    /** What became of an upsert. */
    public record Upserted(String id, boolean created) {}

    /**
     * Creates or changes the record that has a value in a field.
     *
     * @param key an external id, or another field usable for look-ups
     * @param value not null
     * @param updateOnly whether a missing record is refused (NOT_FOUND) instead of created
     */
    public Upserted upsert(Field key, Object value, RowInput input, boolean updateOnly, WriteOptions options) {
        Table table = data.table(input.type());
        int[] rows = references.live(input.type(), key, value);
        if (rows.length > 1) {
            throw References.several(key, table, rows);
        }
        if (rows.length == 1) {
            update(new RowAddress(table, rows[0]), input, options);
            return new Upserted(table.id(rows[0]), false);
        }
        if (updateOnly) {
            throw WriteRefusal.bare("NOT_FOUND", "The requested resource does not exist");
        }
        Map<Field, Object> values = new LinkedHashMap<>(input.values());
        values.put(key, value);
        String id = insert(new RowInput(input.type(), values, input.parents(), Optional.empty()), options);
        return new Upserted(id, true);
    }

    /** The Ids of the live records that have a value in a field. */
    public List<String> find(SObjectType type, Field key, Object value) {
        List<String> ids = new ArrayList<>();
        for (int row : references.live(type, key, value)) {
            ids.add(data.table(type).id(row));
        }
        return ids;
    }

    /** Puts what was sent into the values; parents become Ids. @return what was sent, by field */
    private Map<Field, Object> apply(RowInput input, Object[] values) {
        Map<Field, Object> sent = new LinkedHashMap<>();
        input.values().forEach((field, value) -> {
            Checks.value(field, value);
            boolean lookup = field.isReference() && value instanceof String;
            sent.put(field, lookup ? references.parent(input.type(), field, (String) value) : value);
        });
        input.parents().forEach(parent -> sent.put(parent.reference(), references.parent(input.type(), parent)));
        sent.forEach((field, value) -> values[field.column()] = value);
        return sent;
    }

    private void modified(SObjectType type, Object[] values, Instant now) {
        set(type, values, "LastModifiedDate", now);
        set(type, values, "LastModifiedById", userId);
        set(type, values, "SystemModstamp", now);
    }

    private static void set(SObjectType type, Object[] values, String name, Object value) {
        type.field(name).ifPresent(field -> values[field.column()] = value);
    }

    private void count(String id) {
        rules.count(id, 1);
        data.undo().add(() -> rules.count(id, -1));
    }

    private <T> T whole(Supplier<T> write) {
        int mark = data.undo().mark();
        try {
            return write.get();
        } catch (WriteRefusal refusal) {
            data.undo().rollBack(mark);
            throw refusal;
        }
    }

    private static WriteRefusal refuse(String message) {
        return WriteRefusal.of("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message);
    }
}
