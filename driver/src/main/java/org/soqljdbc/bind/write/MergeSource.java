package org.soqljdbc.bind.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.TableReference;

/** What a MERGE takes its rows from. */
final class MergeSource {

    private final TableReference reference;

    MergeSource(TableReference reference) {
        this.reference = reference;
    }

    TableReference reference() {
        return reference;
    }

    /** The name before its columns; empty for a join, which has several. */
    private Optional<Name> name() {
        if (reference instanceof TableReference.Derived derived) {
            return derived.alias();
        }
        if (reference instanceof TableReference.Table table) {
            return table.alias()
                    .or(() -> Optional.of(table.names().get(table.names().size() - 1)));
        }
        return Optional.empty();
    }

    /** Whether every column in an expression is surely one of the source. */
    boolean owns(Expression expression) {
        if (expression instanceof Expression.Subquery || expression instanceof Expression.Default) {
            return false;
        }
        if (expression instanceof Expression.Column column) {
            Name first = column.names().get(0);
            return column.names().size() > 1
                    && name().filter(name -> name.text().equalsIgnoreCase(first.text()))
                            .isPresent();
        }
        return expression.children().stream().allMatch(this::owns);
    }

    /**
     * The values of some expressions for each row, where the rows stand in the statement: {@code (VALUES (..), (..)) AS
     * s(a, b)}, or a SELECT without FROM.
     *
     * @return empty if a query has to answer them
     */
    Optional<List<Expression.Row>> rows(List<Expression> expressions) {
        return reference instanceof TableReference.Derived derived
                ? written(derived).flatMap(rows -> picked(rows, names(derived), expressions))
                : Optional.empty();
    }

    private static Optional<List<Expression.Row>> written(TableReference.Derived derived) {
        Query query = derived.query();
        if (query.isPlain() && query.body() instanceof QueryBody.Values values) {
            return Optional.of(values.rows());
        }
        if (query.isPlain() && query.body() instanceof Select select && isConstant(select)) {
            return Optional.of(List.of(new Expression.Row(
                    select.items().stream().map(SelectItem::expression).toList())));
        }
        return Optional.empty();
    }

    private static boolean isConstant(Select select) {
        return select.from().isEmpty()
                && select.where().isEmpty()
                && select.groupBy().isEmpty();
    }

    private static List<String> names(TableReference.Derived derived) {
        if (!derived.columns().isEmpty()) {
            return derived.columns().stream().map(Name::text).toList();
        }
        if (derived.query().body() instanceof Select select) {
            return select.items().stream()
                    .map(item -> item.alias().map(Name::text).orElse(""))
                    .toList();
        }
        return List.of();
    }

    private static Optional<List<Expression.Row>> picked(
            List<Expression.Row> rows, List<String> names, List<Expression> expressions) {
        List<Expression.Row> picked = new ArrayList<>();
        for (Expression.Row row : rows) {
            List<Expression> values = new ArrayList<>();
            for (Expression expression : expressions) {
                Expression value = expression;
                if (expression instanceof Expression.Column column) {
                    int at = indexOf(names, column.names().get(column.names().size() - 1));
                    if (at < 0 || at >= row.elements().size()) {
                        return Optional.empty();
                    }
                    value = row.elements().get(at);
                }
                if (!ConstantExpressions.isConstant(value)) {
                    return Optional.empty();
                }
                values.add(value);
            }
            picked.add(new Expression.Row(values));
        }
        return Optional.of(picked);
    }

    private static int indexOf(List<String> names, Name wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(wanted.text())) {
                return i;
            }
        }
        return -1;
    }
}
