package org.soqljdbc.catalog;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.soqljdbc.grammar.soql.Condition.Comparison.Operator;

/**
 * What may be asked of an object, by where Salesforce keeps it. What may not is done here with the rows.
 *
 * <p>Sources: SOQL and SOSL Reference, "External Objects", "SOQL with Big Objects" and "Custom Metadata Types"; Tooling
 * API, "EntityDefinition" and the restrictions of its relatives. Where they are silent or differ, the narrower counts.
 */
public enum ObjectFamily {
    /** Standard and custom objects: no rules of their own. */
    ORDINARY(EnumSet.allOf(Operator.class), Lists.ANY, Or.ANY, true, Counts.ALL, true, true, true),
    /** {@code __x}: the rows are another system's. Whether that one counts rows is not known before it is asked. */
    EXTERNAL(without(Operator.LIKE), Lists.ANY, Or.ANY, true, Counts.MAYBE, true, false, true),
    /** {@code __b}: an index, whose fields are those that must have a value. */
    BIG(without(Operator.LIKE, Operator.NOT_EQUAL), Lists.IN, Or.NONE, false, Counts.NONE, true, true, true),
    /** {@code __mdt}. */
    CUSTOM_METADATA(
            EnumSet.allOf(Operator.class), Lists.IN_OR_NOT_IN, Or.ONE_FIELD, false, Counts.NONE, false, true, true),
    /** EntityDefinition, FieldDefinition and their relatives. Documented to ignore LIMIT and OFFSET. */
    METADATA_CATALOG(EnumSet.of(Operator.EQUAL), Lists.IN, Or.NONE, false, Counts.NONE, false, true, false);

    /** Which lists of values a condition may name. */
    public enum Lists {
        IN,
        IN_OR_NOT_IN,
        /** IN, NOT IN, and where a field has several values INCLUDES and EXCLUDES. */
        ANY
    }

    /** What OR may join. */
    public enum Or {
        NONE,
        ONE_FIELD,
        ANY
    }

    /** What is counted and grouped. */
    public enum Counts {
        NONE,
        /** {@code COUNT()} alone, and only where the other system tells. */
        MAYBE,
        ALL
    }

    private static final Set<String> CATALOG_OBJECTS = Set.of(
            "ENTITYDEFINITION",
            "FIELDDEFINITION",
            "ENTITYPARTICLE",
            "DATATYPE",
            "PUBLISHER",
            "RELATIONSHIPINFO",
            "RELATIONSHIPDOMAIN",
            "PICKLISTVALUEINFO",
            "SEARCHLAYOUT",
            "OWNERCHANGEOPTIONINFO",
            "SITEDETAIL",
            "USERENTITYACCESS",
            "USERFIELDACCESS");

    private final Set<Operator> operators;
    private final Lists lists;
    private final Or or;
    private final boolean not;
    private final Counts counts;
    private final boolean orderByParent;
    private final boolean nullsLast;
    private final boolean bounds;

    ObjectFamily(
            Set<Operator> operators,
            Lists lists,
            Or or,
            boolean not,
            Counts counts,
            boolean orderByParent,
            boolean nullsLast,
            boolean bounds) {
        this.operators = operators;
        this.lists = lists;
        this.or = or;
        this.not = not;
        this.counts = counts;
        this.orderByParent = orderByParent;
        this.nullsLast = nullsLast;
        this.bounds = bounds;
    }

    private static Set<Operator> without(Operator first, Operator... rest) {
        return EnumSet.complementOf(EnumSet.of(first, rest));
    }

    /** The family of an object, which its name tells. */
    public static ObjectFamily of(String object) {
        String name = object.toUpperCase(Locale.ROOT);
        if (name.endsWith("__X")) {
            return EXTERNAL;
        }
        if (name.endsWith("__B")) {
            return BIG;
        }
        if (name.endsWith("__MDT")) {
            return CUSTOM_METADATA;
        }
        return CATALOG_OBJECTS.contains(name) ? METADATA_CATALOG : ORDINARY;
    }

    /** Whether WHERE may compare so. */
    public boolean takes(Operator operator) {
        return operators.contains(operator);
    }

    public Lists lists() {
        return lists;
    }

    public Or or() {
        return or;
    }

    /** Whether WHERE may say NOT. */
    public boolean takesNot() {
        return not;
    }

    public Counts counts() {
        return counts;
    }

    /** Whether ORDER BY may name a parent's field. */
    public boolean takesOrderByParent() {
        return orderByParent;
    }

    /** Whether NULLS LAST is heeded. */
    public boolean takesNullsLast() {
        return nullsLast;
    }

    /** Whether LIMIT and OFFSET are heeded. */
    public boolean takesBounds() {
        return bounds;
    }
}
