package org.soqljdbc.bind.sql;

import java.sql.SQLException;

/** Carries a SQLException through visitors, which may throw none; never leaves the package. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(SQLException refusal) {
        super(refusal.getMessage(), refusal, false, false);
    }

    SQLException refusal() {
        return (SQLException) getCause();
    }
}
