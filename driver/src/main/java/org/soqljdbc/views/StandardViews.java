package org.soqljdbc.views;

import static org.soqljdbc.views.ViewColumn.name;
import static org.soqljdbc.views.ViewColumn.number;
import static org.soqljdbc.views.ViewColumn.text;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.tables.FieldFacts;
import org.soqljdbc.tables.ForeignKey;
import org.soqljdbc.tables.KeyNames;
import org.soqljdbc.tables.Keys;
import org.soqljdbc.tables.TableFacts;
import org.soqljdbc.types.SqlType;

/**
 * The views that the standard has (ISO/IEC 9075-11, "Information Schema"), with those of its columns that mean something
 * here, and after them a few of our own.
 */
final class StandardViews {

    private static final int RADIX = 10;

    static final List<View> ALL = List.of(
            View.listed("schemata", "Schemas", schemataColumns(), StandardViews::schemata),
            View.listed("tables", "Tables and views", tablesColumns(), StandardViews::tables),
            View.described("columns", "Columns of tables and views", columnsColumns(), StandardViews::columns),
            View.described("table_constraints", "Keys of tables", constraintsColumns(), StandardViews::constraints),
            View.described(
                    "constraints",
                    "The same as table_constraints: Liquibase asks for it by this name",
                    constraintsColumns(),
                    StandardViews::constraints),
            View.described("key_column_usage", "Columns of keys", usageColumns(), StandardViews::usage),
            View.described(
                    "referential_constraints",
                    "Foreign keys and the keys they refer to",
                    referencesColumns(),
                    StandardViews::references));

    private StandardViews() {}

    private static List<ViewColumn> with(List<ViewColumn> first, ViewColumn... more) {
        List<ViewColumn> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    static List<ViewColumn> tableColumns(ViewColumn... more) {
        return with(
                List.of(
                        text("table_catalog", "Always null: there are no catalogs"),
                        name("table_schema", "Schema of the table"),
                        name(View.TABLE_NAME, "Name of the table; a condition on it limits what is described")),
                more);
    }

    private static List<ViewColumn> keyColumns(ViewColumn... more) {
        return with(
                List.of(
                        text("constraint_catalog", "Always null: there are no catalogs"),
                        name("constraint_schema", "Schema of the key"),
                        name("constraint_name", "Name of the key")),
                more);
    }

    // ---- schemata ------------------------------------------------------------------------------------------

    private static List<ViewColumn> schemataColumns() {
        return List.of(
                text("catalog_name", "Always null: there are no catalogs"),
                name("schema_name", "Name of the schema"),
                text("schema_owner", "Always null"),
                text("default_character_set_name", "Always UTF8"));
    }

    private static void schemata(ViewOrg org, TableChoice chosen, ViewRows rows) {
        for (String schema : List.of(Catalog.VIEWS_SCHEMA, Catalog.SCHEMA)) {
            rows.add().with("schema_name", schema).with("default_character_set_name", "UTF8");
        }
    }

    // ---- tables --------------------------------------------------------------------------------------------

    private static List<ViewColumn> tablesColumns() {
        return tableColumns(
                name("table_type", "BASE TABLE, or SYSTEM VIEW for the views of information_schema"),
                name("is_insertable_into", "YES or NO: whether the user may insert"),
                text("label", "Label of the object"),
                text("label_plural", "Label of several"),
                text("kind", "What the object is in Salesforce, such as custom object"),
                text("key_prefix", "First three characters of its Ids"),
                ViewColumn.flag("is_custom", "Whether it was made in this org or by a package"),
                ViewColumn.flag("is_updatable", "Whether the user may update rows"),
                ViewColumn.flag("is_deletable", "Whether the user may delete rows"));
    }

    private static void tables(ViewOrg org, TableChoice chosen, ViewRows rows) throws SQLException {
        for (View view : InformationSchema.views()) {
            if (chosen.may().test(view.name())) {
                table(
                                rows,
                                Catalog.VIEWS_SCHEMA,
                                "SYSTEM VIEW",
                                view.object(view.name()).summary())
                        .with("kind", "view");
            }
        }
        for (ObjectSummary object : org.tables()) {
            if (chosen.may().test(object.name())) {
                table(rows, Catalog.SCHEMA, "BASE TABLE", object).with("kind", TableFacts.kind(object));
            }
        }
    }

    private static ViewRows.Row table(ViewRows rows, String schema, String type, ObjectSummary object) {
        return rows.add()
                .with("table_schema", schema)
                .with("table_name", object.name())
                .with("table_type", type)
                .yesOrNo("is_insertable_into", object.createable())
                .with("label", object.label())
                .with("label_plural", object.labelPlural())
                .with("key_prefix", object.keyPrefix())
                .with("is_custom", object.custom())
                .with("is_updatable", object.updateable())
                .with("is_deletable", object.deletable());
    }

    // ---- columns -------------------------------------------------------------------------------------------

    private static List<ViewColumn> columnsColumns() {
        return tableColumns(
                name("column_name", "Name of the column"),
                number("ordinal_position", "Place in the table, from 1"),
                ViewColumn.longText("column_default", "Default value; text in quotes"),
                name("is_nullable", "YES or NO"),
                name("data_type", "TYPE_NAME of getColumns, such as VARCHAR"),
                number("character_maximum_length", "Characters of text"),
                number("character_octet_length", "Bytes of text"),
                number("numeric_precision", "Digits of a number"),
                number("numeric_precision_radix", "10 for numbers"),
                number("numeric_scale", "Digits after the point"),
                number("datetime_precision", "Digits after the second"),
                name("is_identity", "YES for auto numbers, else NO"),
                name("is_generated", "ALWAYS for calculated columns, else NEVER"),
                name("is_updatable", "YES or NO: whether the user may update it"),
                text("label", "Label of the field"),
                text("field_type", "Type of the field in Salesforce, such as picklist"),
                text("relationship_name", "What a path calls the parent that a reference leads to"),
                ViewColumn.longText("help_text", "Help text of the field"),
                ViewColumn.flag("is_createable", "Whether an INSERT may give it a value"),
                ViewColumn.flag("is_custom", "Whether it was made in this org or by a package"),
                ViewColumn.flag("is_unique", "Whether no two rows have the same value"),
                ViewColumn.flag("is_external_id", "Whether an UPSERT may find rows by it"),
                ViewColumn.longText("remarks", "REMARKS of getColumns"));
    }

    private static void columns(ViewOrg org, String schema, SObject table, ViewRows rows) {
        int position = 0;
        for (Field field : table.columns(org.shown())) {
            position++;
            FieldFacts facts = FieldFacts.of(table, field);
            boolean text = facts.sqlType().isText();
            boolean time = facts.sqlType() == SqlType.TIME || facts.sqlType() == SqlType.TIMESTAMP;
            boolean number = facts.sqlType().radix().isPresent();
            rows.add()
                    .with("table_schema", schema)
                    .with("table_name", table.name())
                    .with("column_name", field.name())
                    .with("ordinal_position", position)
                    .with("column_default", facts.defaultValue())
                    .yesOrNo("is_nullable", field.nillable())
                    .with("data_type", facts.sqlType().name())
                    .with("character_maximum_length", facts.size().filter(size -> text))
                    .with("character_octet_length", facts.octets())
                    .with("numeric_precision", facts.size().filter(size -> number))
                    .with("numeric_precision_radix", number ? RADIX : null)
                    .with("numeric_scale", facts.decimalDigits().filter(digits -> number))
                    .with("datetime_precision", facts.decimalDigits().filter(digits -> time))
                    .yesOrNo("is_identity", facts.autoIncrement())
                    .with("is_generated", field.calculated() ? "ALWAYS" : "NEVER")
                    .yesOrNo("is_updatable", field.updateable())
                    .with("label", field.label())
                    .with("field_type", field.typeName())
                    .with("relationship_name", field.relationshipName())
                    .with("help_text", field.help())
                    .with("is_createable", field.createable())
                    .with("is_custom", field.custom())
                    .with("is_unique", field.unique())
                    .with("is_external_id", field.externalId())
                    .with("remarks", facts.remarks());
        }
    }

    // ---- keys ----------------------------------------------------------------------------------------------

    private static List<ViewColumn> constraintsColumns() {
        return with(
                keyColumns(),
                with(
                                tableColumns(),
                                name("constraint_type", "PRIMARY KEY, UNIQUE or FOREIGN KEY"),
                                name("is_deferrable", "Always NO"),
                                name("initially_deferred", "Always NO"),
                                name("enforced", "Always YES"))
                        .toArray(new ViewColumn[0]));
    }

    private static void constraints(ViewOrg org, String schema, SObject table, ViewRows rows) throws SQLException {
        eachKey(
                org,
                schema,
                table,
                (key, column, type) -> keyRow(rows, schema, key, table)
                        .with("constraint_type", type)
                        .with("is_deferrable", "NO")
                        .with("initially_deferred", "NO")
                        .with("enforced", "YES"));
    }

    private static List<ViewColumn> usageColumns() {
        return with(
                keyColumns(),
                with(
                                tableColumns(),
                                name("column_name", "The key's one column"),
                                number("ordinal_position", "Always 1: every key has one column"),
                                number("position_in_unique_constraint", "1 for foreign keys"))
                        .toArray(new ViewColumn[0]));
    }

    private static void usage(ViewOrg org, String schema, SObject table, ViewRows rows) throws SQLException {
        eachKey(
                org,
                schema,
                table,
                (key, column, type) -> keyRow(rows, schema, key, table)
                        .with("column_name", column)
                        .with("ordinal_position", 1)
                        .with("position_in_unique_constraint", type.equals("FOREIGN KEY") ? 1 : null));
    }

    private static ViewRows.Row keyRow(ViewRows rows, String schema, String key, SObject table) {
        return rows.add()
                .with("constraint_schema", schema)
                .with("constraint_name", key)
                .with("table_schema", schema)
                .with("table_name", table.name());
    }

    private interface EachKey {
        void take(String key, String column, String type);
    }

    private static void eachKey(ViewOrg org, String schema, SObject table, EachKey each) throws SQLException {
        if (!schema.equals(Catalog.SCHEMA)) {
            return;
        }
        Keys.primary(table).ifPresent(id -> each.take(KeyNames.primaryKey(table.name()), id.name(), "PRIMARY KEY"));
        table.fields().stream()
                .filter(field -> field.unique() && !field.name().equals(KeyNames.ID))
                .forEach(field -> each.take(KeyNames.index(table.name(), field.name()), field.name(), "UNIQUE"));
        for (ForeignKey key : foreignKeys(org, table)) {
            each.take(key.name(), key.column(), "FOREIGN KEY");
        }
    }

    /** A table without references needs no list of tables. */
    static List<ForeignKey> foreignKeys(ViewOrg org, SObject table) throws SQLException {
        boolean refers =
                table.fields().stream().anyMatch(field -> !field.referenceTo().isEmpty());
        return refers ? Keys.imported(table, org.tableNames()) : List.of();
    }

    private static List<ViewColumn> referencesColumns() {
        return keyColumns(
                text("unique_constraint_catalog", "Always null: there are no catalogs"),
                name("unique_constraint_schema", "Schema of the key referred to"),
                name("unique_constraint_name", "Name of the key referred to"),
                name("match_option", "Always NONE"),
                name("update_rule", "Always NO ACTION: an Id never changes"),
                name("delete_rule", "CASCADE, RESTRICT, SET NULL or NO ACTION, as far as the referring table tells"),
                name(View.TABLE_NAME, "Name of the table that refers; a condition on it limits what is described"),
                name("referenced_table_name", "Name of the table referred to"));
    }

    private static void references(ViewOrg org, String schema, SObject table, ViewRows rows) throws SQLException {
        for (ForeignKey key : foreignKeys(org, table)) {
            rows.add()
                    .with("constraint_schema", schema)
                    .with("constraint_name", key.name())
                    .with("unique_constraint_schema", schema)
                    .with("unique_constraint_name", KeyNames.primaryKey(key.parent()))
                    .with("match_option", "NONE")
                    .with("update_rule", "NO ACTION")
                    .with("delete_rule", key.deleteRule().sql())
                    .with("table_name", table.name())
                    .with("referenced_table_name", key.parent());
        }
    }
}
