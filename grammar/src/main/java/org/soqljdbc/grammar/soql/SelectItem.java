package org.soqljdbc.grammar.soql;

import java.util.List;
import java.util.Optional;

/** One item of a SELECT list. */
public sealed interface SelectItem {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of item. */
    interface Visitor<R> {
        R expression(Expression item);

        R countAll(CountAll item);

        R fieldSet(FieldSet item);

        R child(Child item);

        R typeOf(TypeOf item);
    }

    /** A field path or a function call, with its alias if it has one. */
    record Expression(Operand operand, Optional<String> alias) implements SelectItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expression(this);
        }
    }

    /** {@code COUNT()}, which stands alone. */
    record CountAll() implements SelectItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.countAll(this);
        }
    }

    /** {@code FIELDS(ALL|STANDARD|CUSTOM)}. */
    record FieldSet(Kind kind) implements SelectItem {

        /** Which fields. */
        public enum Kind {
            ALL,
            STANDARD,
            CUSTOM
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fieldSet(this);
        }
    }

    /** A child subquery in parentheses; its FROM names a child relationship. */
    record Child(SoqlQuery query) implements SelectItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.child(this);
        }
    }

    /**
     * {@code TYPEOF relationship WHEN type THEN fields ... ELSE fields END}.
     *
     * @param branches at least one
     * @param otherwise the fields after ELSE; empty without ELSE
     */
    record TypeOf(FieldPath relationship, List<Branch> branches, List<FieldPath> otherwise) implements SelectItem {

        public TypeOf {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }

        /** {@code WHEN type THEN fields}. */
        public record Branch(String type, List<FieldPath> fields) {
            public Branch {
                fields = List.copyOf(fields);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typeOf(this);
        }
    }
}
