package org.soqljdbc.simulated.write;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.ChildRelationship;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/**
 * Deletes a record: what hangs on it by a cascading reference goes with it, what forbids it by a restricting one
 * refuses it, other references to it are cleared.
 */
final class Deletion {

    private final OrgData data;
    private final Consumer<String> count;
    private final RollUp rollUp;

    /** @param count told the Id of the record that was asked for, not those that went with it */
    Deletion(OrgData data, Consumer<String> count, RollUp rollUp) {
        this.data = data;
        this.count = count;
        this.rollUp = rollUp;
    }

    void delete(RowAddress address, boolean forGood, Instant now) {
        SObjectType type = address.table().type();
        if (!type.json().get("deletable").booleanValue()) {
            throw WriteRefusal.of(
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be deleted: " + type.name());
        }
        if (!address.isLive()) {
            throw WriteRefusal.of("ENTITY_IS_DELETED", "entity is deleted");
        }
        remove(address, forGood, now);
        count.accept(address.id());
    }

    private void remove(RowAddress address, boolean forGood, Instant now) {
        Table table = address.table();
        SObjectType type = table.type();
        Object[] values = table.values(address.row());
        rollUp.changed(type, values, null);
        type.field("IsDeleted").ifPresent(field -> values[field.column()] = true);
        type.field("LastModifiedDate").ifPresent(field -> values[field.column()] = now);
        type.field("SystemModstamp").ifPresent(field -> values[field.column()] = now);
        table.update(address.row(), values);
        table.delete(address.row(), forGood || type.field("IsDeleted").isEmpty());
        for (ChildRelationship relationship : type.children()) {
            Table children = data.table(relationship.child());
            for (int row : children.rows(relationship.field(), address.id())) {
                if (children.isLive(row)) {
                    child(address, relationship, new RowAddress(children, row), forGood, now);
                }
            }
        }
    }

    private void child(
            RowAddress parent, ChildRelationship relationship, RowAddress child, boolean forGood, Instant now) {
        Field reference = relationship.field();
        if (reference.json().get("restrictedDelete").booleanValue()) {
            throw WriteRefusal.of(
                    "DELETE_FAILED",
                    "Your attempt to delete " + name(parent) + " could not be completed because it is associated with"
                            + " the following "
                            + relationship
                                    .child()
                                    .json()
                                    .get("labelPlural")
                                    .textValue()
                                    .toLowerCase(Locale.ROOT)
                            + ".: " + name(child) + "\n");
        }
        if (reference.json().get("cascadeDelete").booleanValue() || !reference.nillable()) {
            remove(child, forGood, now);
            return;
        }
        Object[] values = child.table().values(child.row());
        values[reference.column()] = null;
        child.table().update(child.row(), values);
    }

    private static Object name(RowAddress row) {
        return row.table()
                .type()
                .nameField()
                .map(field -> row.value(field.column()))
                .orElse(row.id());
    }
}
