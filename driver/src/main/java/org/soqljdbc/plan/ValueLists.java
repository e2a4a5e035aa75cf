package org.soqljdbc.plan;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.TimeLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.types.Fold;
import org.soqljdbc.types.SfType;

/**
 * Cuts the lists of values in a query's WHERE, so that several queries together find what one would, and no row twice.
 *
 * <p>Only a list that every row must be in can be cut: {@code f IN (...)} joined to the rest by AND. A row has one value,
 * so it is found by one part only, provided that values which Salesforce takes for equal stay in one part.
 */
final class ValueLists {

    private static final int ID_PREFIX = 15;
    private static final int ID_LENGTH = 18;

    /** An Id in a list, so that rounding makes no part more. */
    private static final int LONGEST_ID = ID_LENGTH + "'', ".length();

    private ValueLists() {}

    /**
     * Queries that are short enough.
     *
     * @param longest characters a query may have
     * @return several queries, or nothing where no list can be cut far enough
     */
    static Optional<List<SoqlQuery>> cut(SoqlQuery query, int longest, OrgFacts org) throws SQLException {
        List<SoqlQuery> parts = new ArrayList<>();
        return cut(query, longest, org, parts) ? Optional.of(parts) : Optional.empty();
    }

    private static boolean cut(SoqlQuery query, int longest, OrgFacts org, List<SoqlQuery> parts) throws SQLException {
        int length = SoqlWriter.write(query).length();
        if (length <= longest) {
            parts.add(query);
            return true;
        }
        List<Condition> terms = Conjunction.terms(query.where());
        int place = -1;
        int size = 0;
        for (int i = 0; i < terms.size(); i++) {
            Optional<Condition.InList> list = list(terms.get(i));
            if (list.isPresent() && isCuttable(list.get(), query, org)) {
                int own = SoqlWriter.write(terms.get(i)).length();
                if (own > size) {
                    place = i;
                    size = own;
                }
            }
        }
        if (place < 0) {
            return false;
        }
        Condition.InList list = list(terms.get(place)).orElseThrow();
        int frame = SoqlWriter.write(new Condition.InList(list.left(), false, List.of(new NullLiteral())))
                .length();
        int room = longest - (length - size) - frame;
        // Where the rest alone is too long, a half at a time: the next list is cut in turn.
        List<List<Value>> chunks = chunks(list.values(), room > frame ? room : size / 2);
        if (chunks.size() < 2) {
            return false;
        }
        for (List<Value> chunk : chunks) {
            List<Condition> others = new ArrayList<>(terms);
            others.set(place, new Condition.InList(list.left(), false, chunk));
            if (!cut(query.withWhere(Conjunction.of(others)), longest, org, parts)) {
                return false;
            }
        }
        return true;
    }

    /** The list a condition is; also {@code f = 'a' OR f = 'b' ...}, which many tools write for one. */
    private static Optional<Condition.InList> list(Condition condition) {
        if (condition instanceof Condition.InList list) {
            return list.negated() ? Optional.empty() : Optional.of(list);
        }
        if (!(condition instanceof Condition.Or or)) {
            return Optional.empty();
        }
        List<Value> values = new ArrayList<>();
        Operand left = null;
        for (Condition term : or.terms()) {
            Optional<Condition.InList> inner = term instanceof Condition.Comparison comparison
                            && comparison.operator() == Condition.Comparison.Operator.EQUAL
                    ? Optional.of(new Condition.InList(comparison.left(), false, List.of(comparison.right())))
                    : list(term);
            if (inner.isEmpty() || left != null && !left.equals(inner.get().left())) {
                return Optional.empty();
            }
            left = inner.get().left();
            values.addAll(inner.get().values());
        }
        return Optional.of(new Condition.InList(left, false, values));
    }

    /** Date constants and amounts with a currency name ranges that may overlap, and so may a multipicklist's values. */
    private static boolean isCuttable(Condition.InList list, SoqlQuery query, OrgFacts org) throws SQLException {
        boolean plain = list.values().stream()
                .allMatch(value -> value instanceof StringLiteral
                        || value instanceof NumberLiteral
                        || value instanceof BooleanLiteral
                        || value instanceof NullLiteral
                        || value instanceof DateLiteral
                        || value instanceof DateTimeLiteral
                        || value instanceof TimeLiteral);
        return plain
                && list.values().size() > 1
                && Operands.column(list.left(), query, org).column().type() != SfType.MULTIPICKLIST;
    }

    private static List<List<Value>> chunks(List<Value> values, int room) {
        Map<String, List<Value>> equal = new LinkedHashMap<>();
        for (Value value : values) {
            List<Value> same = equal.computeIfAbsent(key(value), any -> new ArrayList<>());
            if (!same.contains(value)) {
                same.add(value);
            }
        }
        int total = equal.values().stream().mapToInt(ValueLists::size).sum();
        // As few as can be, and all about as long, so that none has more than its share of pages.
        int parts = (total + room - 1) / room;
        int share = Math.min(room, (total + parts - 1) / parts + LONGEST_ID);
        List<List<Value>> chunks = new ArrayList<>();
        List<Value> chunk = new ArrayList<>();
        int used = 0;
        for (List<Value> same : equal.values()) {
            int size = size(same);
            if (used > 0 && used + size > share) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                used = 0;
            }
            chunk.addAll(same);
            used += size;
        }
        chunks.add(chunk);
        return chunks;
    }

    /** Characters of values in a list, with what stands between them. */
    private static int size(List<Value> values) {
        return values.stream()
                .mapToInt(value -> SoqlWriter.write(value).length() + ", ".length())
                .sum();
    }

    /** Equal for values that some field may take for equal; that others with equal keys differ does no harm. */
    private static String key(Value value) {
        if (value instanceof StringLiteral text) {
            String folded = Fold.fold(text.value().strip());
            boolean maybeId = folded.length() == ID_LENGTH;
            return "'" + (maybeId ? folded.substring(0, ID_PREFIX) : folded);
        }
        if (value instanceof NumberLiteral number) {
            return new BigDecimal(number.digits()).stripTrailingZeros().toString();
        }
        if (value instanceof DateTimeLiteral instant) {
            return instant.value().toInstant().toString();
        }
        // No value and empty text are the same to Salesforce, and so are no value and false.
        return value instanceof NullLiteral || value instanceof BooleanLiteral ? "'" : SoqlWriter.write(value);
    }
}
