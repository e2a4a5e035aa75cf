package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.KnownObjects;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.rules.RuleViolation;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.GroupingElement;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.types.SfType;

/** One pass of translating one flat SELECT with the objects known so far. */
final class SelectTranslation {

    private final FlatSelect select;
    private final SqlText text;
    private final KnownObjects objects;
    private final Values values;
    private final CompoundFields compoundFields;
    private final RowWindow window;

    SelectTranslation(
            FlatSelect select, SqlText text, KnownObjects objects, Values values, CompoundFields compoundFields) {
        this.select = select;
        this.text = text;
        this.objects = objects;
        this.values = values;
        this.compoundFields = compoundFields;
        this.window = RowWindow.of(select, values);
    }

    /** @return empty if an object is not known yet */
    Optional<Translation> translate() {
        if (select.from().isEmpty()) {
            return Optional.of(constants());
        }
        Optional<FromClause> from = FromClause.of(select.from(), select.where(), text, objects);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Operands operands = new Operands(text, from.get(), objects, values);
        SoqlItems soqlItems = new SoqlItems(from.get(), text, objects, values, compoundFields);
        SelectList list = new SelectList(from.get(), operands, values, text, compoundFields, soqlItems);
        boolean complete = true;
        for (org.soqljdbc.grammar.sql.SelectItem item : select.items()) {
            complete &= list.add(item);
        }
        if (!complete) {
            return Optional.empty();
        }
        try {
            return Optional.of(query(from.get(), operands, list));
        } catch (NotInSoql tooMuch) {
            throw list.slots().holdsChildren() ? tooMuch.besideChildren() : tooMuch;
        }
    }

    private Translation query(FromClause from, Operands operands, SelectList list) {
        Conditions conditions =
                new Conditions(operands, values, new SemiJoins(text, objects, values, from.conditions()));
        Filter where = Filter.and(List.of(from.required(), conditions.all(from.conditions())));
        Filter having = conditions.all(select.having());
        return query(from, operands, list, where, having);
    }

    /** Without FROM: one row of constants. */
    private Translation constants() {
        SelectList list = new SelectList(null, null, values, text, compoundFields, null);
        select.items().forEach(list::addConstant);
        Filter where = new Conditions(values).all(select.where());
        boolean row = !where.isNone() && window.holdsFirst();
        return new Translation(
                Optional.empty(), row ? Translation.Answered.ONE_ROW : Translation.Answered.NO_ROWS, list.outputs(), 0);
    }

    private Translation query(FromClause from, Operands operands, SelectList list, Filter where, Filter having) {
        String object = from.root().object().name();
        if (list.isRowCount() && select.groupBy().isEmpty() && select.having().isEmpty()) {
            return rowCount(object, list, where);
        }
        boolean grouped = select.isGrouped();
        if (select.distinct() && !grouped) {
            list.slots().requireGroupable(select);
        }
        Optional<SoqlQuery.GroupBy> groupBy = groupBy(operands, list, grouped);
        List<SoqlQuery.OrderItem> order = order(operands, list);
        boolean single = grouped && groupBy.isEmpty();
        if (single) {
            return aggregate(object, list, where, having);
        }
        SoqlQuery query = Soql.query(
                list.slots().items(groupBy.isPresent()),
                object,
                where.condition(),
                groupBy,
                having.condition(),
                order,
                window.soqlLimit(),
                window.soqlOffset());
        boolean none = where.isNone() || having.isNone() || window.isEmpty();
        return checked(
                query, none ? Translation.Answered.NO_ROWS : Translation.Answered.BY_QUERY, list, window.skippedHere());
    }

    /** An aggregate of all rows is one row, whatever LIMIT says short of none; without rows COUNT is 0 and others null. */
    private Translation aggregate(String object, SelectList list, Filter where, Filter having) {
        if (!select.having().isEmpty()) {
            throw new NotInSoql(select.having().get(0), "HAVING without GROUP BY");
        }
        list.requireIn(List.of());
        SoqlQuery query = Soql.query(
                list.slots().items(true),
                object,
                where.condition(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        if (having.isNone() || !window.holdsFirst()) {
            return checked(query, Translation.Answered.NO_ROWS, list, 0);
        }
        return where.isNone()
                ? new Translation(Optional.of(query), Translation.Answered.ONE_ROW, list.overNoRows(), 0)
                : checked(query, Translation.Answered.BY_QUERY, list, 0);
    }

    /** {@code SELECT COUNT(*)}: the cheapest query there is, whose answer holds no rows. */
    private Translation rowCount(String object, SelectList list, Filter where) {
        SoqlQuery query = Soql.query(
                List.of(new SelectItem.CountAll()),
                object,
                where.condition(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        if (!window.holdsFirst()) {
            return checked(query, Translation.Answered.NO_ROWS, list, 0);
        }
        return where.isNone()
                ? new Translation(Optional.of(query), Translation.Answered.ONE_ROW, list.overNoRows(), 0)
                : checked(query, Translation.Answered.BY_QUERY, list, 0);
    }

    /** What breaks a rule of SOQL although each part of it can be said: too many semi-joins, one under OR. */
    private Translation checked(SoqlQuery query, Translation.Answered answered, SelectList list, long skip) {
        List<RuleViolation> violations = SoqlRules.violations(query);
        if (!violations.isEmpty()) {
            throw new NotInSoql(select, violations.get(0).message());
        }
        return new Translation(Optional.of(query), answered, list.outputs(), skip);
    }

    // ---- GROUP BY, ORDER BY, LIMIT -------------------------------------------------------------------------

    private Optional<SoqlQuery.GroupBy> groupBy(Operands operands, SelectList list, boolean grouped) {
        if (select.distinct() && !grouped) {
            return Optional.of(new SoqlQuery.GroupBy(
                    SoqlQuery.GroupBy.Kind.PLAIN, list.slots().operands()));
        }
        if (select.distinct()) {
            throw new NotInSoql(select, "DISTINCT of groups");
        }
        if (select.groupBy().isEmpty()) {
            return Optional.empty();
        }
        SoqlQuery.GroupBy.Kind kind = SoqlQuery.GroupBy.Kind.PLAIN;
        List<Expression> expressions = new ArrayList<>();
        for (GroupingElement element : select.groupBy()) {
            if (element instanceof GroupingElement.Plain plain) {
                expressions.add(plain.expression());
            } else if (select.groupBy().size() == 1 && element instanceof GroupingElement.Rollup rollup) {
                kind = SoqlQuery.GroupBy.Kind.ROLLUP;
                expressions.addAll(rollup.expressions());
            } else if (select.groupBy().size() == 1 && element instanceof GroupingElement.Cube cube) {
                kind = SoqlQuery.GroupBy.Kind.CUBE;
                expressions.addAll(cube.expressions());
            } else {
                throw new NotInSoql(element, "GROUPING SETS, or ROLLUP beside other columns");
            }
        }
        List<Operand> items = new ArrayList<>();
        for (Expression expression : expressions) {
            // Here a column comes before an alias, as SQL has it; in ORDER BY an alias does.
            boolean column = expression instanceof Expression.Column name && !operands.isNoColumn(name);
            Operands.Resolved operand =
                    column ? operands.of(expression) : list.named(expression).orElseGet(() -> operands.of(expression));
            operand.field().filter(field -> !field.groupable()).ifPresent(field -> {
                throw new NotInSoql(expression, "GROUP BY " + field.name() + ", by which Salesforce cannot group");
            });
            if (!items.contains(operand.operand())) {
                items.add(operand.operand());
            }
        }
        list.requireIn(items);
        return Optional.of(new SoqlQuery.GroupBy(kind, items));
    }

    private List<SoqlQuery.OrderItem> order(Operands operands, SelectList list) {
        List<SoqlQuery.OrderItem> order = new ArrayList<>();
        for (org.soqljdbc.grammar.sql.OrderItem item : select.orderBy()) {
            if (values.isConstant(item.expression()) && !(item.expression() instanceof Literal.Number)) {
                continue;
            }
            Operands.Resolved operand = list.named(item.expression()).orElseGet(() -> operands.of(item.expression()));
            operand.field().filter(field -> !field.sortable()).ifPresent(field -> {
                throw new NotInSoql(
                        item.expression(), "ORDER BY " + field.name() + ", by which Salesforce cannot sort");
            });
            boolean nullsLast = item.nullsLast().orElse(false);
            if (nullsLast && operand.ofParent()) {
                throw new NotInSoql(item.expression(), "NULLS LAST of a parent's field");
            }
            if (operand.column().type() == SfType.BOOLEAN && !operand.guards().isEmpty()) {
                // A missing parent's boolean sorts as false, not as null.
                throw new NotInSoql(item.expression(), "ORDER BY a boolean of a parent that may be missing");
            }
            if (select.distinct() && !list.slots().operands().contains(operand.operand())) {
                throw new Refused(SqlErrors.of(
                        SqlState.SYNTAX_ERROR,
                        Places.of(text, item.expression())
                                + "With SELECT DISTINCT, ORDER BY can only name what is selected"));
            }
            order.add(new SoqlQuery.OrderItem(
                    operand.operand(), item.descending(), nullsLast ? Optional.of(true) : Optional.empty()));
        }
        return order;
    }
}
