package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.SfType;

/** Refuses before any call what describe says this user cannot write. */
final class Permissions {

    private Permissions() {}

    /** @throws SQLException 42501 if the object does not take it from this user */
    static void requireObject(SObject object, WriteVerb verb) throws SQLException {
        ObjectSummary may = object.summary();
        boolean allowed = switch (verb) {
            case INSERT -> may.createable();
            case UPDATE -> may.updateable();
            case UPSERT -> may.createable() || may.updateable();
            case DELETE -> may.deletable();
        };
        if (!allowed) {
            throw SqlErrors.of(
                    SqlState.NO_PRIVILEGE,
                    object.name() + " does not take " + verb + ": the object is read-only for this user");
        }
    }

    static boolean takes(Field field, WriteVerb verb) {
        return switch (verb) {
            case INSERT -> field.createable();
            case UPDATE, DELETE -> field.updateable();
            case UPSERT -> field.createable() || field.updateable();
        };
    }

    /** @throws SQLException 42501 for a field that cannot be set, saying why as far as describe tells */
    static void requireField(SObject object, TargetColumn column, WriteVerb verb) throws SQLException {
        if (!takes(column.field(), verb)) {
            throw SqlErrors.of(
                    SqlState.NO_PRIVILEGE,
                    object.name() + "." + column.label() + " cannot be set by " + verb + ": " + reason(column.field()));
        }
    }

    private static String reason(Field field) {
        if (field.type() == SfType.ID) {
            return "Salesforce gives records their Id";
        }
        if (field.calculated()) {
            return "it is calculated";
        }
        if (field.autoNumber()) {
            return "Salesforce numbers it";
        }
        if (field.type() == SfType.ADDRESS || field.type() == SfType.LOCATION) {
            return "it is made of other fields; set those";
        }
        return "it is read-only for this user";
    }

    /**
     * Refuses an INSERT that leaves out what every new record must have.
     *
     * @throws SQLException 23502 naming the fields
     */
    static void requireComplete(SObject object, List<TargetColumn> columns) throws SQLException {
        Set<String> set = columns.stream().map(column -> column.field().name()).collect(Collectors.toSet());
        List<String> missing = object.fields().stream()
                .filter(Permissions::isRequired)
                .map(Field::name)
                .filter(name -> !set.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw SqlErrors.of(
                    SqlState.NOT_NULL_VIOLATION,
                    "A new " + object.name() + " must have a value for " + String.join(", ", missing));
        }
    }

    /** Whether a new record must be given a value. */
    static boolean isRequired(Field field) {
        return field.createable()
                && !field.nillable()
                && !field.defaultedOnCreate()
                // A boolean that is not given is false.
                && field.type() != SfType.BOOLEAN;
    }
}
