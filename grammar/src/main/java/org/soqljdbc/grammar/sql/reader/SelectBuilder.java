package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.GroupingElement;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.OrderItem;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes a SELECT and the lists that it shares with other clauses. */
final class SelectBuilder {

    private final Builders builders;

    SelectBuilder(Builders builders) {
        this.builders = builders;
    }

    Select select(SqlParser.SelectContext rule) throws SyntaxException {
        List<SelectItem> items = items(rule.selectItem());
        List<TableReference> from = builders.tables.references(rule.tableReference());
        List<Select.NamedWindow> windows = new ArrayList<>();
        for (SqlParser.NamedWindowContext window : rule.namedWindow()) {
            windows.add(builders.spans.note(
                    new Select.NamedWindow(builders.names.name(window.name()), builders.calls.window(window.window())),
                    window));
        }
        return builders.spans.note(
                new Select(
                        rule.DISTINCT() != null,
                        items,
                        from,
                        builders.expressions.optional(rule.where),
                        rule.groupBy() == null
                                ? List.of()
                                : grouping(rule.groupBy().groupingElement()),
                        builders.expressions.optional(rule.having),
                        windows),
                rule);
    }

    List<SelectItem> items(List<SqlParser.SelectItemContext> rules) throws SyntaxException {
        List<SelectItem> made = new ArrayList<>(rules.size());
        for (SqlParser.SelectItemContext rule : rules) {
            made.add(builders.spans.note(item(rule), rule));
        }
        return made;
    }

    private SelectItem item(SqlParser.SelectItemContext rule) throws SyntaxException {
        if (rule.STAR() != null) {
            return new SelectItem(
                    builders.spans.note(new Expression.Star(List.of()), rule.getStart()), Optional.empty());
        }
        if (rule.typeOf() != null) {
            return new SelectItem(builders.expressions.typeOf(rule.typeOf()), Optional.empty());
        }
        Optional<Expression.Star> star = star(rule);
        if (star.isPresent()) {
            return new SelectItem(builders.spans.note(star.get(), rule), Optional.empty());
        }
        Expression expression = builders.expressions.expression(rule.expression());
        Optional<Name> alias = Optional.empty();
        if (rule.name() != null) {
            alias = Optional.of(builders.names.name(rule.name()));
        } else if (rule.STRING() != null) {
            alias = Optional.of(builders.names.alias(rule.STRING().getSymbol()));
        }
        return new SelectItem(expression, alias);
    }

    /** {@code t.*}, if that is all the item says. */
    private Optional<Expression.Star> star(SqlParser.SelectItemContext rule) throws SyntaxException {
        if (rule.getChildCount() > 1 || rule.getStop().getType() != SqlParser.STAR) {
            return Optional.empty();
        }
        SqlParser.ColumnOrConstantContext path = rule.expression()
                .negation(0)
                .predicate()
                .operation(0)
                .signed(0)
                .primary()
                .columnOrConstant();
        return path != null && path.getStart() == rule.getStart() && path.getStop() == rule.getStop()
                ? Optional.of(new Expression.Star(builders.names.names(path.name())))
                : Optional.empty();
    }

    private List<GroupingElement> grouping(List<SqlParser.GroupingElementContext> rules) throws SyntaxException {
        List<GroupingElement> made = new ArrayList<>(rules.size());
        for (SqlParser.GroupingElementContext rule : rules) {
            builders.depth.enter(1, rule);
            made.add(builders.spans.note(grouping(rule), rule));
            builders.depth.leave(1);
        }
        return made;
    }

    private GroupingElement grouping(SqlParser.GroupingElementContext rule) throws SyntaxException {
        if (rule.kind != null) {
            List<Expression> expressions = builders.expressions.expressions(rule.expression());
            return rule.kind.getType() == SqlParser.ROLLUP
                    ? new GroupingElement.Rollup(expressions)
                    : new GroupingElement.Cube(expressions);
        }
        if (rule.SETS() != null) {
            return new GroupingElement.Sets(grouping(rule.groupingElement()));
        }
        return new GroupingElement.Plain(
                rule.expression().isEmpty()
                        ? builders.spans.note(new Expression.Row(List.of()), rule)
                        : builders.expressions.expression(rule.expression(0)));
    }

    List<OrderItem> orderBy(SqlParser.OrderByContext rule) throws SyntaxException {
        List<OrderItem> made = new ArrayList<>();
        if (rule != null) {
            for (SqlParser.OrderItemContext item : rule.orderItem()) {
                made.add(builders.spans.note(
                        new OrderItem(
                                builders.expressions.expression(item.expression()),
                                item.DESC() != null,
                                item.NULLS() == null ? Optional.empty() : Optional.of(item.LAST() != null)),
                        item));
            }
        }
        return made;
    }
}
