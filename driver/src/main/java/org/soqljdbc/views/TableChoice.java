package org.soqljdbc.views;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.tables.NamePattern;

/**
 * Which tables a condition on {@code table_name} leaves to be described; a condition that it does not understand leaves
 * all, since whoever asks checks the rows again.
 *
 * @param names the only names possible, where the condition says so; found whatever their case
 * @param may whether the table of a name may be meant
 */
record TableChoice(Optional<Set<String>> names, Predicate<String> may) {

    private static final TableChoice ALL = new TableChoice(Optional.empty(), name -> true);

    static TableChoice of(Optional<Condition> condition) {
        return condition.map(given -> given.accept(new Reader())).orElse(ALL);
    }

    private static TableChoice only(List<String> values) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(values);
        return new TableChoice(Optional.of(names), names::contains);
    }

    private static TableChoice like(String pattern) {
        NamePattern names = NamePattern.like(pattern);
        return names.onlyName()
                .map(name -> only(List.of(name)))
                .orElseGet(() -> new TableChoice(Optional.empty(), names::matches));
    }

    private TableChoice and(TableChoice other) {
        Optional<Set<String>> fewer = names.or(other::names);
        return new TableChoice(fewer, may.and(other.may()));
    }

    private TableChoice or(TableChoice other) {
        if (names.isEmpty() || other.names().isEmpty()) {
            return new TableChoice(Optional.empty(), may.or(other.may()));
        }
        Set<String> both = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        both.addAll(names.get());
        both.addAll(other.names().get());
        return new TableChoice(Optional.of(both), may.or(other.may()));
    }

    private static final class Reader implements Condition.Visitor<TableChoice> {

        private static boolean isName(Operand operand) {
            return operand.toString().toLowerCase(Locale.ROOT).equals(View.TABLE_NAME);
        }

        @Override
        public TableChoice and(Condition.And node) {
            return node.terms().stream()
                    .map(term -> term.accept(this))
                    .reduce(TableChoice::and)
                    .orElse(ALL);
        }

        @Override
        public TableChoice or(Condition.Or node) {
            return node.terms().stream()
                    .map(term -> term.accept(this))
                    .reduce(TableChoice::or)
                    .orElse(ALL);
        }

        @Override
        public TableChoice not(Condition.Not node) {
            return ALL;
        }

        @Override
        public TableChoice comparison(Condition.Comparison node) {
            Value right = node.right();
            return switch (node.operator()) {
                case EQUAL ->
                    isName(node.left()) && right instanceof StringLiteral text ? only(List.of(text.value())) : ALL;
                case LIKE -> isName(node.left()) && right instanceof LikePattern text ? like(text.pattern()) : ALL;
                default -> ALL;
            };
        }

        @Override
        public TableChoice inList(Condition.InList node) {
            boolean texts = node.values().stream().allMatch(StringLiteral.class::isInstance);
            return isName(node.left()) && !node.negated() && texts
                    ? only(node.values().stream()
                            .map(value -> ((StringLiteral) value).value())
                            .toList())
                    : ALL;
        }

        @Override
        public TableChoice inParameter(Condition.InParameter node) {
            return ALL;
        }

        @Override
        public TableChoice semiJoin(Condition.SemiJoin node) {
            return ALL;
        }

        @Override
        public TableChoice includes(Condition.Includes node) {
            return ALL;
        }
    }
}
