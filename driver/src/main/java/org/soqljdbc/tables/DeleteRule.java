package org.soqljdbc.tables;

import org.soqljdbc.catalog.ChildRelationship;
import org.soqljdbc.catalog.Field;

/** What becomes of a row when the row it refers to is deleted. */
public enum DeleteRule {
    CASCADE("CASCADE"),
    RESTRICT("RESTRICT"),
    SET_NULL("SET NULL"),
    /** Describe does not say. */
    NO_ACTION("NO ACTION");

    private final String sql;

    DeleteRule(String sql) {
        this.sql = sql;
    }

    /** SQL's words for it. */
    public String sql() {
        return sql;
    }

    /** As the parent tells it. */
    public static DeleteRule of(ChildRelationship child) {
        return of(child.cascadeDelete(), child.restrictedDelete(), child.field());
    }

    /** As the child tells it. */
    static DeleteRule of(Field reference) {
        return of(reference.cascadeDelete(), reference.restrictedDelete(), reference.name());
    }

    /** Salesforce clears a custom lookup whose parent is deleted, unless describe says more; of standard ones it varies. */
    private static DeleteRule of(boolean cascades, boolean restricts, String field) {
        if (cascades) {
            return CASCADE;
        }
        if (restricts) {
            return RESTRICT;
        }
        return field.endsWith("__c") ? SET_NULL : NO_ACTION;
    }
}
