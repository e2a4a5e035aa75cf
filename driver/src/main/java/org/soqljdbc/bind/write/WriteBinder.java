package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.bind.sql.Places;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.http.CallControl;

/** Finds what the names of INSERT, UPSERT, UPDATE and DELETE mean. Costs describes only. */
public final class WriteBinder {

    private final SqlText text;
    private final Catalog catalog;

    public WriteBinder(SqlText text, Catalog catalog) {
        this.text = text;
        this.catalog = catalog;
    }

    // ---- INSERT and UPSERT ---------------------------------------------------------------------------------

    /** @throws SQLException 42S02, 42S22, 42501, 23502 or 42000, each before any call but describes */
    public BoundInsert insert(SqlStatement.Insert insert, CallControl control) throws SQLException {
        TargetTable table = TargetTable.of(text, insert.table(), catalog, control);
        WriteOperation operation = WriteOperation.of(WriteVerb.INSERT, table.object());
        Permissions.requireObject(table.object(), WriteVerb.INSERT);
        boolean defaults = insert.source().isEmpty();
        List<TargetColumn> columns = insert.columns().isEmpty() && !defaults
                ? unnamed(insert, table)
                : new TargetColumns(text, table, catalog).all(insert.columns(), control);
        Permissions.requireComplete(table.object(), columns);
        if (defaults) {
            return new BoundInsert(
                    table, operation, List.of(), List.of(new Expression.Row(List.of())), Optional.empty());
        }
        return rows(table, operation, columns, insert.source().get());
    }

    /** @throws SQLException 42000 if the key cannot be told; else as {@link #insert} */
    public BoundInsert upsert(SqlStatement.Upsert upsert, CallControl control) throws SQLException {
        TargetTable table = TargetTable.of(text, upsert.table(), catalog, control);
        Permissions.requireObject(table.object(), WriteVerb.UPSERT);
        TargetColumns finder = new TargetColumns(text, table, catalog);
        if (upsert.columns().isEmpty()) {
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR, Places.of(text, upsert.table()) + "UPSERT needs its columns named");
        }
        List<TargetColumn> columns = finder.all(upsert.columns(), control);
        TargetColumn key = upsert.on().isPresent()
                ? namedKey(upsert.on().get(), finder.one(upsert.on().get(), control), columns)
                : onlyKey(upsert, columns);
        WriteOperation operation = new WriteOperation(
                WriteVerb.UPSERT, table.object(), Optional.of(key.field().name()));
        return rows(table, operation, columns, upsert.source());
    }

    private TargetColumn namedKey(Expression.Column on, TargetColumn key, List<TargetColumn> columns)
            throws SQLException {
        Field field = key.field();
        if (key.parent().isPresent()
                || !field.externalId() && !field.idLookup() && !field.name().equals("Id")) {
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    Places.of(text, on) + key.label() + " is no external id, so rows cannot be found by it");
        }
        if (!columns.contains(key)) {
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    Places.of(text, on) + "The key " + key.label() + " must be among the columns that get values");
        }
        return key;
    }

    private TargetColumn onlyKey(SqlStatement.Upsert upsert, List<TargetColumn> columns) throws SQLException {
        List<TargetColumn> keys = columns.stream()
                .filter(column -> column.parent().isEmpty() && column.field().externalId())
                .toList();
        if (keys.isEmpty()) {
            keys = columns.stream()
                    .filter(column -> column.field().name().equals("Id"))
                    .toList();
        }
        if (keys.size() == 1) {
            return keys.get(0);
        }
        String named = keys.isEmpty()
                ? "none of the columns is an external id"
                : "several columns are external ids: "
                        + String.join(
                                ", ", keys.stream().map(TargetColumn::label).toList());
        throw SqlErrors.of(
                SqlState.SYNTAX_ERROR,
                Places.of(text, upsert.table()) + "By which column are rows found? " + named
                        + "; say it by ON column at the end");
    }

    /** Without a column list: pgjdbc's way, all columns in order, but only where their number leaves no doubt. */
    private List<TargetColumn> unnamed(SqlStatement.Insert insert, TargetTable table) throws SQLException {
        List<TargetColumn> createable = table.object().fields().stream()
                .filter(Field::createable)
                .map(field -> new TargetColumn(field.name(), field, Optional.empty()))
                .toList();
        Query source = insert.source().orElseThrow();
        boolean fits = source.body() instanceof QueryBody.Values values
                && values.rows().stream().allMatch(row -> row.elements().size() == createable.size());
        if (!fits) {
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    Places.of(text, insert.table()) + "Name the columns that get values, as in INSERT INTO "
                            + table.object().name() + " (...): the object has " + createable.size()
                            + " columns that can be set, in an order that changes with the org");
        }
        return createable;
    }

    private BoundInsert rows(TargetTable table, WriteOperation operation, List<TargetColumn> columns, Query source)
            throws SQLException {
        if (source.isPlain() && source.body() instanceof QueryBody.Values values) {
            for (Expression.Row row : values.rows()) {
                requireWidth(row, row.elements().size(), columns.size());
            }
            boolean constant = values.rows().stream()
                    .flatMap(row -> row.elements().stream())
                    .allMatch(item -> item instanceof Expression.Default || ConstantExpressions.isConstant(item));
            if (constant) {
                return new BoundInsert(table, operation, columns, values.rows(), Optional.empty());
            }
        } else {
            if (source.body() instanceof Select select
                    && select.items().stream().noneMatch(item -> item.expression() instanceof Expression.Star)) {
                requireWidth(select, select.items().size(), columns.size());
            }
            for (TargetColumn column : columns) {
                if (operation.key().filter(column.field().name()::equals).isEmpty()) {
                    Permissions.requireField(table.object(), column, operation.verb());
                }
            }
        }
        return new BoundInsert(table, operation, columns, List.of(), Optional.of(source));
    }

    /** @throws SQLException 42000 */
    private void requireWidth(Object node, int values, int columns) throws SQLException {
        if (values != columns) {
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    Places.of(text, node) + "There are " + columns + " columns and " + values + " values for them");
        }
    }

    // ---- UPDATE and DELETE ---------------------------------------------------------------------------------

    /** @throws SQLException 42S02, 42S22, 42501 or 42000, each before any call but describes */
    public BoundUpdate update(SqlStatement.Update update, CallControl control) throws SQLException {
        TargetTable table = TargetTable.of(text, update.table(), catalog, control);
        Permissions.requireObject(table.object(), WriteVerb.UPDATE);
        List<BoundUpdate.Assigned> assigned = assigned(update.assignments(), table, control);
        boolean queried = !update.from().isEmpty() || assigned.stream().anyMatch(BoundUpdate.Assigned::isQueried);
        Optional<IdCondition> ids =
                queried ? Optional.empty() : update.where().flatMap(where -> IdCondition.of(where, table));
        List<TableReference> from = new ArrayList<>();
        from.add(update.table());
        from.addAll(update.from());
        List<Expression> values = assigned.stream()
                .filter(BoundUpdate.Assigned::isQueried)
                .map(BoundUpdate.Assigned::expression)
                .toList();
        return new BoundUpdate(
                table,
                WriteOperation.of(WriteVerb.UPDATE, table.object()),
                assigned,
                ids,
                select(table, from, values, update.where()),
                !update.from().isEmpty());
    }

    /** @throws SQLException 42S02 or 42501 */
    public BoundUpdate delete(SqlStatement.Delete delete, CallControl control) throws SQLException {
        TargetTable table = TargetTable.of(text, delete.table(), catalog, control);
        Permissions.requireObject(table.object(), WriteVerb.DELETE);
        Optional<IdCondition> ids = delete.where().flatMap(where -> IdCondition.of(where, table));
        return new BoundUpdate(
                table,
                WriteOperation.of(WriteVerb.DELETE, table.object()),
                List.of(),
                ids,
                select(table, List.of(delete.table()), List.of(), delete.where()),
                false);
    }

    /** Each column with its value; {@code (a, b) = (1, 2)} taken apart. */
    List<BoundUpdate.Assigned> assigned(
            List<SqlStatement.Assignment> assignments, TargetTable table, CallControl control) throws SQLException {
        List<Expression.Column> columns = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (SqlStatement.Assignment assignment : assignments) {
            columns.addAll(assignment.columns());
            if (assignment.columns().size() == 1) {
                values.add(assignment.value());
            } else if (assignment.value() instanceof Expression.Row row) {
                requireWidth(row, row.elements().size(), assignment.columns().size());
                values.addAll(row.elements());
            } else {
                throw SqlErrors.of(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        Places.of(text, assignment.value()) + "Several columns cannot be set by one subquery;"
                                + " give each column a subquery of its own, or use UPDATE ... FROM");
            }
        }
        List<TargetColumn> targets = new TargetColumns(text, table, catalog).all(columns, control);
        List<BoundUpdate.Assigned> assigned = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Permissions.requireField(table.object(), targets.get(i), WriteVerb.UPDATE);
            assigned.add(new BoundUpdate.Assigned(targets.get(i), values.get(i)));
        }
        return assigned;
    }

    /** {@code SELECT table.Id, values FROM tables WHERE condition}. */
    private static Query select(
            TargetTable table, List<TableReference> from, List<Expression> values, Optional<Expression> where) {
        List<SelectItem> items = new ArrayList<>();
        items.add(new SelectItem(table.column("Id"), Optional.empty()));
        values.forEach(value -> items.add(new SelectItem(value, Optional.empty())));
        return Query.of(new Select(false, items, from, where, List.of(), Optional.empty(), List.of()));
    }
}
