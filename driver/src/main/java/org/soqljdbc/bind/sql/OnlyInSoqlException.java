package org.soqljdbc.bind.sql;

import java.sql.SQLFeatureNotSupportedException;
import org.soqljdbc.error.SqlState;

/**
 * A statement is more than one SOQL query can say, and a part of it is SOQL's own: nobody but Salesforce can run that, so
 * there is no use in trying the rest elsewhere.
 */
public final class OnlyInSoqlException extends SQLFeatureNotSupportedException {

    private static final long serialVersionUID = 1L;

    OnlyInSoqlException(String message) {
        super(message, SqlState.FEATURE_NOT_SUPPORTED.code());
    }
}
