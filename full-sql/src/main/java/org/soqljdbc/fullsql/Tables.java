package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.bind.KnownObjects;
import org.soqljdbc.bind.PathResolver;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.views.InformationSchema;

/** The objects that one statement names, described when it first names them. */
final class Tables extends AbstractSchema {

    /** The one schema of an org. */
    static final String SCHEMA = "salesforce";

    /** Catalog, schema and table. */
    private static final int NAME_PARTS = 3;

    private final SqlText text;
    private final Catalog catalog;
    private final CompoundFields compoundFields;
    private final CallControl control;
    private final KnownObjects known = new KnownObjects();
    private final Map<String, OrgTable> byName = new HashMap<>();

    Tables(SqlText text, Catalog catalog, CompoundFields compoundFields, CallControl control) {
        this.text = text;
        this.catalog = catalog;
        this.compoundFields = compoundFields;
        this.control = control;
    }

    OrgTable of(TableReference.Table node) {
        List<Name> names = node.names();
        // An org has no catalogs, so any name does for one.
        Optional<String> schema = names.size() == 1
                ? Optional.empty()
                : Optional.of(names.get(names.size() - 2).text());
        if (names.size() <= NAME_PARTS
                && schema.filter(Catalog.VIEWS_SCHEMA::equalsIgnoreCase).isPresent()) {
            return view(node, names.get(names.size() - 1).text());
        }
        if (names.size() > NAME_PARTS || schema.isPresent() && !schema.get().equalsIgnoreCase(catalog.schema())) {
            throw Carried.at(
                    text,
                    node,
                    SqlState.NO_SUCH_TABLE,
                    "There is no schema '" + schema.orElse("") + "'; the objects of this statement are in "
                            + catalog.schema());
        }
        String name = names.get(names.size() - 1).text();
        OrgTable table = byName.get(name.toUpperCase(Locale.ROOT));
        if (table == null) {
            table = new OrgTable(described(node, name), compoundFields);
            byName.put(name.toUpperCase(Locale.ROOT), table);
            known.add(name, table.object());
        }
        return table;
    }

    /** Kept by its full name, since an object may have the bare one. */
    private OrgTable view(TableReference.Table node, String name) {
        SObject view = InformationSchema.object(name)
                .orElseThrow(() -> Carried.at(
                        text,
                        node,
                        SqlState.NO_SUCH_TABLE,
                        "There is no view '" + name + "' in " + Catalog.VIEWS_SCHEMA
                                + NearestName.hint(
                                        name,
                                        InformationSchema.tables().stream()
                                                .map(SObject::name)
                                                .toList())));
        return byName.computeIfAbsent(view.name().toUpperCase(Locale.ROOT), any -> new OrgTable(view, compoundFields));
    }

    private SObject described(Object node, String name) {
        try {
            return catalog.object(name, control);
        } catch (SQLException refused) {
            if (SqlState.NO_SUCH_TABLE.code().equals(refused.getSQLState())) {
                throw new Carried(SqlErrors.of(
                        SqlState.NO_SUCH_TABLE, Carried.place(text, node) + refused.getMessage(), refused));
            }
            throw new Carried(refused);
        }
    }

    /** The column of a table that one name, or a path of relationships, leads to. */
    SqlIdentifier column(Scope.Use use, List<String> names, Expression.Column node, SqlParserPos at) {
        if (use.table().isEmpty() || names.size() == 1) {
            use.table().ifPresent(table -> table.mention(names.get(0)));
            return new SqlIdentifier(List.of(use.alias(), String.join(".", names)), at);
        }
        OrgTable table = use.table().get();
        table.addPath(new FieldPath(names), resolved(table, names, node));
        return new SqlIdentifier(List.of(use.alias(), String.join(".", names)), at);
    }

    private PathResolver.Target resolved(OrgTable table, List<String> names, Expression.Column node) {
        PathResolver resolver = new PathResolver(known);
        try {
            PathResolver.Target target = resolver.resolve(table.object(), new FieldPath(names));
            while (!known.isComplete()) {
                known.load(catalog, control);
                target = resolver.resolve(table.object(), new FieldPath(names));
            }
            return target;
        } catch (PathResolver.NoSuchName wrong) {
            throw Carried.at(text, node, SqlState.NO_SUCH_COLUMN, wrong.getMessage());
        } catch (SQLException refused) {
            throw new Carried(refused);
        }
    }

    @Override
    protected Map<String, Table> getTableMap() {
        Map<String, Table> tables = new HashMap<>();
        byName.values().forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    /** Every field of the objects of the statement, for hints. */
    List<String> fieldNames() {
        return byName.values().stream()
                .flatMap(table -> table.object().fields().stream())
                .map(field -> field.name())
                .distinct()
                .toList();
    }

    List<SObject> objects() {
        return byName.values().stream().map(OrgTable::object).distinct().toList();
    }

    OrgTable named(String name) {
        return byName.values().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
