package org.soqljdbc.jdbc;

import java.sql.SQLException;

/** What is closed with its connection. */
interface Dependent {

    void close() throws SQLException;
}
