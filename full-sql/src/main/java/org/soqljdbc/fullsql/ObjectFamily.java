package org.soqljdbc.fullsql;

import java.util.List;
import java.util.Locale;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.NeededFilter;
import org.soqljdbc.catalog.ObjectRules;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;

/** What may be asked of an object, by the family it belongs to (SOQL and SOSL Reference, "SOQL Limits on Objects"). */
enum ObjectFamily {
    STANDARD,
    /** {@code __x}: no aggregates, no LIKE; where nulls stand in an order is not heeded. */
    EXTERNAL,
    /** {@code __b}: conditions on the index only, no aggregates, no order. */
    BIG,
    /** {@code __mdt}: one object in FROM, no groups. */
    METADATA_TYPE,
    /** EntityDefinition and its kin: conjunctions of equalities, and nothing is counted, grouped or ordered. */
    CATALOG,
    /** A view of information_schema: a condition on table_name says what is described, and all rows are checked again. */
    VIEW;

    private static final String VIEWS = Catalog.VIEWS_SCHEMA.toUpperCase(Locale.ROOT) + ".";
    private static final String CHOOSES_TABLES = "table_name";

    /** The family by the catalog's table, and the views beside it. */
    static ObjectFamily of(SObject object) {
        if (object.name().toUpperCase(Locale.ROOT).startsWith(VIEWS)) {
            return VIEW;
        }
        return switch (org.soqljdbc.catalog.ObjectFamily.of(object.name())) {
            case ORDINARY -> STANDARD;
            case EXTERNAL -> EXTERNAL;
            case BIG -> BIG;
            case CUSTOM_METADATA -> METADATA_TYPE;
            case METADATA_CATALOG -> CATALOG;
        };
    }

    static boolean isCatalog(String object) {
        return org.soqljdbc.catalog.ObjectFamily.of(object) == org.soqljdbc.catalog.ObjectFamily.METADATA_CATALOG;
    }

    /** The columns of which the org demands a condition; none for most objects. */
    static List<String> demanded(SObject object) {
        return ObjectRules.of(object).neededFilter().map(NeededFilter::fields).orElse(List.of());
    }

    boolean groups() {
        return this == STANDARD;
    }

    boolean counts() {
        return this == STANDARD;
    }

    boolean sorts() {
        return this == STANDARD || this == METADATA_TYPE;
    }

    /** Whether LIMIT is heeded. */
    boolean limits() {
        return this != CATALOG && this != VIEW;
    }

    /** Whether no rows come but those for which what was sent is true. */
    boolean answersExactly() {
        return this != VIEW;
    }

    /** Whether a parent's fields may be columns. */
    boolean followsParents() {
        return this == STANDARD;
    }

    /** Whether a condition may be sent. */
    boolean takes(Condition condition) {
        return this == STANDARD || condition.accept(new Takes(this));
    }

    private record Takes(ObjectFamily family) implements Condition.Visitor<Boolean> {

        @Override
        public Boolean and(Condition.And node) {
            return node.terms().stream().allMatch(term -> term.accept(this));
        }

        @Override
        public Boolean or(Condition.Or node) {
            boolean oneColumn =
                    node.terms().stream().map(Takes::left).distinct().count() == 1;
            boolean allowed = family == EXTERNAL || family == VIEW || family == METADATA_TYPE && oneColumn;
            return allowed && node.terms().stream().allMatch(term -> term.accept(this));
        }

        private static boolean choosesTables(Operand operand) {
            return operand.toString().equalsIgnoreCase(CHOOSES_TABLES);
        }

        private static Operand left(Condition term) {
            return term instanceof Condition.Comparison comparison
                    ? comparison.left()
                    : FieldPath.of(String.valueOf(System.identityHashCode(term)));
        }

        @Override
        public Boolean not(Condition.Not node) {
            return family == EXTERNAL && node.term().accept(this);
        }

        @Override
        public Boolean comparison(Condition.Comparison node) {
            boolean equal = node.operator() == Condition.Comparison.Operator.EQUAL;
            boolean like = node.operator() == Condition.Comparison.Operator.LIKE;
            boolean unequal = node.operator() == Condition.Comparison.Operator.NOT_EQUAL;
            return switch (family) {
                case CATALOG -> equal;
                case BIG -> !like && !unequal;
                case EXTERNAL -> !like;
                case VIEW -> (equal || like) && choosesTables(node.left());
                default -> true;
            };
        }

        @Override
        public Boolean inList(Condition.InList node) {
            if (family == VIEW) {
                return !node.negated() && choosesTables(node.left());
            }
            return !node.negated() || family == METADATA_TYPE || family == EXTERNAL;
        }

        @Override
        public Boolean inParameter(Condition.InParameter node) {
            return false;
        }

        @Override
        public Boolean semiJoin(Condition.SemiJoin node) {
            return false;
        }

        @Override
        public Boolean includes(Condition.Includes node) {
            return false;
        }
    }
}
