package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.TimeLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.rows.combined.ValueOrder;
import org.soqljdbc.types.SfType;

/**
 * Shortens the lists of {@code NOT IN}. They cannot be cut, for a row must be in none of the parts: so as many values as
 * fit travel, and rows that have one of the others are left out here.
 *
 * @param query the query with shorter lists
 * @param tests what is left to test here
 */
record ExcludedValues(SoqlQuery query, List<Test> tests) {

    /** A row whose {@code operand} has one of the values is none. */
    record Test(Operand operand, List<Value> values) {

        /** What {@link ValueOrder#key} makes of the values. */
        Set<String> keys(ValueOrder order) throws SQLException {
            Set<String> keys = new HashSet<>();
            for (Value value : values) {
                keys.add(order.key(wireText(value)));
            }
            return keys;
        }
    }

    static ExcludedValues of(SoqlQuery query, int longest, OrgFacts org) throws SQLException {
        List<Condition> terms = new ArrayList<>(Conjunction.terms(query.where()));
        List<Test> tests = new ArrayList<>();
        int excess = SoqlWriter.write(query).length() - longest;
        for (int i = terms.size() - 1; i >= 0 && excess > 0; i--) {
            if (!(terms.get(i) instanceof Condition.InList list) || !isComparable(list, query, org)) {
                continue;
            }
            List<Value> kept = new ArrayList<>(list.values());
            List<Value> removed = new ArrayList<>();
            while (kept.size() > 1 && excess > 0) {
                Value last = kept.remove(kept.size() - 1);
                removed.add(last);
                excess -= SoqlWriter.write(last).length() + ", ".length();
            }
            terms.set(i, new Condition.InList(list.left(), true, kept));
            tests.add(new Test(list.left(), removed));
        }
        return new ExcludedValues(query.withWhere(Conjunction.of(terms)), tests);
    }

    private static boolean isComparable(Condition.InList list, SoqlQuery query, OrgFacts org) throws SQLException {
        if (!list.negated() || !(list.left() instanceof FieldPath)) {
            return false;
        }
        BoundColumn column = Operands.column(list.left(), query, org);
        SfType type = column.column().type();
        boolean plain = list.values().stream()
                .allMatch(value -> value instanceof NumberLiteral && type.isNumber()
                        || value instanceof DateLiteral && type == SfType.DATE
                        || value instanceof DateTimeLiteral && type == SfType.DATETIME
                        || value instanceof TimeLiteral && type == SfType.TIME
                        || value instanceof StringLiteral text
                                && type.isText()
                                && !text.value().isEmpty());
        return plain && type != SfType.MULTIPICKLIST && type != SfType.ANY_TYPE && !type.isJson();
    }

    /** The value as a reply spells it. */
    private static String wireText(Value value) {
        return value instanceof StringLiteral text ? text.value().strip() : SoqlWriter.write(value);
    }
}
