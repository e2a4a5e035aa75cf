package org.soqljdbc.grammar.sql;

import java.util.List;

/** What makes rows: a SELECT, VALUES, rows of several of them, or a query in parentheses. */
public sealed interface QueryBody permits Select, QueryBody.Values, QueryBody.SetOperation, Query {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of body. */
    interface Visitor<R> {
        R select(Select node);

        R values(Values node);

        R setOperation(SetOperation node);

        /** A query in parentheses that has its own WITH, ORDER BY or limit; others leave no trace. */
        R nested(Query node);
    }

    /** {@code VALUES (a, b), (c, d)}: one row or more; in INSERT an item may be {@link Expression.Default}. */
    record Values(List<Expression.Row> rows) implements QueryBody {
        public Values {
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.values(this);
        }
    }

    /**
     * {@code a UNION b UNION c ...}: two operands or more, joined from left to right by one and the same operator.
     *
     * @param all whether duplicates stay
     */
    record SetOperation(Kind kind, boolean all, List<QueryBody> operands) implements QueryBody {

        /** The operators; MINUS is read as EXCEPT. */
        public enum Kind {
            UNION,
            INTERSECT,
            EXCEPT
        }

        public SetOperation {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setOperation(this);
        }
    }
}
