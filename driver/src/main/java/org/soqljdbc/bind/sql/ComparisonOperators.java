package org.soqljdbc.bind.sql;

import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.sql.Predicate;

/** What becomes of a comparison operator of SQL: in SOQL, under NOT, and with its sides exchanged. */
final class ComparisonOperators {

    private ComparisonOperators() {}

    static Condition.Comparison.Operator soql(Predicate.Comparison.Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_DISTINCT -> Condition.Comparison.Operator.EQUAL;
            case NOT_EQUAL, DISTINCT -> Condition.Comparison.Operator.NOT_EQUAL;
            case LESS -> Condition.Comparison.Operator.LESS;
            case LESS_OR_EQUAL -> Condition.Comparison.Operator.LESS_OR_EQUAL;
            case GREATER -> Condition.Comparison.Operator.GREATER;
            case GREATER_OR_EQUAL -> Condition.Comparison.Operator.GREATER_OR_EQUAL;
        };
    }

    /** Whether it asks which of two values comes first. */
    static boolean isOrder(Predicate.Comparison.Operator operator) {
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            case EQUAL, NOT_EQUAL, DISTINCT, NOT_DISTINCT -> false;
        };
    }

    static Predicate.Comparison.Operator opposite(Predicate.Comparison.Operator operator) {
        return switch (operator) {
            case EQUAL -> Predicate.Comparison.Operator.NOT_EQUAL;
            case NOT_EQUAL -> Predicate.Comparison.Operator.EQUAL;
            case LESS -> Predicate.Comparison.Operator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Predicate.Comparison.Operator.GREATER;
            case GREATER -> Predicate.Comparison.Operator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Predicate.Comparison.Operator.LESS;
            case DISTINCT -> Predicate.Comparison.Operator.NOT_DISTINCT;
            case NOT_DISTINCT -> Predicate.Comparison.Operator.DISTINCT;
        };
    }

    static Predicate.Comparison.Operator mirrored(Predicate.Comparison.Operator operator) {
        return switch (operator) {
            case LESS -> Predicate.Comparison.Operator.GREATER;
            case LESS_OR_EQUAL -> Predicate.Comparison.Operator.GREATER_OR_EQUAL;
            case GREATER -> Predicate.Comparison.Operator.LESS;
            case GREATER_OR_EQUAL -> Predicate.Comparison.Operator.LESS_OR_EQUAL;
            default -> operator;
        };
    }
}
