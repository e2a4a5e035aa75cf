package org.soqljdbc.error;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Makes every exception that leaves the driver; {@link SqlState} decides its class. */
public final class SqlErrors {

    private static final String UNKNOWN =
            ": whether it took effect is unknown. It is not sent again; look before you repeat it";

    private SqlErrors() {}

    public static SQLException of(SqlState state, String message) {
        return state.because(message, 0, null);
    }

    public static SQLException of(SqlState state, String message, Throwable cause) {
        return state.because(message, 0, cause);
    }

    /**
     * 08007: a write was sent, and what became of it cannot be told.
     *
     * @param what what was sent and what came back, without a full stop
     */
    public static SQLException unknown(String what, Throwable cause) {
        return of(SqlState.OUTCOME_UNKNOWN, what + UNKNOWN, cause);
    }

    /**
     * The same exception, chained to an 08007: a write was under way when the caller's own end came.
     *
     * @param ended 57014 or HYT00
     * @param what what was sent
     */
    public static SQLException unknownAfter(SQLException ended, String what) {
        if (!leavesUnknown(ended)) {
            ended.setNextException(unknown(what + " had begun", null));
        }
        return ended;
    }

    /** Whether a write whose call failed so may or may not have taken effect: 08007 stands in the chain. */
    public static boolean leavesUnknown(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (SqlState.OUTCOME_UNKNOWN.code().equals(each.getSQLState())) {
                return true;
            }
        }
        return false;
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

    /** The state of an exception; {@link SqlState#GENERAL} for one that is not ours. */
    public static SqlState stateOf(SQLException failure) {
        return stateOf(failure, SqlState.GENERAL);
    }

    private static SqlState stateOf(SQLException failure, SqlState otherwise) {
        return Stream.of(SqlState.values())
                .filter(known -> known.code().equals(failure.getSQLState()))
                .findFirst()
                .orElse(otherwise);
    }

    /** The same failure in more words: of its class and SQLState, with its error code and what is chained to it. */
    public static SQLException retold(SQLException failure, String message) {
        SQLException told = stateOf(failure).because(message, failure.getErrorCode(), failure);
        if (failure.getNextException() != null) {
            told.setNextException(failure.getNextException());
        }
        return told;
    }

    /** 0A000 for a call of java.sql that has no meaning here. @param call {@code ResultSet.updateInt} */
    public static SQLException unsupported(String call) {
        return of(SqlState.FEATURE_NOT_SUPPORTED, call + " is not supported");
    }
}
