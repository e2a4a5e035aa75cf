package org.soqljdbc.error;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;

/**
 * The SQLStates this driver uses, and which {@code java.sql} exception each one is.
 *
 * <p>Classes as in ISO/IEC 9075-2; 42S02, 42S22, HY000 and HYT00 as in X/Open CLI; 57014 as PostgreSQL and Db2 use it.
 */
public enum SqlState {
    WARNING("01000", SQLException::new),
    /** A statement is run before each of its parameters was set. */
    MISSING_PARAMETER("07001", SQLNonTransientException::new),
    /** A query is run by a call that is for statements without rows. */
    QUERY_IN_UPDATE("07003", SQLNonTransientException::new),
    /** A statement without rows is run by a call that is for queries. */
    UPDATE_IN_QUERY("07005", SQLNonTransientException::new),
    FEATURE_NOT_SUPPORTED("0A000", SQLFeatureNotSupportedException::new),
    CANNOT_CONNECT("08001", SQLNonTransientConnectionException::new),
    /** The connection is closed; the call was never tried. */
    CONNECTION_CLOSED("08003", SQLNonTransientConnectionException::new),
    CONNECTION_LOST("08006", SQLTransientConnectionException::new),
    /** A write was sent and no answer came: it may or may not have happened. Never retried. */
    OUTCOME_UNKNOWN("08007", SQLNonTransientConnectionException::new),
    /** The other side does not talk as the Salesforce REST API does. */
    PROTOCOL_VIOLATION("08P01", SQLNonTransientConnectionException::new),
    /** A subquery that stands for one value has more rows than one. */
    TOO_MANY_ROWS("21000", SQLDataException::new),
    STRING_TOO_LONG("22001", SQLDataException::new),
    NUMBER_OUT_OF_RANGE("22003", SQLDataException::new),
    INVALID_DATETIME("22007", SQLDataException::new),
    DIVISION_BY_ZERO("22012", SQLDataException::new),
    INVALID_CAST("22018", SQLDataException::new),
    INVALID_PARAMETER_VALUE("22023", SQLDataException::new),
    CONSTRAINT_VIOLATION("23000", SQLIntegrityConstraintViolationException::new),
    NOT_NULL_VIOLATION("23502", SQLIntegrityConstraintViolationException::new),
    FOREIGN_KEY_VIOLATION("23503", SQLIntegrityConstraintViolationException::new),
    UNIQUE_VIOLATION("23505", SQLIntegrityConstraintViolationException::new),
    CHECK_VIOLATION("23514", SQLIntegrityConstraintViolationException::new),
    /** A cursor or result set is asked for what its state does not allow. */
    INVALID_CURSOR_STATE("24000", SQLNonTransientException::new),
    INVALID_TRANSACTION_STATE("25000", SQLNonTransientException::new),
    READ_ONLY("25006", SQLNonTransientException::new),
    INVALID_AUTHORIZATION("28000", SQLInvalidAuthorizationSpecException::new),
    LOCKED_TRY_AGAIN("40001", SQLTransactionRollbackException::new),
    SYNTAX_ERROR("42000", SQLSyntaxErrorException::new),
    NO_PRIVILEGE("42501", SQLSyntaxErrorException::new),
    AMBIGUOUS_COLUMN("42702", SQLSyntaxErrorException::new),
    NO_SUCH_TABLE("42S02", SQLSyntaxErrorException::new),
    NO_SUCH_COLUMN("42S22", SQLSyntaxErrorException::new),
    /** The org refuses because a limit is used up (API calls, storage, concurrent requests). */
    LIMIT_REACHED("53000", SQLTransientException::new),
    QUERY_TOO_COMPLEX("54001", SQLNonTransientException::new),
    /** The object is there, but not in a state that allows this: an aborted job, a closed statement. */
    OBJECT_NOT_IN_STATE("55000", SQLNonTransientException::new),
    CANCELLED("57014", SQLNonTransientException::new),
    TIMED_OUT("HYT00", SQLTimeoutException::new),
    GENERAL("HY000", SQLException::new);

    private interface Maker {
        SQLException make(String message, String code, int vendorCode, Throwable cause);
    }

    private final String code;
    private final Maker maker;

    SqlState(String code, Maker maker) {
        this.code = code;
        this.maker = maker;
    }

    /** Five characters. */
    public String code() {
        return code;
    }

    SQLException because(String message, int vendorCode, Throwable cause) {
        return maker.make(message, code, vendorCode, cause);
    }
}
