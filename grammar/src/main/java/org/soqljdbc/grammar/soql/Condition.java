package org.soqljdbc.grammar.soql;

import java.util.List;

/** A condition of WHERE, HAVING or WITH. */
public sealed interface Condition {

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of condition. */
    interface Visitor<R> {
        R and(And node);

        R or(Or node);

        R not(Not node);

        R comparison(Comparison node);

        R inList(InList node);

        R inParameter(InParameter node);

        R semiJoin(SemiJoin node);

        R includes(Includes node);
    }

    /** {@code a AND b AND ...}: two terms or more, as written in one level. */
    record And(List<Condition> terms) implements Condition {
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** {@code a OR b OR ...}: two terms or more, as written in one level. */
    record Or(List<Condition> terms) implements Condition {
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** {@code NOT a}. */
    record Not(Condition term) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code left operator right}. */
    record Comparison(Operand left, Operator operator, Value right) implements Condition {

        /** The comparison operators; {@code <>} is read as {@link #NOT_EQUAL}. */
        public enum Operator {
            EQUAL("="),
            NOT_EQUAL("!="),
            LESS("<"),
            LESS_OR_EQUAL("<="),
            GREATER(">"),
            GREATER_OR_EQUAL(">="),
            LIKE("LIKE");

            private final String symbol;

            Operator(String symbol) {
                this.symbol = symbol;
            }

            public String symbol() {
                return symbol;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** {@code left [NOT] IN (value, ...)}: one value or more. */
    record InList(Operand left, boolean negated, List<Value> values) implements Condition {
        public InList {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inList(this);
        }
    }

    /** {@code left [NOT] IN ?}: the parameter holds an array. The driver's own; Salesforce never sees it. */
    record InParameter(Operand left, boolean negated, Parameter parameter) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inParameter(this);
        }
    }

    /** {@code left [NOT] IN (SELECT field FROM object [WHERE ...])}. */
    record SemiJoin(Operand left, boolean negated, SoqlQuery query) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.semiJoin(this);
        }
    }

    /** {@code left INCLUDES|EXCLUDES ('A;B', 'C')}. */
    record Includes(Operand left, boolean excludes, List<Value> values) implements Condition {
        public Includes {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.includes(this);
        }
    }
}
