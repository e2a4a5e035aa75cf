package org.soqljdbc.views;

import static org.soqljdbc.views.ViewColumn.big;
import static org.soqljdbc.views.ViewColumn.flag;
import static org.soqljdbc.views.ViewColumn.name;
import static org.soqljdbc.views.ViewColumn.number;
import static org.soqljdbc.views.ViewColumn.text;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.LimitsApi;
import org.soqljdbc.catalog.ChildRelationship;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.RecordType;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.tables.DeleteRule;
import org.soqljdbc.tables.ForeignKey;

/** The views of what Salesforce has and the standard has not. */
final class OwnViews {

    static final List<View> ALL = List.of(
            View.described(
                    "picklist_values",
                    "Active values of picklists",
                    StandardViews.tableColumns(
                            name("column_name", "Name of the picklist"),
                            number("ordinal_position", "Place in the list, from 1"),
                            name("value", "The value, as rows hold it")),
                    OwnViews::picklistValues),
            View.described(
                    "record_types",
                    "Record types, as the user's profile has them",
                    StandardViews.tableColumns(
                            name("record_type_id", "Its Id"),
                            name("name", "Its label"),
                            text("developer_name", "Its API name"),
                            flag("is_active", "Whether it is in use"),
                            flag("is_available", "Whether the user may give it to records"),
                            flag("is_default", "Whether the user's new records have it"),
                            flag("is_master", "Whether it stands for none")),
                    OwnViews::recordTypes),
            View.described(
                    "relationships",
                    "References, and how SOQL follows them; one row for each table a reference may lead to",
                    StandardViews.tableColumns(
                            name("column_name", "Name of the reference"),
                            text("relationship_name", "What a path calls the parent"),
                            name("referenced_table_name", "Name of the parent's table"),
                            flag("is_polymorphic", "Whether the reference may lead to other tables too"),
                            name("delete_rule", "CASCADE, RESTRICT, SET NULL or NO ACTION, as far as the child tells")),
                    OwnViews::relationships),
            View.described(
                    "child_relationships",
                    "What subqueries of a table may name",
                    StandardViews.tableColumns(
                            name("relationship_name", "What a subquery calls the children"),
                            name("child_table_name", "Name of the children's table"),
                            name("child_column_name", "Their reference"),
                            name("delete_rule", "CASCADE, RESTRICT, SET NULL or NO ACTION")),
                    OwnViews::childRelationships),
            View.listed(
                    "api_limits",
                    "Limits of the org and what is left of them now; one call",
                    List.of(
                            name("name", "Name of the limit, such as DailyApiRequests"),
                            big("maximum", "What there is"),
                            big("remaining", "What is left"),
                            big("used", "What is used up")),
                    OwnViews::limits));

    private OwnViews() {}

    private static void picklistValues(ViewOrg org, String schema, SObject table, ViewRows rows) {
        for (Field field : table.fields()) {
            int position = 0;
            for (String value : field.picklistValues()) {
                position++;
                rows.add()
                        .with("table_schema", schema)
                        .with("table_name", table.name())
                        .with("column_name", field.name())
                        .with("ordinal_position", position)
                        .with("value", value);
            }
        }
    }

    private static void recordTypes(ViewOrg org, String schema, SObject table, ViewRows rows) {
        for (RecordType type : table.recordTypes()) {
            rows.add()
                    .with("table_schema", schema)
                    .with("table_name", table.name())
                    .with("record_type_id", type.id())
                    .with("name", type.name())
                    .with("developer_name", type.developerName())
                    .with("is_active", type.active())
                    .with("is_available", type.available())
                    .with("is_default", type.isDefault())
                    .with("is_master", type.master());
        }
    }

    private static void relationships(ViewOrg org, String schema, SObject table, ViewRows rows) throws SQLException {
        for (ForeignKey key : StandardViews.foreignKeys(org, table)) {
            Optional<Field> field = table.field(key.column());
            rows.add()
                    .with("table_schema", schema)
                    .with("table_name", table.name())
                    .with("column_name", key.column())
                    .with("relationship_name", field.map(Field::relationshipName))
                    .with("referenced_table_name", key.parent())
                    .with("is_polymorphic", field.map(Field::polymorphic))
                    .with("delete_rule", key.deleteRule().sql());
        }
    }

    private static void childRelationships(ViewOrg org, String schema, SObject table, ViewRows rows) {
        for (ChildRelationship child : table.children()) {
            if (!child.name().isEmpty()) {
                rows.add()
                        .with("table_schema", schema)
                        .with("table_name", table.name())
                        .with("relationship_name", child.name())
                        .with("child_table_name", child.childObject())
                        .with("child_column_name", child.field())
                        .with("delete_rule", DeleteRule.of(child).sql());
            }
        }
    }

    private static void limits(ViewOrg org, TableChoice chosen, ViewRows rows) throws SQLException {
        for (LimitsApi.ApiLimit limit : org.limits()) {
            rows.add()
                    .with("name", limit.name())
                    .with("maximum", limit.max())
                    .with("remaining", limit.remaining())
                    .with("used", limit.max() - limit.remaining());
        }
    }
}
