package org.soqljdbc.simulated.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.write.RowInput;
import org.soqljdbc.simulated.write.RowWriter;
import org.soqljdbc.simulated.write.WriteError;
import org.soqljdbc.simulated.write.WriteOptions;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Writes the rows of one ingest job, each for itself. */
final class RowLoader {

    /** What became of a row. @param id empty for a row that has none @param error as the results tell it */
    record Verdict(String id, boolean created, Optional<String> error) {}

    private final Schema schema;
    private final RowWriter writer;
    private CsvInput input;
    private IngestJob.Order order;
    private Optional<Field> key = Optional.empty();
    private final Map<String, Integer> uses = new HashMap<>();

    RowLoader(Schema schema, RowWriter writer) {
        this.schema = schema;
        this.writer = writer;
    }

    /** @throws BulkRefusal if the header does not fit the job */
    void begin(IngestJob.Order what, List<String> header) {
        order = what;
        input = new CsvInput(schema, what.type(), header);
        key = what.key()
                .map(name -> what.type()
                        .field(name)
                        .filter(field -> field.json().get("idLookup").booleanValue())
                        .orElseThrow(() -> new BulkRefusal("InvalidBatch", "Field name not found : " + name)));
        boolean onlyIds = header.size() == 1 && header.get(0).equalsIgnoreCase("Id");
        if (what.operation().toLowerCase(Locale.ROOT).endsWith("delete") && !onlyIds) {
            throw new BulkRefusal("InvalidBatch", "A job that deletes has the column Id only");
        }
    }

    /** Takes note of the rows of the next transaction: those that share a key will all fail. */
    void chunk(List<List<String>> rows) {
        uses.clear();
        for (List<String> row : rows) {
            key.map(field -> input.text(row, field))
                    .ifPresent(text -> uses.merge(text.toUpperCase(Locale.ROOT), 1, Integer::sum));
        }
    }

    Verdict load(List<String> row) {
        Optional<String> id = Optional.empty();
        try {
            RowInput record = input.read(row);
            id = record.id();
            Verdict verdict = switch (order.operation()) {
                case "insert" -> new Verdict(writer.insert(record, WriteOptions.USUAL), true, Optional.empty());
                case "update" -> updated(record);
                case "upsert" -> upserted(record, row);
                default -> deleted(record, order.operation().equals("hardDelete"));
            };
            writer.data().undo().commit();
            return verdict;
        } catch (WriteRefusal refusal) {
            return new Verdict(id.orElse(""), false, Optional.of(text(refusal.error())));
        }
    }

    private Verdict updated(RowInput record) {
        RowAddress row = find(order.type(), record.id());
        writer.update(row, record, WriteOptions.USUAL);
        return new Verdict(row.id(), false, Optional.empty());
    }

    private Verdict deleted(RowInput record, boolean forGood) {
        RowAddress row = find(order.type(), record.id());
        writer.delete(row, forGood);
        return new Verdict(row.id(), false, Optional.empty());
    }

    private Verdict upserted(RowInput record, List<String> row) {
        Field field = key.orElseThrow();
        if (field.type().equals("id")) {
            return record.id().isPresent()
                    ? updated(record)
                    : new Verdict(writer.insert(record, WriteOptions.USUAL), true, Optional.empty());
        }
        Object value = record.values().get(field);
        if (value == null) {
            throw WriteRefusal.of("MISSING_ARGUMENT", field.name() + " not specified");
        }
        if (uses.getOrDefault(input.text(row, field).toUpperCase(Locale.ROOT), 0) > 1) {
            throw WriteRefusal.of("DUPLICATE_VALUE", "Duplicate external id specified: " + value, field.name());
        }
        RowWriter.Upserted saved = writer.upsert(field, value, record.without(field), false, WriteOptions.USUAL);
        return new Verdict(saved.id(), saved.created(), Optional.empty());
    }

    private RowAddress find(SObjectType type, Optional<String> text) {
        String id = text.orElseThrow(() -> WriteRefusal.of("MISSING_ARGUMENT", "Id not specified"));
        return Ids.normalize(id)
                .filter(full -> full.startsWith(type.idPrefix()))
                .map(full -> writer.data()
                        .find(full)
                        .orElseThrow(
                                () -> WriteRefusal.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id")))
                .orElseThrow(
                        () -> WriteRefusal.of("MALFORMED_ID", "Record ID: id value of incorrect type: " + id, "Id"));
    }

    /** {@code CODE:message:fields --}, as recorded. */
    private static String text(WriteError error) {
        String fields = String.join(",", error.fields().orElse(List.of()));
        return error.code() + ":" + error.message() + ":" + (fields.isEmpty() ? "" : fields + " ") + "--";
    }
}
