package org.soqljdbc.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/**
 * Where SOQL finds rows without a value and SQL, to which such a comparison is unknown, does not: {@code !=},
 * {@code NOT IN} and NOT of a comparison, {@code = ''} and {@code LIKE '%'}.
 *
 * <p>A comparison with {@code null} itself is SOQL's way of asking for rows without a value, and counts as meant. So does
 * a field of which the same condition says {@code != null}.
 */
final class NullDifferences {

    private final KnownObjects objects;
    private final Set<String> operands = new LinkedHashSet<>();
    private final Map<Integer, String> equated = new LinkedHashMap<>();

    NullDifferences(KnownObjects objects) {
        this.objects = objects;
    }

    /** Looks at the conditions of one level of a query. */
    void look(Scope scope, SoqlQuery query) {
        query.where().ifPresent(where -> where.accept(new Walk(scope, withValue(scope, where), false)));
        query.having().ifPresent(having -> having.accept(new Walk(scope, withValue(scope, having), false)));
    }

    /** What was found. */
    Found found() {
        return new Found(List.copyOf(operands), Map.copyOf(equated));
    }

    /**
     * What makes the two languages differ.
     *
     * @param operands whose rows without a value SOQL finds, as written
     * @param equated the operands compared with a parameter alone, by its index: if it is null, the languages differ too
     */
    record Found(List<String> operands, Map<Integer, String> equated) {

        static final Found NOTHING = new Found(List.of(), Map.of());

        /** The operands for which the languages differ, with these values for the parameters. */
        List<String> with(List<ParameterValue> parameters) {
            Set<String> differing = new LinkedHashSet<>(operands);
            equated.forEach((index, operand) -> {
                if (parameters.get(index).value() == null) {
                    differing.add(operand);
                }
            });
            return List.copyOf(differing);
        }
    }

    /** The fields of which a condition says, of all its rows, that they have a value. */
    private static Set<FieldPath> withValue(Scope scope, Condition condition) {
        List<Condition> terms = condition instanceof Condition.And and ? and.terms() : List.of(condition);
        Set<FieldPath> paths = new LinkedHashSet<>();
        for (Condition term : terms) {
            if (term instanceof Condition.Comparison comparison
                    && comparison.operator() == Condition.Comparison.Operator.NOT_EQUAL
                    && comparison.right() instanceof NullLiteral
                    && comparison.left() instanceof FieldPath path) {
                paths.add(scope.relative(path));
            }
        }
        return paths;
    }

    private final class Walk implements Condition.Visitor<Void> {

        private final Scope scope;
        private final Set<FieldPath> withValue;
        private final boolean negated;

        Walk(Scope scope, Set<FieldPath> withValue, boolean negated) {
            this.scope = scope;
            this.withValue = withValue;
            this.negated = negated;
        }

        @Override
        public Void and(Condition.And node) {
            node.terms().forEach(term -> term.accept(this));
            return null;
        }

        @Override
        public Void or(Condition.Or node) {
            node.terms().forEach(term -> term.accept(this));
            return null;
        }

        @Override
        public Void not(Condition.Not node) {
            return node.term().accept(new Walk(scope, withValue, !negated));
        }

        @Override
        public Void comparison(Condition.Comparison node) {
            boolean equality = node.operator() == Condition.Comparison.Operator.EQUAL
                    || node.operator() == Condition.Comparison.Operator.NOT_EQUAL;
            if (equality && node.right() instanceof NullLiteral) {
                return null;
            }
            if (equality && node.right() instanceof Parameter parameter) {
                equated.put(parameter.index(), SoqlWriter.write(node.left()));
            }
            boolean negative = node.operator() == Condition.Comparison.Operator.NOT_EQUAL;
            boolean findsNull = isEmpty(node.right()) ? !negative : negative;
            found(node.left(), findsNull);
            return null;
        }

        /** {@code ''} stands for null, and {@code '%'} fits null too. */
        private static boolean isEmpty(Value value) {
            return value instanceof StringLiteral text && text.value().isEmpty()
                    || value instanceof LikePattern pattern && pattern.pattern().matches("%*");
        }

        @Override
        public Void inList(Condition.InList node) {
            boolean holdsNull = node.values().stream().anyMatch(value -> value instanceof NullLiteral);
            if (!holdsNull) {
                found(node.left(), node.negated());
            }
            return null;
        }

        @Override
        public Void inParameter(Condition.InParameter node) {
            found(node.left(), node.negated());
            return null;
        }

        @Override
        public Void includes(Condition.Includes node) {
            found(node.left(), node.excludes());
            return null;
        }

        @Override
        public Void semiJoin(Condition.SemiJoin node) {
            found(node.left(), node.negated());
            if (node.negated() != negated) {
                // SQL's NOT IN is true of nothing as soon as one of the values is null.
                innerColumn(node.query()).ifPresent(operands::add);
            }
            return null;
        }

        private Optional<String> innerColumn(SoqlQuery query) {
            Optional<Walk> inner = objects.find(query.root().path().toString())
                    .map(object -> new Scope(object, query))
                    .map(within -> new Walk(
                            within,
                            query.where().map(where -> withValue(within, where)).orElse(Set.of()),
                            false));
            return inner.isPresent() && query.select().get(0) instanceof SelectItem.Expression item
                    ? Optional.of(item.operand())
                            .filter(inner.get()::mayBeNull)
                            .map(operand -> query.root().path() + "." + SoqlWriter.write(operand))
                    : Optional.empty();
        }

        private void found(Operand operand, boolean findsNull) {
            if (findsNull != negated && mayBeNull(operand)) {
                operands.add(SoqlWriter.write(operand));
            }
        }

        private boolean mayBeNull(Operand operand) {
            if (operand instanceof FieldPath path) {
                FieldPath relative = scope.relative(path);
                boolean nillable = relative.names().size() > 1
                        || scope.root()
                                .field(relative.last())
                                .filter(NullDifferences::isNillable)
                                .isPresent();
                return nillable && !withValue.contains(relative);
            }
            FunctionCall call = (FunctionCall) operand;
            if (call.function() == Function.COUNT || call.function() == Function.COUNT_DISTINCT) {
                return false;
            }
            List<Operand> arguments = new ArrayList<>();
            for (Argument argument : call.arguments()) {
                if (argument instanceof Operand inner) {
                    arguments.add(inner);
                }
            }
            return arguments.stream().anyMatch(this::mayBeNull);
        }
    }

    /** A boolean is never null. */
    private static boolean isNillable(Field field) {
        return field.nillable() && field.type() != SfType.BOOLEAN;
    }
}
