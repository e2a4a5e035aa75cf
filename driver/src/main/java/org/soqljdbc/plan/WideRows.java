package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.ApiLimits;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.catalog.ObjectRules;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.types.Column;

/** Reads rows in parts where one query cannot name all their fields, and joins the parts by Id. */
final class WideRows {

    /** Characters of fields that leave room for the Ids of as many rows as are asked for at a time. */
    private static final int LONGEST_LIST = 50_000;

    /** Characters of fields that are added because rows are ordered by them. */
    private static final int LONGEST_ORDER = 2_000;

    private WideRows() {}

    /** Fields in parts short enough. */
    static Optional<Plan> byLength(SoqlQuery query, BoundQuery bound, boolean includeDeleted, OrgFacts org)
            throws SQLException {
        SoqlQuery frame = query.withSelect(List.of(Operands.item(FieldPath.of("Id"))));
        int bare = SoqlWriter.write(frame.bare()).length();
        // The first part has the statement's conditions and order, the others the Ids of rows.
        int room = Math.max(
                LONGEST_LIST, ApiLimits.LONGEST_SOQL - SoqlWriter.write(frame).length() - LONGEST_ORDER);
        List<List<SelectItem>> groups = new ArrayList<>();
        List<SelectItem> group = new ArrayList<>();
        int used = 0;
        for (SelectItem item : query.select()) {
            List<SelectItem> withId = List.of(frame.select().get(0), item);
            int size = SoqlWriter.write(query.withSelect(withId).bare()).length() - bare;
            if (used > 0 && used + size > room) {
                groups.add(group);
                group = new ArrayList<>();
                used = 0;
                room = LONGEST_LIST;
            }
            group.add(item);
            used += size;
        }
        groups.add(group);
        return groups.size() < 2 ? Optional.empty() : of(query, bound, groups, includeDeleted, org);
    }

    /** Fields in two parts. */
    static Optional<Plan> halves(SoqlQuery query, BoundQuery bound, boolean includeDeleted, OrgFacts org)
            throws SQLException {
        List<SelectItem> select = query.select();
        int middle = select.size() / 2;
        List<List<SelectItem>> groups = List.of(select.subList(0, middle), select.subList(middle, select.size()));
        return of(query, bound, groups, includeDeleted, org);
    }

    /** Empty where rows have no Id, or items cannot be told apart (FIELDS) or kept (child subqueries). */
    private static Optional<Plan> of(
            SoqlQuery query, BoundQuery bound, List<List<SelectItem>> groups, boolean includeDeleted, OrgFacts org)
            throws SQLException {
        FieldPath key = ObjectRules.of(bound.root()).key();
        boolean separable = query.select().stream()
                .allMatch(item -> item instanceof SelectItem.Expression || item instanceof SelectItem.TypeOf);
        if (!separable || !key.equals(FieldPath.of("Id"))) {
            return Optional.empty();
        }
        List<Plan.Joined.Slot> slots = new ArrayList<>();
        List<Plan.Joined.Part> parts = new ArrayList<>();
        Operands.Widened first = part(query.withSelect(groups.get(0)), key, 0, slots, org);
        for (int i = 1; i < groups.size(); i++) {
            Operands.Widened part = part(query.withSelect(groups.get(i)).bare(), key, i, slots, org);
            parts.add(new Plan.Joined.Part(
                    part.query(),
                    part.bound(),
                    includeDeleted,
                    key,
                    part.slots().get(0)));
        }
        List<Column> columns = bound.columns().stream().map(BoundColumn::column).toList();
        Plan rows = Planner.rows(first.query(), first.bound(), includeDeleted, true, org);
        return Optional.of(new Plan.Joined(rows, first.slots().get(0), parts, columns, slots));
    }

    private static Operands.Widened part(
            SoqlQuery query, FieldPath key, int number, List<Plan.Joined.Slot> slots, OrgFacts org)
            throws SQLException {
        BoundQuery bound = org.bind(query);
        for (int i = 0; i < bound.columns().size(); i++) {
            slots.add(new Plan.Joined.Slot(number, i));
        }
        return Operands.with(List.of(key), query, bound, org).orElseThrow();
    }
}
