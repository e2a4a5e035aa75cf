package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.write.ReadBack;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.bind.sql.SqlTranslator;
import org.soqljdbc.bind.sql.Translation;
import org.soqljdbc.bind.write.TargetTable;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.SelectedColumns;
import org.soqljdbc.rows.PageRows;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.RowValues;

/** The query of one RETURNING clause: {@code SELECT Id, columns FROM table WHERE Id IN (...)}. */
final class Returning {

    /** An Id's first 15 characters tell it. */
    private static final int SHORT_ID = 15;

    private final SqlText text;
    private final TargetTable table;
    private final List<SelectItem> items;
    private final List<ParameterValue> parameters;
    private final WriteContext context;

    /** @param items one or more */
    Returning(
            SqlText text,
            TargetTable table,
            List<SelectItem> items,
            List<ParameterValue> parameters,
            WriteContext context) {
        this.text = text;
        this.table = table;
        this.items = items;
        this.parameters = parameters;
        this.context = context;
    }

    /** The columns the clause asks for. */
    List<Column> columns(CallControl control) throws SQLException {
        Translation translation = translate(List.of("000000000000000"), Optional.empty(), control);
        List<Column> columns = SelectedColumns.of(translation, Optional.of(bound(translation, control)));
        return columns.subList(1, columns.size());
    }

    private Query query(List<String> ids) {
        Expression.Column id = table.column("Id");
        List<SelectItem> selected = new ArrayList<>();
        selected.add(new SelectItem(id, Optional.empty()));
        selected.addAll(items);
        List<Expression> named = new ArrayList<>();
        ids.forEach(name -> named.add(new Literal.Text(name)));
        return Query.of(new Select(
                false,
                selected,
                List.<TableReference>of(table.reference()),
                Optional.of(new Predicate.InList(id, false, named)),
                List.of(),
                Optional.empty(),
                List.of()));
    }

    private Translation translate(List<String> ids, Optional<List<ParameterValue>> values, CallControl control)
            throws SQLException {
        return new SqlTranslator(
                        text, query(ids), context.catalog(), context.zone(), context.clock(), context.compoundFields())
                .translate(values, control);
    }

    private BoundQuery bound(Translation translation, CallControl control) throws SQLException {
        return Binder.bind(
                SoqlText.of(translation.query().orElseThrow(), text.parameterCount()), context.catalog(), control);
    }

    /**
     * The query as it travels with the write.
     *
     * @param ids of the rows, or references to rows that the same request inserts
     * @param first whether to read before the write
     * @param found takes the rows, by the first 15 characters of their Id
     */
    ReadBack readBack(List<String> ids, boolean first, Map<String, RowValues> found, CallControl control)
            throws SQLException {
        Translation translation = translate(ids, Optional.of(parameters), control);
        BoundQuery bound = bound(translation, control);
        List<Column> columns = SelectedColumns.of(translation, Optional.of(bound));
        List<Column> asked = bound.columns().stream().map(BoundColumn::column).toList();
        List<List<String>> paths =
                bound.columns().stream().map(BoundColumn::path).toList();
        return new ReadBack(SoqlWriter.write(bound.query()), first, page -> {
            PageRows rows = new PageRows(page, asked, paths);
            keep(SelectedColumns.over(translation, columns, rows), found);
        });
    }

    /** Asks the query by a call of its own. */
    Map<String, RowValues> read(List<String> ids, CallControl control) throws SQLException {
        Map<String, RowValues> found = new HashMap<>();
        if (!ids.isEmpty()) {
            RunOptions options = new RunOptions(0, 0, warning -> {});
            try (RowStream rows = context.queries().prepare(text, query(ids)).run(parameters, options, control)) {
                keep(rows, found);
            }
        }
        return found;
    }

    private static void keep(RowStream rows, Map<String, RowValues> found) throws SQLException {
        while (rows.advance()) {
            found.put(shortened(rows.textAt(0).toString()), rows.keep());
        }
    }

    static String shortened(String id) {
        return id.substring(0, SHORT_ID);
    }
}
