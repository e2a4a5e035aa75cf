package org.soqljdbc.error;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Makes every exception that leaves the driver; {@link SqlState} decides its class. */
public final class SqlErrors {

    private SqlErrors() {}

    public static SQLException of(SqlState state, String message) {
        return state.because(message, 0, null);
    }

    public static SQLException of(SqlState state, String message, Throwable cause) {
        return state.because(message, 0, cause);
    }

    /** @param httpStatus what {@link SQLException#getErrorCode()} answers: the HTTP status of Salesforce's refusal */
    static SQLException refused(SqlState state, String message, int httpStatus) {
        return state.because(message, httpStatus, null);
    }

    /** The same refusal, which says of what. @param subject what the message begins with */
    public static SQLException about(String subject, SQLDataException unfit) {
        return of(stateOf(unfit, SqlState.INVALID_CAST), subject + ": " + unfit.getMessage(), unfit);
    }

    /**
     * The same refusal, with its vendor code, of one part of what was asked.
     *
     * @param part what the message begins with
     */
    public static SQLException ofPart(String part, SQLException failure) {
        return stateOf(failure, SqlState.GENERAL)
                .because(part + ": " + failure.getMessage(), failure.getErrorCode(), failure);
    }

    private static SqlState stateOf(SQLException failure, SqlState otherwise) {
        return Stream.of(SqlState.values())
                .filter(known -> known.code().equals(failure.getSQLState()))
                .findFirst()
                .orElse(otherwise);
    }

    /** 0A000 for a call of java.sql that has no meaning here. @param call {@code ResultSet.updateInt} */
    public static SQLException unsupported(String call) {
        return of(SqlState.FEATURE_NOT_SUPPORTED, call + " is not supported");
    }
}
