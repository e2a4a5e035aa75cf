package org.soqljdbc.simulated.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.write.RowInput;
import org.soqljdbc.simulated.write.RowInput.ParentKey;
import org.soqljdbc.simulated.write.TextInput;

/**
 * Reads records from the rows of a CSV, by its header: {@code Name}, {@code Rel.Ext__c} for a parent's external id,
 * {@code Type:Rel.Ext__c} where the parent's object must be named.
 */
final class CsvInput {

    /** Empty values say nothing, this text says null (Bulk API 2.0, "Valid CSV Record Rows"). */
    private static final String NULL = "#N/A";

    /** A column. @param parent the object and field of a parent's external id; empty for a field of the record */
    private record Column(String name, Field field, Optional<SObjectType> parent, Field key) {}

    private final SObjectType type;
    private final List<Column> columns = new ArrayList<>();

    /** @throws BulkRefusal InvalidBatch, which fails the job */
    CsvInput(Schema schema, SObjectType type, List<String> header) {
        this.type = type;
        for (String name : header) {
            columns.add(column(schema, name));
        }
    }

    private Column column(Schema schema, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            Field field = type.field(name).orElseThrow(() -> notFound(name));
            return new Column(name, field, Optional.empty(), field);
        }
        int colon = name.indexOf(':');
        Field reference = type.relationship(name.substring(colon + 1, dot)).orElseThrow(() -> notFound(name));
        // The prefix is a must for polymorphic fields and forbidden for others.
        if (reference.isPolymorphic() != colon >= 0) {
            throw notFound(name);
        }
        String parentName =
                colon >= 0 ? name.substring(0, colon) : reference.referenceTo().get(0);
        SObjectType parent = schema.type(parentName)
                .filter(found -> reference.referenceTo().contains(found.name()))
                .orElseThrow(() -> notFound(name));
        Field key = parent.field(name.substring(dot + 1))
                .filter(field -> field.json().get("idLookup").booleanValue())
                .orElseThrow(() -> notFound(name));
        return new Column(name, reference, Optional.of(parent), key);
    }

    private static BulkRefusal notFound(String name) {
        return new BulkRefusal("InvalidBatch", "Field name not found : " + name);
    }

    /** What a row has for a field of the record itself; empty where the column is missing. */
    String text(List<String> row, Field field) {
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            if (columns.get(i).field() == field && columns.get(i).parent().isEmpty()) {
                return row.get(i);
            }
        }
        return "";
    }

    /**
     * The record of a row.
     *
     * @throws org.soqljdbc.simulated.write.WriteRefusal for a value that its field cannot hold
     */
    RowInput read(List<String> row) {
        Map<Field, Object> values = new LinkedHashMap<>();
        List<ParentKey> parents = new ArrayList<>();
        Optional<String> id = Optional.empty();
        for (int i = 0; i < columns.size() && i < row.size(); i++) {
            Column column = columns.get(i);
            String text = row.get(i);
            if (text.isEmpty()) {
                continue;
            }
            if (column.field().type().equals("id")) {
                id = Optional.of(text);
            } else if (text.equals(NULL)) {
                values.put(column.field(), null);
            } else if (column.parent().isPresent()) {
                Object key = TextInput.value(column.key(), text);
                parents.add(new ParentKey(column.field(), column.parent().get(), column.key(), key));
            } else {
                values.put(column.field(), TextInput.value(column.field(), text));
            }
        }
        return new RowInput(type, values, parents, id);
    }
}
