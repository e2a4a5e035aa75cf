package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.ParameterValue;

/** Makes records of rows of values, each value made to fit its column. */
public final class RecordMaker {

    private final WriteOperation operation;
    private final List<TargetColumn> columns;

    /** @param columns in the order in which values are given */
    RecordMaker(WriteOperation operation, List<TargetColumn> columns) {
        this.operation = operation;
        this.columns = List.copyOf(columns);
    }

    public WriteOperation operation() {
        return operation;
    }

    /**
     * A record to insert or upsert.
     *
     * @param values one for each column; empty for DEFAULT
     * @param row what messages call the row, such as {@code Row 2, }; may be empty
     * @throws SQLException 22xxx, 23502 or 42501 naming the row and the column
     */
    public WriteRecord create(List<Optional<ParameterValue>> values, String row) throws SQLException {
        List<FieldValue> set = new ArrayList<>(columns.size());
        for (int i = 0; i < values.size(); i++) {
            TargetColumn column = columns.get(i);
            WriteValue value = values.get(i).isPresent()
                    ? FieldValues.of(column.valueField(), values.get(i).get(), name(row, column))
                    : WriteValue.NULL;
            boolean byDefault = values.get(i).isEmpty();
            boolean writable = Permissions.takes(column.field(), operation.verb());
            boolean key = operation.key().filter(column.field().name()::equals).isPresent();
            if (key && value.isNull() && column.field().name().equals(column.label()) && !isId(column.field())) {
                throw nothing(row, column, "it is the key by which rows are found");
            }
            if (!writable && !key && !value.isNull()) {
                Permissions.requireField(operation.object(), column, operation.verb());
            }
            if (value.isNull() && (byDefault || writable)) {
                requireNullable(column, row, byDefault);
            }
            if (!byDefault && (writable || key)) {
                set.add(column.set(value));
            }
        }
        return WriteRecord.of(operation.object().name(), set);
    }

    /** A record to update. @param values one for each column; empty for DEFAULT */
    public WriteRecord update(String id, List<Optional<ParameterValue>> values, String row) throws SQLException {
        List<FieldValue> set = new ArrayList<>(columns.size());
        for (int i = 0; i < values.size(); i++) {
            set.add(updated(i, values.get(i), row));
        }
        return WriteRecord.of(operation.object().name(), id, set);
    }

    /** What a column of a record becomes. @param value empty for DEFAULT */
    FieldValue updated(int index, Optional<ParameterValue> value, String row) throws SQLException {
        TargetColumn column = columns.get(index);
        ParameterValue given = value.orElseGet(() -> defaultOf(column.field()));
        WriteValue fitting = FieldValues.of(column.valueField(), given, name(row, column));
        if (fitting.isNull() && !column.field().nillable()) {
            throw nothing(row, column, "it takes no null");
        }
        return column.set(fitting);
    }

    /** Describe's default; null where there is none, as in SQL. */
    private static ParameterValue defaultOf(Field field) {
        String text = field.defaultValue();
        return new ParameterValue(text.isEmpty() ? null : text, java.time.ZoneOffset.UTC);
    }

    private void requireNullable(TargetColumn column, String row, boolean byDefault) throws SQLException {
        Field field = column.field();
        boolean refused = byDefault ? Permissions.isRequired(field) : !field.nillable();
        if (refused && operation.verb() != WriteVerb.UPSERT || refused && !byDefault) {
            throw nothing(
                    row,
                    column,
                    field.defaultedOnCreate()
                            ? "it takes no null; write DEFAULT, or leave the column out, for the org's default"
                            : "a new " + operation.object().name() + " must have a value for it");
        }
    }

    private static boolean isId(Field field) {
        return field.name().equals("Id");
    }

    private static SQLException nothing(String row, TargetColumn column, String why) {
        return SqlErrors.of(SqlState.NOT_NULL_VIOLATION, name(row, column) + ": there is no value; " + why);
    }

    private static String name(String row, TargetColumn column) {
        return row.isEmpty() ? "Column " + column.label() : row + "column " + column.label();
    }
}
