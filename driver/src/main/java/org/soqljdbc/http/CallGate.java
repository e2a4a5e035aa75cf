package org.soqljdbc.http;

import java.sql.SQLException;

/** Asked before each request that is sent, repeated ones too: counts them, and may refuse. */
@FunctionalInterface
public interface CallGate {

    /** @throws SQLException if the request must not be sent */
    void beforeCall() throws SQLException;
}
