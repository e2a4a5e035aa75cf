package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.rows.combined.ValueOrder;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.Fold;

/** Fields that are needed here, whether the statement selects them or not. */
final class Operands {

    private Operands() {}

    /** What an operand of a query is. */
    static BoundColumn column(Operand operand, SoqlQuery query, OrgFacts org) throws SQLException {
        return org.bind(query.withSelect(List.of(item(operand))).bare())
                .columns()
                .get(0);
    }

    static SelectItem item(Operand operand) {
        return new SelectItem.Expression(operand, Optional.empty());
    }

    /** How the values of a column compare. */
    static ValueOrder values(Column column, OrgFacts org) throws SQLException {
        return ValueOrder.of(
                column, org.field(column).map(Field::picklistValues).orElse(List.of()));
    }

    /**
     * A query that selects some more.
     *
     * @param slots where each operand asked for stands among the columns
     */
    record Widened(SoqlQuery query, BoundQuery bound, List<Integer> slots) {}

    /**
     * The query with these fields at the end of its SELECT list, but for those it has.
     *
     * @return empty if one of them is no field, which could not be selected beside the others
     */
    static Optional<Widened> with(List<? extends Operand> operands, SoqlQuery query, BoundQuery bound, OrgFacts org)
            throws SQLException {
        List<SelectItem> select = new ArrayList<>(query.select());
        List<List<String>> paths = new ArrayList<>();
        bound.columns().forEach(column -> paths.add(folded(column)));
        List<Integer> slots = new ArrayList<>();
        for (Operand operand : operands) {
            int slot = select.size() == paths.size() ? selected(operand, select) : -1;
            if (slot < 0 && !(operand instanceof FieldPath)) {
                return Optional.empty();
            }
            if (slot < 0) {
                List<String> path = folded(column(operand, query, org));
                slot = paths.indexOf(path);
                if (slot < 0) {
                    slot = paths.size();
                    paths.add(path);
                    select.add(item(operand));
                }
            }
            slots.add(slot);
        }
        if (select.size() == query.select().size()) {
            return Optional.of(new Widened(query, bound, slots));
        }
        SoqlQuery wider = query.withSelect(select);
        return Optional.of(new Widened(wider, org.bind(wider), slots));
    }

    private static int selected(Operand operand, List<SelectItem> select) {
        for (int i = 0; i < select.size(); i++) {
            if (select.get(i) instanceof SelectItem.Expression item
                    && item.operand().equals(operand)) {
                return i;
            }
        }
        return -1;
    }

    /** The members that lead to an operand's value in a reply, in one case. */
    static List<String> path(Operand operand, SoqlQuery query, OrgFacts org) throws SQLException {
        return folded(column(operand, query, org));
    }

    private static List<String> folded(BoundColumn column) {
        return column.path().stream().map(Fold::fold).toList();
    }
}
