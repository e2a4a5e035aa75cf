package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.DateConstant;

/**
 * A value, condition or row of SQL. Which of them fits where is the binder's matter: {@code WHERE Name} is well-formed.
 * Nests at most {@link org.soqljdbc.grammar.sql.reader.SqlReader#MAX_TREE_DEPTH} deep when it was read.
 */
public sealed interface Expression
        permits Literal,
                Predicate,
                FunctionCall,
                Expression.Column,
                Expression.Star,
                Expression.DateWithCount,
                Expression.Parameter,
                Expression.Arithmetic,
                Expression.Negate,
                Expression.Case,
                Expression.Cast,
                Expression.Extract,
                Expression.Trim,
                Expression.CurrentValue,
                Expression.Subquery,
                Expression.Row,
                Expression.TypeOf,
                Expression.Default {

    <R> R accept(Visitor<R> visitor);

    /** What stands directly under this, in the order of the text. A query inside is not looked into. */
    default List<Expression> children() {
        return accept(Children.FINDER);
    }

    /** One method for each kind of expression. */
    interface Visitor<R> {
        R number(Literal.Number node);

        R text(Literal.Text node);

        R binary(Literal.Binary node);

        R bool(Literal.Bool node);

        R nothing(Literal.Null node);

        R date(Literal.Date node);

        R time(Literal.Time node);

        R timestamp(Literal.Timestamp node);

        R instant(Literal.Instant node);

        R interval(Literal.Interval node);

        R and(Predicate.And node);

        R or(Predicate.Or node);

        R not(Predicate.Not node);

        R comparison(Predicate.Comparison node);

        R quantified(Predicate.Quantified node);

        R isNull(Predicate.IsNull node);

        R isTruth(Predicate.IsTruth node);

        R between(Predicate.Between node);

        R inList(Predicate.InList node);

        R inParameter(Predicate.InParameter node);

        R inQuery(Predicate.InQuery node);

        R like(Predicate.Like node);

        R exists(Predicate.Exists node);

        R includes(Predicate.Includes node);

        R column(Column node);

        R star(Star node);

        R dateWithCount(DateWithCount node);

        R parameter(Parameter node);

        R arithmetic(Arithmetic node);

        R negate(Negate node);

        R caseOf(Case node);

        R cast(Cast node);

        R extract(Extract node);

        R trim(Trim node);

        R currentValue(CurrentValue node);

        R subquery(Subquery node);

        R row(Row node);

        R typeOf(TypeOf node);

        R defaultValue(Default node);

        R call(FunctionCall node);
    }

    /** A column, or a path of relationships to one: one name or more, among them perhaps a catalog, schema, table or alias. */
    record Column(List<Name> names) implements Expression {
        public Column {
            names = List.copyOf(names);
        }

        /**
         * The date literal of SOQL that this is, unless there is a column of that name: {@code THIS_MONTH}. Absent for
         * more than one name, for a name in quotes, and for periods that take a count.
         */
        public Optional<DateConstant.Period> period() {
            return names.size() == 1 && !names.get(0).quoted()
                    ? DateConstant.Period.named(names.get(0).text()).filter(period -> !period.takesCount())
                    : Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /** {@code *}, or {@code t.*} with one name or more: in a select list, and without names in COUNT(*). */
    record Star(List<Name> qualifier) implements Expression {
        public Star {
            qualifier = List.copyOf(qualifier);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.star(this);
        }
    }

    /** SOQL's date literal with a count: {@code LAST_N_DAYS:30}. The count is a whole {@link Literal.Number} or a {@link Parameter}; the period takes one. */
    record DateWithCount(DateConstant.Period period, Expression n) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dateWithCount(this);
        }
    }

    /** {@code ?}, counted from 0 in the order of the text. */
    record Parameter(int index) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parameter(this);
        }
    }

    /** {@code left operator right}. */
    record Arithmetic(Expression left, Operator operator, Expression right) implements Expression {
        /** The operators on numbers, dates and text. */
        public enum Operator {
            PLUS("+"),
            MINUS("-"),
            TIMES("*"),
            DIVIDE("/"),
            MODULO("%"),
            CONCAT("||");

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
            return visitor.arithmetic(this);
        }
    }

    /** {@code -operand}; not used for a number's own sign. A plus sign leaves no trace. */
    record Negate(Expression operand) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.negate(this);
        }
    }

    /** {@code CASE [operand] WHEN .. THEN .. [ELSE ..] END}: one branch or more; with an operand, each branch compares with it. */
    record Case(Optional<Expression> operand, List<Branch> branches, Optional<Expression> otherwise)
            implements Expression {
        public Case {
            branches = List.copyOf(branches);
        }

        /** {@code WHEN when THEN then}. */
        public record Branch(Expression when, Expression then) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.caseOf(this);
        }
    }

    /** {@code CAST(operand AS type)}, also written {@code operand::type}. */
    record Cast(Expression operand, SqlType type) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    /** {@code EXTRACT(field FROM source)}: the field in capitals, not looked into. */
    record Extract(String field, Expression source) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extract(this);
        }
    }

    /** {@code TRIM(side characters FROM source)}; {@code TRIM(source)} is BOTH without characters. */
    record Trim(Side side, Optional<Expression> characters, Expression source) implements Expression {
        /** Which end is trimmed. */
        public enum Side {
            BOTH,
            LEADING,
            TRAILING
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.trim(this);
        }
    }

    /** CURRENT_TIMESTAMP and its like; digits of a second from 0 to 9, where given. */
    record CurrentValue(Kind kind, Optional<Integer> precision) implements Expression {
        /** The values that time gives. */
        public enum Kind {
            CURRENT_DATE,
            CURRENT_TIME,
            CURRENT_TIMESTAMP,
            LOCALTIME,
            LOCALTIMESTAMP
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.currentValue(this);
        }
    }

    /** {@code (SELECT ...)} as a value; in a select list perhaps SOQL's child subquery. */
    record Subquery(Query query) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.subquery(this);
        }
    }

    /** {@code (a, b)} or {@code ROW(a)}. Without elements only as the empty grouping set. */
    record Row(List<Expression> elements) implements Expression {
        public Row {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.row(this);
        }
    }

    /** SOQL's {@code TYPEOF path WHEN type THEN paths ... [ELSE paths] END}, in a select list only. */
    record TypeOf(Column path, List<Branch> branches, List<Column> otherwise) implements Expression {
        public TypeOf {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }

        /** {@code WHEN type THEN paths}. */
        public record Branch(Name type, List<Column> paths) {
            public Branch {
                paths = List.copyOf(paths);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typeOf(this);
        }
    }

    /** DEFAULT, where a value to write stands. */
    record Default() implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.defaultValue(this);
        }
    }
}
