package org.soqljdbc.api.write;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SalesforceFailure;

/**
 * What became of one row, as far as the reply tells.
 *
 * @param id 18 characters; always there for a written row whose reply or request named it, often absent for a failed one
 * @param created whether the row is new: always for an insert, as told for an upsert
 * @param failures why the row was not written; none for {@link Outcome#WRITTEN}. In an all-or-none request the rows that
 *     had no fault of their own carry {@code ALL_OR_NONE_OPERATION_ROLLED_BACK} or {@code PROCESSING_HALTED}. To be made
 *     an exception by {@link org.soqljdbc.error.SalesforceErrors#ofRow}
 */
public record RowResult(Outcome outcome, Optional<String> id, boolean created, List<SalesforceFailure> failures) {

    /** What is known of a row. */
    public enum Outcome {
        WRITTEN,
        /** Salesforce refused it; nothing of it was written. */
        FAILED,
        /** Salesforce never came to it: a bulk job ended before, or an earlier request failed. */
        NOT_SENT,
        /** It was sent and no answer came (SQLState 08007). */
        UNKNOWN
    }

    public RowResult {
        failures = List.copyOf(failures);
    }

    public static RowResult written(Optional<String> id, boolean created) {
        return new RowResult(Outcome.WRITTEN, id, created, List.of());
    }

    /** @param failures one or more */
    public static RowResult failed(Optional<String> id, List<SalesforceFailure> failures) {
        return new RowResult(Outcome.FAILED, id, false, failures);
    }

    public static RowResult notSent(Optional<String> id) {
        return new RowResult(Outcome.NOT_SENT, id, false, List.of());
    }

    public static RowResult unknown(Optional<String> id) {
        return new RowResult(Outcome.UNKNOWN, id, false, List.of());
    }

    public boolean isWritten() {
        return outcome == Outcome.WRITTEN;
    }

    /** Whether a failure carries this code, such as {@code UNABLE_TO_LOCK_ROW}. */
    public boolean failedWith(String code) {
        return failures.stream().anyMatch(failure -> failure.code().equals(code));
    }
}
