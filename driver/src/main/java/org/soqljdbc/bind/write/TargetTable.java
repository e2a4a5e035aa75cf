package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.sql.Places;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.http.CallControl;

/** The object a statement writes to, and what the statement calls it. */
public final class TargetTable {

    /** Catalog, schema and table. */
    private static final int NAME_PARTS = 3;

    private final TableReference.Table reference;
    private final SObject object;

    private TargetTable(TableReference.Table reference, SObject object) {
        this.reference = reference;
        this.object = object;
    }

    /**
     * Describes the object, if that was not done before.
     *
     * @throws SQLException 42S02 naming the nearest object, or the schema that there is not; 0A000 for new column names
     */
    public static TargetTable of(SqlText text, TableReference.Table table, Catalog catalog, CallControl control)
            throws SQLException {
        List<Name> names = table.names();
        if (!table.columns().isEmpty()) {
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    Places.of(text, table) + "The columns of a table that is written to cannot get new names");
        }
        if (names.size() > NAME_PARTS || names.size() > 1 && !isSchema(names.get(names.size() - 2))) {
            throw SqlErrors.of(
                    SqlState.NO_SUCH_TABLE,
                    Places.of(text, table) + "There is no schema '"
                            + names.get(names.size() - 2).text() + "'; tables are in schema " + Catalog.SCHEMA);
        }
        String name = names.get(names.size() - 1).text();
        try {
            return new TargetTable(table, catalog.object(name, control));
        } catch (SQLException refused) {
            if (!SqlState.NO_SUCH_TABLE.code().equals(refused.getSQLState())) {
                throw refused;
            }
            throw SqlErrors.of(
                    SqlState.NO_SUCH_TABLE, Places.of(text, table) + refused.getMessage(), refused.getCause());
        }
    }

    private static boolean isSchema(Name name) {
        return name.text().equalsIgnoreCase(Catalog.SCHEMA);
    }

    public SObject object() {
        return object;
    }

    /** As the statement has it, alias included. */
    public TableReference.Table reference() {
        return reference;
    }

    /** A column of the table under the one name that is surely its own among the tables of a query. */
    public Expression.Column column(String field) {
        Name table = reference
                .alias()
                .orElseGet(() -> reference.names().get(reference.names().size() - 1));
        return new Expression.Column(List.of(table, Name.of(field)));
    }

    /**
     * What is left of a column's names without the table's own: {@code Account.Name} is {@code Name} of table Account.
     *
     * @return the names themselves where the table does not stand before them
     */
    List<Name> withoutTable(List<Name> names) {
        for (int length = Math.min(NAME_PARTS, names.size() - 1); length > 0; length--) {
            List<Name> rest = names.subList(length, names.size());
            if (isCalled(names.subList(0, length)) && begins(rest)) {
                return rest;
            }
        }
        return names;
    }

    /** Whether a path can begin so: the table's name before it may as well be the relationship of that name. */
    private boolean begins(List<Name> path) {
        String first = path.get(0).text();
        return path.size() == 1
                ? object.field(first).isPresent()
                        || object.reference(reference.names().get(0).text()).isEmpty()
                : object.reference(first).isPresent();
    }

    private boolean isCalled(List<Name> qualifier) {
        Name last = qualifier.get(qualifier.size() - 1);
        Optional<Name> alias = reference.alias();
        if (alias.isPresent() && qualifier.size() == 1 && same(alias.get(), last)) {
            return true;
        }
        boolean schemaFits = qualifier.size() == 1 || isSchema(qualifier.get(qualifier.size() - 2));
        return schemaFits && last.text().equalsIgnoreCase(object.name());
    }

    private static boolean same(Name a, Name b) {
        return a.text().equalsIgnoreCase(b.text());
    }

    /** Whether an expression is this column of the table and nothing else. */
    boolean isColumn(Expression expression, String field) {
        if (!(expression instanceof Expression.Column column)) {
            return false;
        }
        List<Name> rest = withoutTable(column.names());
        return rest.size() == 1 && rest.get(0).text().equalsIgnoreCase(field);
    }
}
