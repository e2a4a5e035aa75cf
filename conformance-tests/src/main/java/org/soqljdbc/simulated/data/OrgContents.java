package org.soqljdbc.simulated.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Schema;

/** The rows as a test sees them, by name and without a call. Safe for many threads. */
public final class OrgContents {

    private final Schema schema;
    private final OrgData data;

    public OrgContents(Schema schema, OrgData data) {
        this.schema = schema;
        this.data = data;
    }

    /** The live rows of an object, each with every field by its name. */
    public List<Map<String, Object>> rows(String object) {
        return data.reading(() -> {
            Table table = table(object);
            IntUnaryOperator rowAt = table.visible(false);
            List<Map<String, Object>> rows = new ArrayList<>(table.size(false));
            for (int i = 0; i < table.size(false); i++) {
                rows.add(named(table, rowAt.applyAsInt(i)));
            }
            return rows;
        });
    }

    /** One record, deleted or not. */
    public Optional<Map<String, Object>> row(String id) {
        return data.reading(() -> data.find(id).map(row -> named(row.table(), row.row())));
    }

    /** The Ids of the records that have a value in a field, deleted ones too. */
    public List<String> ids(String object, String fieldName, Object value) {
        return data.reading(() -> {
            Table table = table(object);
            Field field = table.type().field(fieldName).orElseThrow();
            List<String> ids = new ArrayList<>();
            for (int row : table.rows(field, value)) {
                ids.add(table.id(row));
            }
            return ids;
        });
    }

    /** Gives every object the rows it began with. */
    public void restore() {
        data.writing(() -> {
            data.restore();
            return null;
        });
    }

    private Table table(String object) {
        return data.table(schema.type(object).orElseThrow());
    }

    private static Map<String, Object> named(Table table, int row) {
        Map<String, Object> values = new LinkedHashMap<>();
        table.type().fields().forEach(field -> values.put(field.name(), table.value(row, field.column())));
        return values;
    }
}
