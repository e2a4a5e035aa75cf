package org.soqljdbc.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.catalog.ChildRelationship;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.types.SfType;

/**
 * The keys of tables, as describe tells them. A reference is a foreign key to the Id of each object it may point to. Only
 * keys between tables are told: describe also names objects that cannot be queried.
 */
public final class Keys {

    private Keys() {}

    /** The primary key, which big objects, external objects and some of Salesforce's own views do not have. */
    public static Optional<Field> primary(SObject table) {
        return table.field(KeyNames.ID).filter(field -> field.type() == SfType.ID);
    }

    /**
     * The references of a table. Describe tells a custom reference's delete rule with the field and most standard ones'
     * only with the parent: {@link #exported} knows those.
     *
     * @param tables the names of all tables, found whatever their case
     */
    public static List<ForeignKey> imported(SObject table, Set<String> tables) {
        List<ForeignKey> keys = new ArrayList<>();
        for (Field field : table.fields()) {
            for (String target : field.referenceTo()) {
                if (tables.contains(target)) {
                    keys.add(new ForeignKey(table.name(), field.name(), target, DeleteRule.of(field)));
                }
            }
        }
        return keys;
    }

    /** The references of other tables to a table. @param tables as above */
    public static List<ForeignKey> exported(SObject table, Set<String> tables) {
        List<ForeignKey> keys = new ArrayList<>();
        for (ChildRelationship child : table.children()) {
            if (tables.contains(child.childObject())) {
                keys.add(new ForeignKey(child.childObject(), child.field(), table.name(), DeleteRule.of(child)));
            }
        }
        return keys;
    }
}
