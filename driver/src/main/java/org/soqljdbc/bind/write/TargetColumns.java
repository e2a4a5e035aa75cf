package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.bind.sql.Places;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;

/** Finds the fields that the columns of a write mean. */
final class TargetColumns {

    private final SqlText text;
    private final TargetTable table;
    private final Catalog catalog;

    TargetColumns(SqlText text, TargetTable table, Catalog catalog) {
        this.text = text;
        this.table = table;
        this.catalog = catalog;
    }

    /** @throws SQLException 42S22 for one that is not there; 42000 for one that stands twice */
    List<TargetColumn> all(List<Expression.Column> columns, CallControl control) throws SQLException {
        List<TargetColumn> found = new ArrayList<>();
        Set<String> set = new HashSet<>();
        for (Expression.Column column : columns) {
            TargetColumn target = one(column, control);
            if (!set.add(target.field().name())) {
                throw SqlErrors.of(
                        SqlState.SYNTAX_ERROR,
                        Places.of(text, column) + "Column " + target.field().name() + " is set twice");
            }
            found.add(target);
        }
        return found;
    }

    /**
     * One column: a field, {@code Relationship.ExternalId__c}, or {@code Relationship.Object.ExternalId__c} where the
     * relationship may lead to several objects.
     */
    TargetColumn one(Expression.Column column, CallControl control) throws SQLException {
        List<Name> names = table.withoutTable(column.names());
        String first = names.get(0).text();
        if (names.size() == 1) {
            Field field = table.object().field(first).orElseThrow(() -> noSuchColumn(column, table.object(), first));
            return new TargetColumn(field.name(), field, Optional.empty());
        }
        Optional<Field> lookup = table.object().reference(first);
        if (lookup.isEmpty() || names.size() > 3) {
            throw SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN,
                    Places.of(text, column) + table.object().name() + " has no relationship '" + first
                            + "' to set through; a lookup is set by its Id or by its parent's external id, as in"
                            + " Relationship.External_Id__c");
        }
        return ofParent(column, names, lookup.get(), control);
    }

    private TargetColumn ofParent(Expression.Column column, List<Name> names, Field lookup, CallControl control)
            throws SQLException {
        String key = names.get(names.size() - 1).text();
        SObject parent = catalog.object(parentName(column, names, lookup), control);
        Field keyField = parent.field(key).orElseThrow(() -> noSuchColumn(column, parent, key));
        if (!keyField.externalId() && !keyField.idLookup()) {
            throw SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN,
                    Places.of(text, column) + parent.name() + "." + keyField.name()
                            + " is no external id, so no parent can be found by it; set " + lookup.name()
                            + " to the parent's Id");
        }
        String label = lookup.relationshipName() + "." + keyField.name();
        return new TargetColumn(
                label,
                lookup,
                Optional.of(new TargetColumn.Parent(
                        lookup.relationshipName(), parent.name(), lookup.polymorphic(), keyField)));
    }

    private String parentName(Expression.Column column, List<Name> names, Field lookup) throws SQLException {
        if (names.size() == 2) {
            if (!lookup.polymorphic()) {
                return lookup.referenceTo().get(0);
            }
            throw SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN,
                    Places.of(text, column) + lookup.relationshipName() + " leads to "
                            + String.join(", ", lookup.referenceTo()) + ": name the one meant, as in "
                            + lookup.relationshipName() + "."
                            + lookup.referenceTo().get(0) + "."
                            + names.get(1).text());
        }
        String object = names.get(1).text();
        return lookup.referenceTo().stream()
                .filter(target -> target.equalsIgnoreCase(object))
                .findFirst()
                .orElseThrow(() -> SqlErrors.of(
                        SqlState.NO_SUCH_COLUMN,
                        Places.of(text, column) + lookup.relationshipName() + " does not lead to '" + object + "'"
                                + NearestName.hint(object, lookup.referenceTo())));
    }

    private SQLException noSuchColumn(Expression.Column column, SObject object, String name) {
        List<String> names = object.fields().stream().map(Field::name).toList();
        return SqlErrors.of(
                SqlState.NO_SUCH_COLUMN,
                Places.of(text, column) + object.name() + " has no column '" + name + "'"
                        + NearestName.hint(name, names));
    }
}
