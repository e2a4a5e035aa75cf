package org.soqljdbc.plan;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.rows.combined.RowFilter;
import org.soqljdbc.rows.combined.ValueOrder;
import org.soqljdbc.types.Fold;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;

/**
 * Makes a test of a condition of HAVING, for groups that are made here. Logic has two values, as in SOQL: what is not
 * true of a null is false, and its negation true.
 */
final class LocalConditions implements Condition.Visitor<Optional<RowFilter.Test>> {

    /** Where an operand's value stands in a row. */
    record Place(int slot, SfType type, ValueOrder values) {}

    private final Function<Operand, Place> places;

    /** @param places where each operand of the conditions stands */
    LocalConditions(Function<Operand, Place> places) {
        this.places = places;
    }

    /** The test that all conditions are true; empty if one of them cannot be tested here. */
    Optional<RowFilter.Test> all(List<Condition> conditions) {
        return each(conditions).map(tests -> row -> {
            for (RowFilter.Test test : tests) {
                if (!test.passes(row)) {
                    return false;
                }
            }
            return true;
        });
    }

    private Optional<List<RowFilter.Test>> each(List<Condition> conditions) {
        List<RowFilter.Test> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<RowFilter.Test> test = condition.accept(this);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            tests.add(test.get());
        }
        return Optional.of(tests);
    }

    @Override
    public Optional<RowFilter.Test> and(Condition.And node) {
        return all(node.terms());
    }

    @Override
    public Optional<RowFilter.Test> or(Condition.Or node) {
        return each(node.terms()).map(tests -> row -> {
            for (RowFilter.Test test : tests) {
                if (test.passes(row)) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public Optional<RowFilter.Test> not(Condition.Not node) {
        return node.term().accept(this).map(LocalConditions::negated);
    }

    private static RowFilter.Test negated(RowFilter.Test test) {
        return row -> !test.passes(row);
    }

    @Override
    public Optional<RowFilter.Test> comparison(Condition.Comparison node) {
        return compared(places.apply(node.left()), node.operator(), node.right());
    }

    private static Optional<RowFilter.Test> compared(Place place, Condition.Comparison.Operator operator, Value value) {
        boolean nothing = value instanceof NullLiteral
                || value instanceof StringLiteral text && text.value().isEmpty();
        if (nothing) {
            return switch (operator) {
                case EQUAL -> Optional.of(row -> row.isNull(place.slot()));
                case NOT_EQUAL -> Optional.of(row -> !row.isNull(place.slot()));
                default -> Optional.empty();
            };
        }
        if (operator == Condition.Comparison.Operator.LIKE) {
            return value instanceof LikePattern like && place.type().isText()
                    ? Optional.of(liked(place, like))
                    : Optional.empty();
        }
        Optional<String> wire = wireText(place.type(), value);
        if (wire.isEmpty()) {
            return Optional.empty();
        }
        String other = wire.get();
        return switch (operator) {
            case EQUAL -> Optional.of(row -> isSame(place, row, other));
            case NOT_EQUAL -> Optional.of(row -> !isSame(place, row, other));
            case LESS -> Optional.of(row -> order(place, row, other).orElse(0) < 0);
            case LESS_OR_EQUAL -> Optional.of(row -> order(place, row, other).orElse(1) <= 0);
            case GREATER -> Optional.of(row -> order(place, row, other).orElse(0) > 0);
            case GREATER_OR_EQUAL -> Optional.of(row -> order(place, row, other).orElse(-1) >= 0);
            case LIKE -> Optional.empty();
        };
    }

    private static RowFilter.Test liked(Place place, LikePattern like) {
        StringBuilder regex = new StringBuilder();
        String pattern = Fold.fold(like.pattern());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (c == '%' || c == '_') {
                regex.append(c == '%' ? ".*" : ".");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        Pattern compiled = Pattern.compile(regex.toString(), Pattern.DOTALL);
        return row -> !row.isNull(place.slot())
                && compiled.matcher(Fold.fold(row.textAt(place.slot()).toString()))
                        .matches();
    }

    private static boolean isSame(Place place, RowValues row, String other) throws SQLException {
        return !row.isNull(place.slot())
                && place.values()
                        .key(row.textAt(place.slot()))
                        .equals(place.values().key(other));
    }

    /** Empty for a null, which is neither less nor greater than anything. */
    private static OptionalInt order(Place place, RowValues row, String other) throws SQLException {
        return row.isNull(place.slot())
                ? OptionalInt.empty()
                : OptionalInt.of(place.values().compare(row.textAt(place.slot()), other));
    }

    /** The literal as a reply would spell it; empty where it is not of the column's kind. */
    private static Optional<String> wireText(SfType type, Value value) {
        if (value instanceof NumberLiteral number && type.isNumber()) {
            return Optional.of(new BigDecimal(number.digits()).toPlainString());
        }
        if (value instanceof BooleanLiteral && type == SfType.BOOLEAN) {
            return Optional.of(SoqlWriter.write(value).toLowerCase(Locale.ROOT));
        }
        boolean fits = value instanceof DateLiteral && type == SfType.DATE
                || value instanceof DateTimeLiteral && type == SfType.DATETIME;
        if (fits) {
            return Optional.of(SoqlWriter.write(value));
        }
        return value instanceof StringLiteral text && type.isText() ? Optional.of(text.value()) : Optional.empty();
    }

    @Override
    public Optional<RowFilter.Test> inList(Condition.InList node) {
        List<Condition> equal = node.values().stream()
                .<Condition>map(
                        value -> new Condition.Comparison(node.left(), Condition.Comparison.Operator.EQUAL, value))
                .toList();
        Optional<RowFilter.Test> any = or(new Condition.Or(equal));
        return node.negated() ? any.map(LocalConditions::negated) : any;
    }

    @Override
    public Optional<RowFilter.Test> inParameter(Condition.InParameter node) {
        return Optional.empty();
    }

    @Override
    public Optional<RowFilter.Test> semiJoin(Condition.SemiJoin node) {
        return Optional.empty();
    }

    @Override
    public Optional<RowFilter.Test> includes(Condition.Includes node) {
        return Optional.empty();
    }
}
