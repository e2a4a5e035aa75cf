package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/** An expression that is true, false or unknown. */
public sealed interface Predicate extends Expression {

    /** {@code a AND b AND ...}: two terms or more, as written in one level. */
    record And(List<Expression> terms) implements Predicate {
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** {@code a OR b OR ...}: two terms or more, as written in one level. */
    record Or(List<Expression> terms) implements Predicate {
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** {@code NOT a}. */
    record Not(Expression term) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code left operator right}. */
    record Comparison(Expression left, Operator operator, Expression right) implements Predicate {
        /** The comparison operators; {@code !=} is read as {@link #NOT_EQUAL}. */
        public enum Operator {
            EQUAL("="),
            NOT_EQUAL("<>"),
            LESS("<"),
            LESS_OR_EQUAL("<="),
            GREATER(">"),
            GREATER_OR_EQUAL(">="),
            /** Like {@link #NOT_EQUAL}, but two nulls are the same and null is distinct from the rest. */
            DISTINCT("IS DISTINCT FROM"),
            NOT_DISTINCT("IS NOT DISTINCT FROM");

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

    /** {@code left operator ANY|ALL (query)}; SOME is read as ANY. Never with {@link Comparison.Operator#DISTINCT}. */
    record Quantified(Expression left, Comparison.Operator operator, boolean all, Query query) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.quantified(this);
        }
    }

    /** {@code operand IS [NOT] NULL}. */
    record IsNull(Expression operand, boolean negated) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isNull(this);
        }
    }

    /** {@code operand IS [NOT] TRUE|FALSE|UNKNOWN}. */
    record IsTruth(Expression operand, boolean negated, Truth truth) implements Predicate {
        /** The truth values of SQL. */
        public enum Truth {
            TRUE,
            FALSE,
            UNKNOWN
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isTruth(this);
        }
    }

    /** {@code operand [NOT] BETWEEN [SYMMETRIC] low AND high}. */
    record Between(Expression operand, boolean negated, boolean symmetric, Expression low, Expression high)
            implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.between(this);
        }
    }

    /** {@code operand [NOT] IN (item, ...)}: one item or more. */
    record InList(Expression operand, boolean negated, List<Expression> items) implements Predicate {
        public InList {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inList(this);
        }
    }

    /** {@code operand [NOT] IN ?}: the parameter holds an array. The driver's own. */
    record InParameter(Expression operand, boolean negated, Parameter parameter) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inParameter(this);
        }
    }

    /** {@code operand [NOT] IN (SELECT ...)}. */
    record InQuery(Expression operand, boolean negated, Query query) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inQuery(this);
        }
    }

    /** {@code operand [NOT] LIKE|ILIKE pattern [ESCAPE escape]}. */
    record Like(Expression operand, boolean negated, boolean ilike, Expression pattern, Optional<Expression> escape)
            implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.like(this);
        }
    }

    /** {@code EXISTS (SELECT ...)}. */
    record Exists(Query query) implements Predicate {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exists(this);
        }
    }

    /** {@code operand INCLUDES|EXCLUDES (item, ...)}: SOQL's, of a multi-select picklist. */
    record Includes(Expression operand, boolean excludes, List<Expression> items) implements Predicate {
        public Includes {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.includes(this);
        }
    }
}
