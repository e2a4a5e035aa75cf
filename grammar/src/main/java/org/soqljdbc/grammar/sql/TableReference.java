package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/** One item of FROM. */
public sealed interface TableReference {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of item. */
    interface Visitor<R> {
        R table(Table node);

        R derived(Derived node);

        R join(Join node);
    }

    /**
     * {@code schema.table AS alias (columns)}.
     *
     * @param names one or more: table, schema.table, catalog.schema.table, or SOQL's alias.relationship
     * @param columns new names for the columns, where given
     */
    record Table(List<Name> names, Optional<Name> alias, List<Name> columns) implements TableReference {
        public Table {
            names = List.copyOf(names);
            columns = List.copyOf(columns);
        }

        /** A table by its names alone. */
        public static Table of(String... names) {
            return new Table(Name.path(names), Optional.empty(), List.of());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.table(this);
        }
    }

    /** {@code [LATERAL] (query) AS alias (columns)}; VALUES is a query too. */
    record Derived(boolean lateral, Query query, Optional<Name> alias, List<Name> columns) implements TableReference {
        public Derived {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.derived(this);
        }
    }

    /**
     * A join of two tables. Exactly one of {@code natural}, {@code on} and {@code using} says which rows belong
     * together, but none of them for {@link Kind#CROSS}.
     *
     * @param using names of columns that both sides have
     */
    record Join(
            TableReference left,
            Kind kind,
            TableReference right,
            boolean natural,
            Optional<Expression> on,
            List<Name> using)
            implements TableReference {

        /** The sorts of join. */
        public enum Kind {
            INNER,
            LEFT,
            RIGHT,
            FULL,
            CROSS
        }

        public Join {
            using = List.copyOf(using);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }
}
