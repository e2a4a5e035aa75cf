package org.soqljdbc.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;

/** Which conditions a query of one object may have: a table by family, and for each object what it cannot do without. */
public final class ObjectRules {

    private final SObject object;
    private final ObjectFamily family;

    private ObjectRules(SObject object) {
        this.object = object;
        this.family = ObjectFamily.of(object.name());
    }

    public static ObjectRules of(SObject object) {
        return new ObjectRules(object);
    }

    public ObjectFamily family() {
        return family;
    }

    /** The filter that Salesforce demands; empty for most objects. */
    public Optional<NeededFilter> neededFilter() {
        return NeededFilter.of(object.name());
    }

    /** The field that tells rows apart: {@code Id} where there is one; external objects may have their ExternalId only. */
    public FieldPath key() {
        for (String name : List.of("Id", "ExternalId", "DurableId", "RecordId")) {
            if (object.field(name).isPresent()) {
                return FieldPath.of(name);
            }
        }
        return FieldPath.of(object.fields().get(0).name());
    }

    /** Whether a term of WHERE may travel; what may not is to be tested here. */
    public boolean takes(Condition condition) {
        return family == ObjectFamily.ORDINARY || condition.accept(new Taken());
    }

    private final class Taken implements Condition.Visitor<Boolean> {

        @Override
        public Boolean and(Condition.And node) {
            return node.terms().stream().allMatch(term -> term.accept(this));
        }

        @Override
        public Boolean or(Condition.Or node) {
            boolean joined = switch (family.or()) {
                case NONE -> false;
                case ONE_FIELD -> fields(node).size() == 1;
                case ANY -> true;
            };
            return joined && node.terms().stream().allMatch(term -> term.accept(this));
        }

        private Set<Operand> fields(Condition.Or node) {
            Set<Operand> fields = new HashSet<>();
            for (Condition term : node.terms()) {
                if (term instanceof Condition.Comparison comparison) {
                    fields.add(comparison.left());
                } else if (term instanceof Condition.InList list) {
                    fields.add(list.left());
                } else {
                    // Anything else is more than one field, for all that is known.
                    fields.add(FieldPath.of("Id"));
                    fields.add(FieldPath.of("Name"));
                }
            }
            return fields;
        }

        @Override
        public Boolean not(Condition.Not node) {
            return family.takesNot() && node.term().accept(this);
        }

        @Override
        public Boolean comparison(Condition.Comparison node) {
            return family.takes(node.operator()) && isFilterable(node.left());
        }

        @Override
        public Boolean inList(Condition.InList node) {
            return isFilterable(node.left()) && (!node.negated() || family.lists() != ObjectFamily.Lists.IN);
        }

        @Override
        public Boolean inParameter(Condition.InParameter node) {
            return isFilterable(node.left()) && (!node.negated() || family.lists() != ObjectFamily.Lists.IN);
        }

        @Override
        public Boolean semiJoin(Condition.SemiJoin node) {
            // It cannot be tested here, so Salesforce has the word.
            return true;
        }

        @Override
        public Boolean includes(Condition.Includes node) {
            return family.lists() == ObjectFamily.Lists.ANY && family != ObjectFamily.EXTERNAL;
        }

        /** Of a big object only its index is filtered by, and describe shows that only by what must have a value. */
        private boolean isFilterable(Operand operand) {
            if (family != ObjectFamily.BIG) {
                return true;
            }
            return operand instanceof FieldPath path
                    && object.field(path.last())
                            .filter(Field::custom)
                            .filter(field -> !field.nillable())
                            .isPresent();
        }
    }
}
