package org.soqljdbc.exec.write.chunk;

import java.util.List;
import java.util.Set;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.types.SfType;

/** What a row's result means for the statement. */
public enum RowVerdict {
    WRITTEN,
    /** The record to update or delete is not there (any more): SQL counts no row and knows no error. */
    NOT_THERE,
    /** Refused for its own sake. */
    REFUSED,
    /** Another program holds the record, or its parent, at this moment. */
    LOCKED,
    /** Without fault of its own, but another row of its all-or-none call was refused. */
    UNDONE,
    NOT_SENT,
    UNKNOWN;

    private static final Set<String> UNDONE_CODES = Set.of("ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED");

    /** What Salesforce says of an Id that names no record, or one that was deleted. */
    private static final Set<String> NOT_THERE_CODES =
            Set.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "NOT_FOUND");

    public static RowVerdict of(WriteOperation operation, WriteRecord record, RowResult result) {
        return switch (result.outcome()) {
            case WRITTEN -> WRITTEN;
            case NOT_SENT -> NOT_SENT;
            case UNKNOWN -> UNKNOWN;
            case FAILED -> ofFailed(operation, record, result);
        };
    }

    /** Whether an error says that the row had no fault of its own. */
    public static boolean isUndone(String code) {
        return UNDONE_CODES.contains(code);
    }

    private static RowVerdict ofFailed(WriteOperation operation, WriteRecord record, RowResult result) {
        if (result.failures().stream().allMatch(failure -> isUndone(failure.code()))) {
            return UNDONE;
        }
        if (result.failedWith("UNABLE_TO_LOCK_ROW")) {
            return LOCKED;
        }
        boolean byId = operation.verb() == WriteVerb.UPDATE || operation.verb() == WriteVerb.DELETE;
        return byId && saysNotThere(result) && !leadsElsewhere(operation, record) ? NOT_THERE : REFUSED;
    }

    private static boolean saysNotThere(RowResult result) {
        return result.failures().stream()
                .allMatch(failure -> NOT_THERE_CODES.contains(failure.code())
                        && (failure.fields().isEmpty() || failure.fields().equals(List.of("Id"))));
    }

    /** A record that is to be found by what the row sets may be the one that is not there; then this is an error. */
    private static boolean leadsElsewhere(WriteOperation operation, WriteRecord record) {
        return record.values().stream()
                .filter(value -> !value.value().isNull())
                .flatMap(value -> operation.object().field(value.field()).stream())
                .anyMatch(field -> field.type() == SfType.REFERENCE);
    }
}
