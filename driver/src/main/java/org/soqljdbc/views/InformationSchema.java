package org.soqljdbc.views;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.soqljdbc.api.LimitsApi;
import org.soqljdbc.bind.Columns;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.combined.Concatenation;
import org.soqljdbc.rows.combined.RowSource;
import org.soqljdbc.tables.TableFacts;
import org.soqljdbc.types.Column;

/**
 * The views of {@code information_schema}: tables whose rows are made here of what describe tells, in as few calls as the
 * condition on {@code table_name} allows. Safe for use by many threads.
 */
public final class InformationSchema {

    /** So many tables are described before the rows of the first are handed out: four calls' worth. */
    private static final int TABLES_AT_ONCE = 100;

    private static final List<View> VIEWS = Stream.concat(StandardViews.ALL.stream(), OwnViews.ALL.stream())
            .sorted(Comparator.comparing(View::name))
            .toList();

    private final Catalog catalog;
    private final LimitsApi limits;
    private final CompoundFields shown;

    /** @param shown which columns tables have, as getColumns tells */
    public InformationSchema(Catalog catalog, LimitsApi limits, CompoundFields shown) {
        this.catalog = catalog;
        this.limits = limits;
        this.shown = shown;
    }

    static List<View> views() {
        return VIEWS;
    }

    /** The views as tables, by their bare names, in the order of names. */
    public static List<SObject> tables() {
        return VIEWS.stream().map(view -> view.object(view.name())).toList();
    }

    /**
     * A view as an object that can be queried, named {@code information_schema.tables} and the like.
     *
     * @param name without the schema, in any case
     */
    public static Optional<SObject> object(String name) {
        return VIEWS.stream()
                .filter(view -> view.isCalled(name))
                .findFirst()
                .map(view -> view.object(view.qualifiedName()));
    }

    /** Whether a query asks one of the objects that {@link #object} gives. */
    public static boolean isAsked(SoqlQuery query) {
        return query.root().path().toString().startsWith(Catalog.VIEWS_SCHEMA + ".");
    }

    /**
     * The rows of a view.
     *
     * @param query asks for columns of a view by their names. Of its condition only what it says of {@code table_name} is
     *     heeded: rows for which it is not true may come, and whoever asks must check
     * @return a column for each select item
     */
    public RowStream scan(SoqlQuery query, CallControl control) throws SQLException {
        String name = query.root().path().toString();
        View view = VIEWS.stream()
                .filter(each -> each.qualifiedName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no view " + name));
        return rows(view, asked(view, query), query.where(), control);
    }

    private static List<Column> asked(View view, SoqlQuery query) {
        SObject object = view.object(view.qualifiedName());
        List<Column> columns = new ArrayList<>();
        for (SelectItem item : query.select()) {
            if (!(item instanceof SelectItem.Expression expression && expression.operand() instanceof FieldPath path)) {
                throw new IllegalArgumentException("not a column of a view: " + item);
            }
            String label = path.toString();
            columns.add(object.field(label)
                    .map(field -> Columns.ofField(label, object.name(), field, false))
                    .orElseThrow());
        }
        return columns;
    }

    private RowStream rows(View view, List<Column> asked, Optional<Condition> condition, CallControl control)
            throws SQLException {
        ViewOrg org = new ViewOrg(catalog, limits, shown, control);
        TableChoice chosen = TableChoice.of(condition);
        List<RowSource> parts = new ArrayList<>();
        parts.add(() -> first(view, asked, org, chosen));
        if (view.ofTable().isPresent()) {
            List<String> names = described(org, chosen);
            for (int from = 0; from < names.size(); from += TABLES_AT_ONCE) {
                List<String> some = names.subList(from, Math.min(names.size(), from + TABLES_AT_ONCE));
                parts.add(() -> ofTables(view.ofTable().get(), asked, org, some));
            }
        }
        return new Concatenation(parts);
    }

    private static RowStream first(View view, List<Column> asked, ViewOrg org, TableChoice chosen) throws SQLException {
        ViewRows rows = new ViewRows(asked);
        view.first().add(org, chosen, rows);
        if (view.ofTable().isPresent()) {
            for (SObject each : tables()) {
                if (chosen.may().test(each.name())) {
                    view.ofTable().get().add(org, Catalog.VIEWS_SCHEMA, each, rows);
                }
            }
        }
        return rows.open();
    }

    private static RowStream ofTables(View.OfTable maker, List<Column> asked, ViewOrg org, List<String> names)
            throws SQLException {
        ViewRows rows = new ViewRows(asked);
        for (SObject table : org.catalog().objects(names, org.control()).values()) {
            if (TableFacts.isTable(table.summary())) {
                maker.add(org, Catalog.SCHEMA, table, rows);
            }
        }
        return rows.open();
    }

    /** Names that the condition gives need no list of objects; one that is no object's is refused by describe. */
    private static List<String> described(ViewOrg org, TableChoice chosen) throws SQLException {
        Optional<Set<String>> names = chosen.names();
        if (names.isPresent()) {
            return names.get().stream()
                    .filter(chosen.may())
                    .filter(name -> VIEWS.stream().noneMatch(view -> view.isCalled(name)))
                    .toList();
        }
        return org.tables().stream()
                .map(ObjectSummary::name)
                .filter(chosen.may())
                .sorted()
                .toList();
    }
}
