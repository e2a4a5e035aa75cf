package org.soqljdbc.bind.sql;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.Value;

/** Puts queries of SOQL together. */
final class Soql {

    private Soql() {}

    /** {@code SELECT operands FROM object WHERE condition}. */
    static SoqlQuery select(List<? extends Operand> operands, String object, Optional<Condition> where) {
        List<SelectItem> items = operands.stream()
                .<SelectItem>map(operand -> new SelectItem.Expression(operand, Optional.empty()))
                .toList();
        return query(
                items,
                object,
                where,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static SoqlQuery query(
            List<SelectItem> items,
            String object,
            Optional<Condition> where,
            Optional<SoqlQuery.GroupBy> groupBy,
            Optional<Condition> having,
            List<SoqlQuery.OrderItem> orderBy,
            Optional<Value> limit,
            Optional<Value> offset) {
        return new SoqlQuery(
                items,
                List.of(new SoqlQuery.FromItem(FieldPath.of(object), Optional.empty())),
                Optional.empty(),
                where,
                List.of(),
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                List.of(),
                List.of(),
                List.of(),
                false);
    }
}
