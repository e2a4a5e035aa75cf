package org.soqljdbc.simulated.soql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.Condition.And;
import org.soqljdbc.grammar.soql.Condition.Comparison;
import org.soqljdbc.grammar.soql.Condition.Comparison.Operator;
import org.soqljdbc.grammar.soql.Condition.InList;
import org.soqljdbc.grammar.soql.Condition.InParameter;
import org.soqljdbc.grammar.soql.Condition.Includes;
import org.soqljdbc.grammar.soql.Condition.Not;
import org.soqljdbc.grammar.soql.Condition.Or;
import org.soqljdbc.grammar.soql.Condition.SemiJoin;
import org.soqljdbc.grammar.soql.Function.Kind;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.simulated.schema.Ids;

/**
 * Makes a test of a condition. Logic has two values: what is not true of a null is false, and its negation true, so
 * that {@code != 'x'} and {@code NOT IN ('x')} return rows without a value.
 *
 * @param <C> what is tested: a row (WHERE) or a group (HAVING)
 */
final class Conditions<C> implements Condition.Visitor<Predicate<C>> {

    private final Literals literals;
    private final Function<Operand, Bound<C>> binder;
    private final Function<SemiJoin, Predicate<C>> semiJoins;

    /** @param binder finds an operand and refuses one that may not be filtered */
    Conditions(Literals literals, Function<Operand, Bound<C>> binder, Function<SemiJoin, Predicate<C>> semiJoins) {
        this.literals = literals;
        this.binder = binder;
        this.semiJoins = semiJoins;
    }

    Predicate<C> test(Condition condition) {
        return condition.accept(this);
    }

    @Override
    public Predicate<C> and(And node) {
        List<Predicate<C>> terms = node.terms().stream().map(this::test).toList();
        return context -> {
            for (Predicate<C> term : terms) {
                if (!term.test(context)) {
                    return false;
                }
            }
            return true;
        };
    }

    @Override
    public Predicate<C> or(Or node) {
        List<Predicate<C>> terms = node.terms().stream().map(this::test).toList();
        return context -> {
            for (Predicate<C> term : terms) {
                if (term.test(context)) {
                    return true;
                }
            }
            return false;
        };
    }

    @Override
    public Predicate<C> not(Not node) {
        return test(node.term()).negate();
    }

    @Override
    public Predicate<C> comparison(Comparison node) {
        Bound<C> operand = binder.apply(node.left());
        Operator operator = node.operator();
        if (operator == Operator.LIKE) {
            return like(operand, node.right());
        }
        boolean distance =
                node.left() instanceof FunctionCall call && call.function().kind() == Kind.LOCATION;
        if (distance && (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL)) {
            throw new Refusal("MALFORMED_QUERY", "DISTANCE can only be compared with < and >");
        }
        Optional<Literals.Target> target = literals.target(operand, node.right());
        return switch (operator) {
            case EQUAL -> equal(operand, target);
            case NOT_EQUAL -> equal(operand, target).negate();
            default -> ordered(operand, operator, target);
        };
    }

    private Predicate<C> equal(Bound<C> operand, Optional<Literals.Target> target) {
        if (operand.kind() == ValueKind.BOOLEAN) {
            // A boolean is never null: "= null" means "= false", and so does a missing parent.
            boolean wanted = target.isPresent() && target.get().place(true) == 0;
            return context -> Boolean.TRUE.equals(operand.read(context)) == wanted;
        }
        if (target.isEmpty()) {
            return context -> operand.read(context) == null;
        }
        Literals.Target literal = target.get();
        return context -> {
            Object value = operand.read(context);
            return value != null && literal.place(value) == 0;
        };
    }

    private Predicate<C> ordered(Bound<C> operand, Operator operator, Optional<Literals.Target> target) {
        if (target.isEmpty()) {
            return context -> false;
        }
        Literals.Target literal = target.get();
        return context -> {
            Object value = operand.read(context);
            if (value == null) {
                return false;
            }
            int place = literal.place(value);
            return switch (operator) {
                case LESS -> place < 0;
                case LESS_OR_EQUAL -> place <= 0;
                case GREATER -> place > 0;
                default -> place >= 0;
            };
        };
    }

    private Predicate<C> like(Bound<C> operand, Value literal) {
        if (operand.kind() == ValueKind.ID) {
            throw new Refusal("INVALID_QUERY_FILTER_OPERATOR", "invalid operator on id field");
        }
        if (operand.kind() != ValueKind.TEXT) {
            throw new Refusal("INVALID_QUERY_FILTER_OPERATOR", "invalid operator");
        }
        String written = Literals.string(operand, literal);
        boolean exact = operand.caseSensitive();
        String pattern = exact ? written : Texts.fold(written);
        return context ->
                operand.read(context) instanceof String value && Texts.like(exact ? value : Texts.fold(value), pattern);
    }

    @Override
    public Predicate<C> inList(InList node) {
        Bound<C> operand = binder.apply(node.left());
        List<Literals.Target> targets = new ArrayList<>();
        boolean orNull = false;
        for (Value value : node.values()) {
            Optional<Literals.Target> target = literals.target(operand, value);
            target.ifPresent(targets::add);
            orNull |= target.isEmpty();
        }
        boolean matchesNull = orNull;
        Predicate<Object> among = operand.kind().isText() ? texts(operand, node.values()) : oneOf(targets);
        Predicate<C> in = context -> {
            Object value = operand.read(context);
            return value == null ? matchesNull : among.test(value);
        };
        return node.negated() ? in.negate() : in;
    }

    private static Predicate<Object> oneOf(List<Literals.Target> targets) {
        return value -> targets.stream().anyMatch(target -> target.place(value) == 0);
    }

    /** Lists of texts and Ids may be thousands long, so they are looked up. */
    private static Predicate<Object> texts(Bound<?> operand, List<Value> values) {
        UnaryOperator<String> key =
                operand.kind() == ValueKind.ID || operand.caseSensitive() ? UnaryOperator.identity() : Texts::fold;
        Set<String> wanted = new HashSet<>();
        for (Value value : values) {
            if (!(value instanceof NullLiteral)) {
                String text = Literals.string(operand, value);
                wanted.add(key.apply(
                        operand.kind() == ValueKind.ID ? Ids.normalize(text).orElse(text) : text));
            }
        }
        return value -> wanted.contains(key.apply((String) value));
    }

    @Override
    public Predicate<C> inParameter(InParameter node) {
        throw new Refusal("MALFORMED_QUERY", "unexpected token: '?'");
    }

    @Override
    public Predicate<C> semiJoin(SemiJoin node) {
        return semiJoins.apply(node);
    }

    @Override
    public Predicate<C> includes(Includes node) {
        Bound<C> operand = binder.apply(node.left());
        if (operand.kind() != ValueKind.MULTIPICKLIST) {
            throw new Refusal("INVALID_QUERY_FILTER_OPERATOR", "includes/excludes only valid on multipicklist fields");
        }
        List<List<String>> wanted = new ArrayList<>();
        for (Value value : node.values()) {
            wanted.add(List.of(Texts.fold(Literals.string(operand, value)).split(";")));
        }
        Predicate<C> includes = context -> {
            if (!(operand.read(context) instanceof String text)) {
                return false;
            }
            List<String> chosen = Arrays.asList(Texts.fold(text).split(";"));
            return wanted.stream().anyMatch(chosen::containsAll);
        };
        return node.excludes() ? includes.negate() : includes;
    }
}
