package org.soqljdbc.exec.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/**
 * A query of which each row is one record of one object, and tells its Id, so that what is changed in a row can be written
 * back. It has one table, no DISTINCT, no groups, and selects the Id; beside fields of the object it may select anything,
 * which then cannot be changed.
 *
 * @param table the object's API name
 * @param columns of the query
 * @param idSlot which of them is the Id, from 0
 * @param own for each column whether it is a field of the object itself, and not of a parent, nor an expression
 */
public record EditableQuery(String table, List<Column> columns, int idSlot, List<Boolean> own) {

    public EditableQuery {
        columns = List.copyOf(columns);
        own = List.copyOf(own);
    }

    /**
     * Looks at a query; no I/O.
     *
     * @param text as it was prepared
     * @param columns of its rows
     * @return empty if its rows cannot be written back
     */
    public static Optional<EditableQuery> of(String text, List<Column> columns) {
        SqlStatement statement;
        try {
            statement = SqlReader.read(text).statement();
        } catch (SyntaxException soqlOnly) {
            return Optional.empty();
        }
        if (!(statement instanceof Query query)
                || !query.with().isEmpty()
                || !(query.body() instanceof Select select)
                || !isPlain(select)
                || !(select.from().get(0) instanceof TableReference.Table table)) {
            return Optional.empty();
        }
        List<Boolean> own = own(select.items(), table, columns.size());
        return IntStream.range(0, own.size())
                .filter(slot -> own.get(slot) && isId(columns.get(slot)))
                .boxed()
                .findFirst()
                .map(slot -> new EditableQuery(columns.get(slot).table(), columns, slot, own));
    }

    private static boolean isPlain(Select select) {
        return !select.distinct()
                && select.from().size() == 1
                && select.groupBy().isEmpty()
                && select.having().isEmpty();
    }

    private static boolean isId(Column column) {
        return column.type() == SfType.ID
                && column.name().equalsIgnoreCase("Id")
                && !column.table().isEmpty();
    }

    /** @return empty where it cannot be told which column an item became */
    private static List<Boolean> own(List<SelectItem> items, TableReference.Table table, int columns) {
        List<Boolean> own = new ArrayList<>();
        boolean stars = false;
        for (SelectItem item : items) {
            boolean star = isStar(item.expression());
            stars |= star;
            own.add(star || item.expression() instanceof Expression.Column column && isOwn(column.names(), table));
        }
        if (stars) {
            // A star became so many columns as the object has fields; that is clear while all items are its fields.
            boolean all = own.stream().allMatch(field -> field);
            return all ? IntStream.range(0, columns).mapToObj(slot -> true).toList() : List.of();
        }
        return own.size() == columns ? own : List.of();
    }

    private static boolean isStar(Expression item) {
        return item instanceof Expression.Star
                || item instanceof FunctionCall call && call.name().equalsIgnoreCase("FIELDS");
    }

    /** Whether what stands before a field's name is only the table's name or alias. */
    private static boolean isOwn(List<Name> names, TableReference.Table table) {
        List<Name> qualifier = names.subList(0, names.size() - 1);
        List<Name> called = table.alias().map(List::of).orElse(table.names());
        int skipped = called.size() - qualifier.size();
        return skipped >= 0
                && IntStream.range(0, qualifier.size())
                        .allMatch(at -> qualifier
                                .get(at)
                                .text()
                                .equalsIgnoreCase(called.get(skipped + at).text()));
    }

    /** {@code UPDATE table SET field = ?, ... WHERE Id = ?}. @param slots of own columns, in the order of the parameters */
    public String update(List<Integer> slots) {
        List<SqlStatement.Assignment> assignments = new ArrayList<>();
        for (int slot : slots) {
            assignments.add(
                    new SqlStatement.Assignment(List.of(field(slot)), new Expression.Parameter(assignments.size())));
        }
        return SqlWriter.write(new SqlStatement.Update(
                TableReference.Table.of(table), assignments, List.of(), byId(slots.size()), List.of()));
    }

    /** {@code INSERT INTO table (field, ...) VALUES (?, ...)}, or DEFAULT VALUES. */
    public String insert(List<Integer> slots) {
        List<Expression.Column> fields = slots.stream().map(this::field).toList();
        List<Expression> values = new ArrayList<>();
        for (int at = 0; at < slots.size(); at++) {
            values.add(new Expression.Parameter(at));
        }
        Optional<Query> source = slots.isEmpty()
                ? Optional.empty()
                : Optional.of(Query.of(new QueryBody.Values(List.of(new Expression.Row(values)))));
        return SqlWriter.write(new SqlStatement.Insert(TableReference.Table.of(table), fields, source, List.of()));
    }

    /** {@code DELETE FROM table WHERE Id = ?}. */
    public String delete() {
        return SqlWriter.write(new SqlStatement.Delete(TableReference.Table.of(table), byId(0), List.of()));
    }

    /** {@code SELECT field, ... FROM table WHERE Id = ?}: the own columns, in order. */
    public String select() {
        List<SelectItem> items = ownSlots().stream()
                .map(slot -> new SelectItem(field(slot), Optional.empty()))
                .toList();
        return SqlWriter.write(Query.of(new Select(
                false,
                items,
                List.of(TableReference.Table.of(table)),
                byId(0),
                List.of(),
                Optional.empty(),
                List.of())));
    }

    /** The slots of own columns, in order. */
    public List<Integer> ownSlots() {
        return IntStream.range(0, own.size()).filter(own::get).boxed().toList();
    }

    private Expression.Column field(int slot) {
        return new Expression.Column(Name.path(columns.get(slot).name()));
    }

    private static Optional<Expression> byId(int parameter) {
        return Optional.of(new Predicate.Comparison(
                new Expression.Column(Name.path("Id")),
                Predicate.Comparison.Operator.EQUAL,
                new Expression.Parameter(parameter)));
    }
}
