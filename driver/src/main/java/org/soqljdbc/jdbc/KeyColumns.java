package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.GeneratedKey;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Merge;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.jdbc.base.KeyRequest;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/**
 * The columns of generated keys. A write's reply tells the Id, and of an upsert whether the row was created; any other
 * column is asked for by a RETURNING clause.
 */
final class KeyColumns {

    /** What {@code {"Created"}} asks for: true for a row that an UPSERT or MERGE inserted, false for one it updated. */
    private static final String CREATED = "created";

    private record Known(Column column, Function<GeneratedKey, Object> value) {}

    private static final Map<String, Known> KNOWN = Map.of(
            "id",
            new Known(Column.of("Id", SfType.ID), GeneratedKey::id),
            CREATED,
            new Known(Column.of("Created", SfType.BOOLEAN), GeneratedKey::created));

    private KeyColumns() {}

    private static Optional<Known> known(String name) {
        return Optional.ofNullable(KNOWN.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the reply of the write tells all that is asked for. */
    static boolean areKnown(KeyRequest keys) {
        return keys.columns().stream().allMatch(name -> known(name).isPresent());
    }

    /** The keys as rows. @param request one of which {@link #areKnown} is true */
    static ListRows rows(KeyRequest request, List<GeneratedKey> keys) {
        List<String> names = request.columns().isEmpty() ? List.of("Id") : request.columns();
        List<Known> columns =
                names.stream().flatMap(name -> known(name).stream()).toList();
        List<Object[]> rows = new ArrayList<>(keys.size());
        for (GeneratedKey key : keys) {
            rows.add(columns.stream().map(column -> column.value().apply(key)).toArray());
        }
        return new ListRows(columns.stream().map(Known::column).toList(), rows);
    }

    /**
     * The statement that gives the columns asked for as rows.
     *
     * @return the text itself if it has a RETURNING clause already, or is no write
     * @throws SQLException 22023 for a name no quotes can hold; 0A000 for
     *     {@code Created} beside columns that must be read
     */
    static String withReturning(String sql, KeyRequest keys) throws SQLException {
        try {
            List<SelectItem> items = keys.columns().stream()
                    .map(name -> new SelectItem(
                            new Expression.Column(List.of(new Name(name, true))), Optional.<Name>empty()))
                    .toList();
            SqlStatement statement = SqlReader.read(sql).statement();
            SqlStatement returning = statement.accept(new Returning(items));
            if (returning == statement) {
                return sql;
            }
            requireReadable(keys);
            return SqlWriter.write(returning);
        } catch (SyntaxException refused) {
            // Nor is it a write then; whoever reads it next says what is wrong.
            return sql;
        } catch (IllegalArgumentException noName) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "One of the generated columns " + keys.columns() + " has no name that can be quoted",
                    noName);
        }
    }

    private static void requireReadable(KeyRequest keys) throws SQLException {
        if (keys.columns().stream().anyMatch(CREATED::equalsIgnoreCase)) {
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "The generated column Created can be asked for alone or with Id, but not with columns that must be"
                            + " read from the new rows");
        }
    }

    /** Adds the clause to a write that has none; every other statement stays the same object. */
    private record Returning(List<SelectItem> items) implements SqlStatement.Visitor<SqlStatement> {

        @Override
        public SqlStatement insert(SqlStatement.Insert node) {
            return node.returning().isEmpty()
                    ? new SqlStatement.Insert(node.table(), node.columns(), node.source(), items)
                    : node;
        }

        @Override
        public SqlStatement upsert(SqlStatement.Upsert node) {
            return node.returning().isEmpty()
                    ? new SqlStatement.Upsert(node.table(), node.columns(), node.source(), node.on(), items)
                    : node;
        }

        @Override
        public SqlStatement update(SqlStatement.Update node) {
            return node.returning().isEmpty()
                    ? new SqlStatement.Update(node.table(), node.assignments(), node.from(), node.where(), items)
                    : node;
        }

        @Override
        public SqlStatement delete(SqlStatement.Delete node) {
            return node.returning().isEmpty() ? new SqlStatement.Delete(node.table(), node.where(), items) : node;
        }

        @Override
        public SqlStatement merge(Merge node) {
            return node.returning().isEmpty()
                    ? new Merge(node.target(), node.source(), node.on(), node.branches(), items)
                    : node;
        }

        @Override
        public SqlStatement query(org.soqljdbc.grammar.sql.Query node) {
            return node;
        }

        @Override
        public SqlStatement setSession(SqlStatement.SetSession node) {
            return node;
        }

        @Override
        public SqlStatement call(SqlStatement.Call node) {
            return node;
        }

        @Override
        public SqlStatement explain(SqlStatement.Explain node) {
            return node;
        }
    }
}
