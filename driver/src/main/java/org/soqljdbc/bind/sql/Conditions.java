package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.PartialVisitor;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/**
 * Says a condition of SQL in SOQL: exactly the rows for which it is true.
 *
 * <p>SQL has three truth values and SOQL two: in SOQL {@code f != 'x'} and {@code NOT f LIKE 'x'} find rows whose field is
 * null, and a parent that is missing has booleans that are false. So NOT is carried inwards to the comparisons, each
 * negative comparison asks for a value too, and what is asked of a parent that may be missing asks for the parent.
 */
final class Conditions {

    private final Optional<Operands> operands;
    private final Values values;
    private final Optional<SemiJoins> semiJoins;

    Conditions(Operands operands, Values values, SemiJoins semiJoins) {
        this.operands = Optional.of(operands);
        this.values = values;
        this.semiJoins = Optional.of(semiJoins);
    }

    /** For a statement without FROM, whose conditions can be about constants only. */
    Conditions(Values values) {
        this.operands = Optional.empty();
        this.values = values;
        this.semiJoins = Optional.empty();
    }

    /** The columns there are. @throws NotInSoql without FROM */
    Operands operands(Expression node) {
        return operands.orElseThrow(() -> new NotInSoql(node, "a condition on more than constants without FROM"));
    }

    private SemiJoins semiJoins(Expression node) {
        return semiJoins.orElseThrow(() -> new NotInSoql(node, "a subquery without FROM around it"));
    }

    /** The rows for which all the conditions are true. */
    Filter all(List<Expression> conditions) {
        return Filter.and(conditions.stream().map(this::whereTrue).toList());
    }

    private Filter whereTrue(Expression condition) {
        return condition.accept(new Truth(false));
    }

    /** @see Predicate */
    private final class Truth implements PartialVisitor<Filter> {

        /** Whether the rows are wanted for which the condition is false. */
        private final boolean negated;

        Truth(boolean negated) {
            this.negated = negated;
        }

        @Override
        public Filter other(Expression node) {
            throw new NotInSoql(node, "an expression as a condition");
        }

        @Override
        public Filter and(Predicate.And node) {
            List<Filter> terms =
                    node.terms().stream().map(term -> term.accept(this)).toList();
            return negated ? Filter.or(terms) : Filter.and(terms);
        }

        @Override
        public Filter or(Predicate.Or node) {
            List<Filter> terms =
                    node.terms().stream().map(term -> term.accept(this)).toList();
            return negated ? Filter.and(terms) : Filter.or(terms);
        }

        @Override
        public Filter not(Predicate.Not node) {
            return node.term().accept(new Truth(!negated));
        }

        @Override
        public Filter bool(Literal.Bool node) {
            return Filter.constant(node.value() != negated);
        }

        @Override
        public Filter nothing(Literal.Null node) {
            return Filter.NONE;
        }

        @Override
        public Filter parameter(Expression.Parameter node) {
            return values.constant(node)
                    .map(given -> Filter.constant(Boolean.TRUE.equals(given.value()) != negated))
                    .orElse(Filter.NONE);
        }

        /** A boolean column alone. */
        @Override
        public Filter column(Expression.Column node) {
            return isTruth(node, !negated);
        }

        @Override
        public Filter isTruth(Predicate.IsTruth node) {
            boolean wanted = node.negated() == negated;
            if (!(node.operand() instanceof Expression.Column column)) {
                throw new NotInSoql(node, "IS TRUE of an expression");
            }
            return switch (node.truth()) {
                case TRUE -> wanted ? isTruth(column, true) : orMissing(column, false);
                case FALSE -> wanted ? isTruth(column, false) : orMissing(column, true);
                case UNKNOWN -> NullLogic.isNull(operands(column).column(column), !wanted);
            };
        }

        private Filter orMissing(Expression.Column column, boolean value) {
            return Filter.or(List.of(
                    isTruth(column, value), NullLogic.isNull(operands(column).column(column), false)));
        }

        private Filter isTruth(Expression.Column column, boolean value) {
            Operands.Resolved operand = operands(column).column(column);
            if (operand.column().type() != SfType.BOOLEAN) {
                throw new NotInSoql(column, "a condition that is no boolean");
            }
            return NullLogic.compare(operand, Condition.Comparison.Operator.EQUAL, new BooleanLiteral(value));
        }

        @Override
        public Filter isNull(Predicate.IsNull node) {
            boolean wanted = node.negated() == negated;
            if (values.isConstant(node.operand())) {
                return Filter.constant(values.constant(node.operand()).isEmpty() == wanted);
            }
            return NullLogic.isNull(filterable(node.operand()), !wanted);
        }

        @Override
        public Filter comparison(Predicate.Comparison node) {
            return new Comparisons(Conditions.this, values).compare(node, negated);
        }

        @Override
        public Filter between(Predicate.Between node) {
            if (node.symmetric()) {
                throw new NotInSoql(node, "BETWEEN SYMMETRIC");
            }
            Predicate low = new Predicate.Comparison(
                    node.operand(), Predicate.Comparison.Operator.GREATER_OR_EQUAL, node.low());
            Predicate high =
                    new Predicate.Comparison(node.operand(), Predicate.Comparison.Operator.LESS_OR_EQUAL, node.high());
            Predicate both = new Predicate.And(List.of(low, high));
            return both.accept(new Truth(negated != node.negated()));
        }

        @Override
        public Filter inList(Predicate.InList node) {
            boolean not = node.negated() != negated;
            if (values.isConstant(node.operand())) {
                throw new NotInSoql(node, "IN of a constant");
            }
            Operands.Resolved operand = filterable(node.operand());
            List<Value> list = new ArrayList<>();
            boolean holdsNull = false;
            for (Expression item : node.items()) {
                if (values.fraction(item, operand.column()).isPresent()) {
                    // No whole number equals it.
                    continue;
                }
                Optional<Value> literal = values.literal(item, operand.column());
                holdsNull |= literal.isEmpty();
                literal.filter(value -> !isEmptyText(value)).ifPresent(list::add);
            }
            return in(operand, not, list, holdsNull);
        }

        @Override
        public Filter inParameter(Predicate.InParameter node) {
            boolean not = node.negated() != negated;
            Operands.Resolved operand = filterable(node.operand());
            if (!values.areSet()) {
                return Filter.of(new Condition.InParameter(
                        operand.operand(),
                        not,
                        new org.soqljdbc.grammar.soql.Parameter(node.parameter().index())));
            }
            if (values.elements(node.parameter()).isEmpty()) {
                return Filter.constant(not);
            }
            List<Value> list = values.elementLiterals(node.parameter(), operand.column()).stream()
                    .filter(value -> !isEmptyText(value))
                    .toList();
            boolean holdsNull = values.elements(node.parameter()).stream()
                    .map(ParameterValue::value)
                    .anyMatch(java.util.Objects::isNull);
            return in(operand, not, list, holdsNull);
        }

        /** A null in the list makes NOT IN unknown for every row, and adds nothing to IN. */
        private Filter in(Operands.Resolved operand, boolean not, List<Value> list, boolean holdsNull) {
            if (not && holdsNull) {
                return Filter.NONE;
            }
            if (list.isEmpty()) {
                return not ? NullLogic.isNull(operand, true) : Filter.NONE;
            }
            Filter in = NullLogic.guarded(operand, Filter.of(new Condition.InList(operand.operand(), not, list)));
            return not ? Filter.and(List.of(in, NullLogic.hasValue(operand))) : in;
        }

        @Override
        public Filter inQuery(Predicate.InQuery node) {
            return semiJoins(node).in(node, node.negated() != negated, operands(node));
        }

        @Override
        public Filter exists(Predicate.Exists node) {
            return semiJoins(node).exists(node, negated, operands(node));
        }

        @Override
        public Filter like(Predicate.Like node) {
            boolean not = node.negated() != negated;
            Operands.Resolved operand = filterable(node.operand());
            if (!operand.column().type().isText()
                    || operand.column().type() == SfType.ID
                    || operand.column().type() == SfType.REFERENCE) {
                throw new NotInSoql(node, "LIKE of a column that is no text");
            }
            Optional<String> pattern = Patterns.soql(node, values);
            if (pattern.isEmpty()) {
                return Filter.NONE;
            }
            if (pattern.get().matches("%+")) {
                return not ? Filter.NONE : NullLogic.isNull(operand, true);
            }
            Condition like = new Condition.Comparison(
                    operand.operand(), Condition.Comparison.Operator.LIKE, new LikePattern(pattern.get()));
            return not
                    ? Filter.and(List.of(Filter.of(new Condition.Not(like)), NullLogic.hasValue(operand)))
                    : Filter.of(like);
        }

        @Override
        public Filter includes(Predicate.Includes node) {
            boolean excludes = node.excludes() != negated;
            Operands.Resolved operand = filterable(node.operand());
            List<Value> items = node.items().stream()
                    .map(item -> values.literal(item, operand.column()))
                    .flatMap(Optional::stream)
                    .toList();
            Filter includes = Filter.of(new Condition.Includes(operand.operand(), excludes, items));
            return excludes ? Filter.and(List.of(includes, NullLogic.hasValue(operand))) : includes;
        }

        @Override
        public Filter call(FunctionCall node) {
            throw new NotInSoql(node, "the function " + node.name() + " as a condition");
        }
    }

    /** An operand of a condition. @throws NotInSoql if Salesforce cannot filter by it */
    Operands.Resolved filterable(Expression expression) {
        Operands.Resolved operand = operands(expression).of(expression);
        operand.field().filter(field -> !field.filterable()).ifPresent(field -> {
            throw new NotInSoql(expression, "a condition on " + field.name() + ", by which Salesforce cannot filter");
        });
        return operand;
    }

    static boolean isEmptyText(Value value) {
        return value instanceof org.soqljdbc.grammar.soql.StringLiteral literal
                && literal.value().isEmpty();
    }
}
