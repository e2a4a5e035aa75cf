package org.soqljdbc.simulated.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.Page;
import org.soqljdbc.simulated.soql.Records;

/** The columns of a bulk query, and what Bulk API 2.0 does not read (Bulk API 2.0, "SOQL Considerations"). */
public final class QueryColumns {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Schema schema;
    private final List<List<String>> paths = new ArrayList<>();

    private QueryColumns(Schema schema) {
        this.schema = schema;
    }

    /**
     * The columns of a query that the engine already accepted.
     *
     * @throws BulkRefusal for what only the REST resource can read
     */
    static QueryColumns of(Schema schema, SoqlQuery query, SObjectType type) {
        QueryColumns columns = new QueryColumns(schema);
        if (type.storage() != SObjectType.Storage.ORDINARY && type.storage() != SObjectType.Storage.CUSTOM_METADATA) {
            throw new BulkRefusal("INVALIDENTITY", "Entity '" + type.name() + "' is not supported by the Bulk API.");
        }
        if (query.isAggregate() || query.groupBy().isPresent()) {
            throw unsupported("Aggregate functions and GROUP BY");
        }
        if (query.offset().isPresent()) {
            throw unsupported("OFFSET");
        }
        String alias = query.root().alias().orElse(type.name());
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.FieldSet set && set.kind() == SelectItem.FieldSet.Kind.STANDARD) {
                throw unsupported("FIELDS()");
            }
            if (!(item instanceof SelectItem.Expression expression)) {
                throw unsupported("A child subquery, TYPEOF or FIELDS()");
            }
            columns.add(type, alias, expression);
        }
        return columns;
    }

    /** The tree of a query that the engine already accepted. */
    static SoqlQuery parsed(String soql) {
        try {
            return SoqlReader.read(soql).query();
        } catch (SyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BulkRefusal unsupported(String what) {
        return new BulkRefusal("FUNCTIONALITY_NOT_ENABLED", what + " not supported in Bulk Query");
    }

    private void add(SObjectType type, String alias, SelectItem.Expression expression) {
        boolean call = expression.operand() instanceof FunctionCall;
        FieldPath path = call
                ? (FieldPath) ((FunctionCall) expression.operand())
                        .arguments().stream()
                                .filter(FieldPath.class::isInstance)
                                .findFirst()
                                .orElseThrow(() -> unsupported("A nested function"))
                : (FieldPath) expression.operand();
        List<String> names = new ArrayList<>(path.names());
        boolean qualified = names.size() > 1
                && (names.get(0).equalsIgnoreCase(alias) || names.get(0).equalsIgnoreCase(type.name()))
                && type.relationship(names.get(0)).isEmpty();
        List<String> canonical = canonical(type, qualified ? names.subList(1, names.size()) : names);
        // A conversion stands in the record itself, under its alias or the field's name.
        paths.add(call ? List.of(expression.alias().orElse(canonical.get(canonical.size() - 1))) : canonical);
    }

    private List<String> canonical(SObjectType root, List<String> names) {
        List<String> canonical = new ArrayList<>();
        SObjectType type = root;
        for (String name : names.subList(0, names.size() - 1)) {
            Field reference = type.relationship(name).orElseThrow();
            canonical.add(reference.relationshipName().orElseThrow());
            String target =
                    reference.isPolymorphic() ? "Name" : reference.referenceTo().get(0);
            type = schema.type(target).orElseThrow();
        }
        Field field = type.field(names.get(names.size() - 1)).orElseThrow();
        switch (field.type()) {
            case "address", "location" -> throw unsupported("Selecting compound data");
            case "base64" -> throw unsupported("Binary fields");
            default -> canonical.add(field.name());
        }
        return canonical;
    }

    List<String> header() {
        return paths.stream().map(path -> String.join(".", path)).toList();
    }

    /** The values of a record as the CSV has them: null and the empty text look alike, instants end in Z. */
    List<String> row(Records records, int index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            records.write(index, new Page(generator, "v67.0", 1, (rest, next) -> ""));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        try {
            JsonNode record = MAPPER.readTree(bytes.toByteArray());
            return paths.stream().map(path -> text(record, path)).toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String text(JsonNode record, List<String> path) {
        JsonNode node = record;
        for (String name : path) {
            node = node.path(name);
        }
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        String text = node.isContainerNode() ? node.toString() : node.asText();
        return text.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+\\+0000") ? text.replace("+0000", "Z") : text;
    }
}
