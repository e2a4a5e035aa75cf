package org.soqljdbc.grammar.sql.writer;

import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.PartialVisitor;
import org.soqljdbc.grammar.sql.Predicate;

/** How tightly an expression holds together, loosest first, as the grammar has it. */
enum Level {
    OR,
    AND,
    NOT,
    TRUTH,
    PREDICATE,
    CONCAT,
    SUM,
    PRODUCT,
    SIGNED,
    PRIMARY,
    /** What no expression reaches: parentheses in any case. */
    NEVER;

    private static final Finder FINDER = new Finder();

    static Level of(Expression expression) {
        return expression.accept(FINDER);
    }

    Level tighter() {
        return values()[ordinal() + 1];
    }

    /** Everything that is not named here stands alone. */
    private static final class Finder implements PartialVisitor<Level> {

        @Override
        public Level other(Expression node) {
            boolean predicate = node instanceof Predicate && !(node instanceof Predicate.Exists);
            return predicate ? PREDICATE : PRIMARY;
        }

        @Override
        public Level or(Predicate.Or node) {
            return OR;
        }

        @Override
        public Level and(Predicate.And node) {
            return AND;
        }

        @Override
        public Level not(Predicate.Not node) {
            return NOT;
        }

        @Override
        public Level isNull(Predicate.IsNull node) {
            return TRUTH;
        }

        @Override
        public Level isTruth(Predicate.IsTruth node) {
            return TRUTH;
        }

        @Override
        public Level comparison(Predicate.Comparison node) {
            return switch (node.operator()) {
                case DISTINCT, NOT_DISTINCT -> TRUTH;
                default -> PREDICATE;
            };
        }

        @Override
        public Level arithmetic(Expression.Arithmetic node) {
            return switch (node.operator()) {
                case CONCAT -> CONCAT;
                case PLUS, MINUS -> SUM;
                default -> PRODUCT;
            };
        }

        @Override
        public Level negate(Expression.Negate node) {
            return SIGNED;
        }

        @Override
        public Level number(Literal.Number node) {
            return node.digits().startsWith("-") ? SIGNED : PRIMARY;
        }
    }
}
