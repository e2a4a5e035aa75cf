package org.soqljdbc.grammar.sql;

import java.util.List;

/** One element of GROUP BY. */
public sealed interface GroupingElement {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of element. */
    interface Visitor<R> {
        R plain(Plain node);

        R rollup(Rollup node);

        R cube(Cube node);

        R sets(Sets node);
    }

    /**
     * A column, an expression or the number of a select item; a {@link Expression.Row} groups by all its elements, and
     * by none where it has none.
     */
    record Plain(Expression expression) implements GroupingElement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.plain(this);
        }
    }

    /** {@code ROLLUP(a, b)}. */
    record Rollup(List<Expression> expressions) implements GroupingElement {
        public Rollup {
            expressions = List.copyOf(expressions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rollup(this);
        }
    }

    /** {@code CUBE(a, b)}. */
    record Cube(List<Expression> expressions) implements GroupingElement {
        public Cube {
            expressions = List.copyOf(expressions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cube(this);
        }
    }

    /** {@code GROUPING SETS (element, ...)}. */
    record Sets(List<GroupingElement> elements) implements GroupingElement {
        public Sets {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sets(this);
        }
    }
}
