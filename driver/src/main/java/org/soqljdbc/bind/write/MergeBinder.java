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
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Merge;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.http.CallControl;

/** Finds what a MERGE means: an upsert where it can be one, else a query for the rows of each branch. */
public final class MergeBinder {

    private final SqlText text;
    private final Catalog catalog;
    private final WriteBinder binder;

    public MergeBinder(SqlText text, Catalog catalog) {
        this.text = text;
        this.catalog = catalog;
        this.binder = new WriteBinder(text, catalog);
    }

    /** @throws SQLException 42S02, 42S22, 42501, 23502 or 42000, each before any call but describes */
    public BoundMerge merge(Merge merge, CallControl control) throws SQLException {
        TargetTable table = TargetTable.of(text, merge.target(), catalog, control);
        Optional<BoundInsert> upsert = upsert(merge, table, control);
        if (upsert.isPresent()) {
            return new BoundMerge(table, upsert, List.of());
        }
        List<BoundMerge.Branch> branches = new ArrayList<>();
        List<Expression> earlierMatched = new ArrayList<>();
        List<Expression> earlierUnmatched = new ArrayList<>();
        for (Merge.Branch branch : merge.branches()) {
            boolean matched = !(branch.action() instanceof Merge.Insert);
            List<Expression> earlier = matched ? earlierMatched : earlierUnmatched;
            branches.add(branch(merge, table, branch, earlier, control));
            earlier.add(branch.condition().orElse(new Literal.Bool(true)));
        }
        return new BoundMerge(table, Optional.empty(), branches);
    }

    // ---- as an upsert --------------------------------------------------------------------------------------

    private Optional<BoundInsert> upsert(Merge merge, TargetTable table, CallControl control) throws SQLException {
        Optional<Merge.Update> update = only(merge, Merge.Update.class);
        Optional<Merge.Insert> insert = only(merge, Merge.Insert.class);
        Optional<Key> key = key(merge, table);
        if (merge.branches().size() != 2 || update.isEmpty() || insert.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        TargetColumns finder = new TargetColumns(text, table, catalog);
        List<TargetColumn> columns = finder.all(insert.get().columns(), control);
        List<Expression> values = insert.get().values().elements();
        requireWidth(insert.get(), columns);
        MergeSource source = new MergeSource(merge.source());
        boolean keyIsSet = false;
        for (int i = 0; i < columns.size(); i++) {
            keyIsSet |= columns.get(i).field().equals(key.get().field())
                    && values.get(i).equals(key.get().value());
        }
        if (!keyIsSet
                || !values.stream().allMatch(source::owns)
                || !sameValues(update.get(), key.get(), columns, values, table, control)) {
            return Optional.empty();
        }
        Permissions.requireObject(table.object(), WriteVerb.UPSERT);
        Permissions.requireComplete(table.object(), columns);
        WriteOperation operation = new WriteOperation(
                WriteVerb.UPSERT, table.object(), Optional.of(key.get().field().name()));
        Optional<List<Expression.Row>> rows = source.rows(values);
        Optional<Query> query =
                rows.isPresent() ? Optional.empty() : Optional.of(select(values, List.of(merge.source()), List.of()));
        return Optional.of(new BoundInsert(table, operation, columns, rows.orElse(List.of()), query));
    }

    /** The field of the target that the condition finds rows by, and what of the source it equals. */
    private record Key(Field field, Expression value) {}

    private static Optional<Key> key(Merge merge, TargetTable table) {
        if (!(merge.on() instanceof Predicate.Comparison equality)
                || equality.operator() != Predicate.Comparison.Operator.EQUAL) {
            return Optional.empty();
        }
        MergeSource source = new MergeSource(merge.source());
        return key(equality.left(), equality.right(), source, table)
                .or(() -> key(equality.right(), equality.left(), source, table));
    }

    private static Optional<Key> key(Expression column, Expression value, MergeSource source, TargetTable table) {
        if (!source.owns(value) || source.owns(column)) {
            return Optional.empty();
        }
        return table.object().fields().stream()
                .filter(field -> field.externalId() && field.unique())
                .filter(field -> table.isColumn(column, field.name()))
                .map(field -> new Key(field, value))
                .findFirst();
    }

    /** The action of the only branch of a kind, if it has no condition. */
    private static <T extends Merge.Action> Optional<T> only(Merge merge, Class<T> kind) {
        List<Merge.Branch> branches = merge.branches().stream()
                .filter(branch -> kind.isInstance(branch.action()))
                .toList();
        return branches.size() == 1 && branches.get(0).condition().isEmpty()
                ? Optional.of(kind.cast(branches.get(0).action()))
                : Optional.empty();
    }

    /** Whether a row that is found is set to the same as a new one, but for the key, which it has. */
    private boolean sameValues(
            Merge.Update update,
            Key key,
            List<TargetColumn> columns,
            List<Expression> values,
            TargetTable table,
            CallControl control)
            throws SQLException {
        List<BoundUpdate.Assigned> assigned = binder.assigned(update.assignments(), table, control);
        for (BoundUpdate.Assigned one : assigned) {
            int at = columns.indexOf(one.column());
            if (at < 0 || !values.get(at).equals(one.expression())) {
                return false;
            }
        }
        long others = columns.stream()
                .filter(column -> !column.field().equals(key.field()))
                .count();
        long alsoSet = assigned.stream()
                .filter(one -> !one.column().field().equals(key.field()))
                .count();
        return others == alsoSet;
    }

    private void requireWidth(Merge.Insert insert, List<TargetColumn> columns) throws SQLException {
        int values = insert.values().elements().size();
        if (values != columns.size()) {
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    Places.of(text, insert.values()) + "There are " + columns.size() + " columns and " + values
                            + " values for them");
        }
    }

    // ---- branch by branch ----------------------------------------------------------------------------------

    private BoundMerge.Branch branch(
            Merge merge, TargetTable table, Merge.Branch branch, List<Expression> earlier, CallControl control)
            throws SQLException {
        List<Expression> where = new ArrayList<>();
        branch.condition().ifPresent(where::add);
        earlier.forEach(condition -> where.add(new Predicate.IsTruth(condition, true, Predicate.IsTruth.Truth.TRUE)));
        Expression id = table.column("Id");
        if (branch.action() instanceof Merge.Insert insert) {
            if (insert.columns().isEmpty()) {
                throw SqlErrors.of(
                        SqlState.SYNTAX_ERROR,
                        Places.of(text, insert.values()) + "INSERT of a MERGE needs its columns named");
            }
            Permissions.requireObject(table.object(), WriteVerb.INSERT);
            List<TargetColumn> columns = new TargetColumns(text, table, catalog).all(insert.columns(), control);
            requireWidth(insert, columns);
            Permissions.requireComplete(table.object(), columns);
            for (TargetColumn column : columns) {
                Permissions.requireField(table.object(), column, WriteVerb.INSERT);
            }
            where.add(0, new Predicate.IsNull(id, false));
            TableReference joined = new TableReference.Join(
                    merge.source(),
                    TableReference.Join.Kind.LEFT,
                    merge.target(),
                    false,
                    Optional.of(merge.on()),
                    List.of());
            Query rows = select(insert.values().elements(), List.of(joined), where);
            WriteOperation operation = WriteOperation.of(WriteVerb.INSERT, table.object());
            return new BoundMerge.Branch(
                    Optional.empty(),
                    Optional.of(new BoundInsert(table, operation, columns, List.of(), Optional.of(rows))));
        }
        WriteVerb verb = branch.action() instanceof Merge.Delete ? WriteVerb.DELETE : WriteVerb.UPDATE;
        Permissions.requireObject(table.object(), verb);
        List<BoundUpdate.Assigned> assigned = branch.action() instanceof Merge.Update update
                ? binder.assigned(update.assignments(), table, control)
                : List.of();
        List<Expression> values = new ArrayList<>();
        values.add(id);
        assigned.stream()
                .filter(BoundUpdate.Assigned::isQueried)
                .map(BoundUpdate.Assigned::expression)
                .forEach(values::add);
        TableReference joined = new TableReference.Join(
                merge.target(),
                TableReference.Join.Kind.INNER,
                merge.source(),
                false,
                Optional.of(merge.on()),
                List.of());
        BoundUpdate update = new BoundUpdate(
                table,
                WriteOperation.of(verb, table.object()),
                assigned,
                Optional.empty(),
                select(values, List.of(joined), where),
                true);
        return new BoundMerge.Branch(Optional.of(update), Optional.empty());
    }

    private static Query select(List<Expression> values, List<TableReference> from, List<Expression> where) {
        Optional<Expression> condition =
                where.size() < 2 ? where.stream().findFirst() : Optional.of(new Predicate.And(where));
        List<SelectItem> items = values.stream()
                .map(value -> new SelectItem(value, Optional.empty()))
                .toList();
        return Query.of(new Select(false, items, from, condition, List.of(), Optional.empty(), List.of()));
    }
}
