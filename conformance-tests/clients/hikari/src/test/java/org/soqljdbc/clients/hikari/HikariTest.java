package org.soqljdbc.clients.hikari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.clients.ClientOrg;

/** HikariCP as applications set it up: a pool by URL, user and password. */
class HikariTest {

    private static ClientOrg org;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static HikariDataSource pool(int size, boolean autoCommit) {
        return new HikariDataSource(config(size, autoCommit));
    }

    private static HikariConfig config(int size, boolean autoCommit) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(org.url());
        config.setUsername(org.user());
        config.setPassword(org.password());
        config.setMaximumPoolSize(size);
        config.setAutoCommit(autoCommit);
        return config;
    }

    @Test
    void a_healthy_connection_is_lent_again() throws SQLException {
        try (HikariDataSource pool = pool(1, true)) {
            SalesforceConnection first = borrowed(pool);
            SalesforceConnection second = borrowed(pool);
            assertSame(first, second);
        }
    }

    @Test
    void a_refused_statement_does_not_cost_the_connection() throws SQLException {
        try (HikariDataSource pool = pool(1, true)) {
            SalesforceConnection before = borrowed(pool);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                SQLException refused = assertThrows(
                        SQLSyntaxErrorException.class, () -> statement.executeQuery("SELECT Nam FROM Account"));
                assertEquals("42S22", refused.getSQLState());
            }
            assertSame(before, borrowed(pool));
        }
    }

    @Test
    void connections_of_a_pool_share_one_login() throws SQLException {
        try (HikariDataSource pool = pool(4, true);
                Connection one = pool.getConnection();
                Connection two = pool.getConnection()) {
            long callsOfOne = one.unwrap(SalesforceConnection.class).apiCallsMade();
            long callsOfTwo = two.unwrap(SalesforceConnection.class).apiCallsMade();
            assertTrue(callsOfOne + callsOfTwo <= 1, callsOfOne + " and " + callsOfTwo);
        }
    }

    @Test
    void a_pool_without_auto_commit_reads_and_returns() throws SQLException {
        try (HikariDataSource pool = pool(1, false)) {
            SalesforceConnection before = borrowed(pool);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) AS n FROM Account")) {
                assertTrue(rows.next());
                assertTrue(rows.getInt("n") > 0);
                connection.rollback();
            }
            assertSame(before, borrowed(pool));
        }
    }

    @Test
    void a_refused_row_does_not_cost_the_connection() throws SQLException {
        try (HikariDataSource pool = pool(1, true)) {
            SalesforceConnection before = borrowed(pool);
            try (Connection connection = pool.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO Contact (FirstName) VALUES (?)")) {
                insert.setString(1, "Nobody");
                SQLException refused = assertThrows(SQLException.class, insert::executeUpdate);
                assertEquals("23502", refused.getSQLState());
            }
            assertSame(before, borrowed(pool));
        }
    }

    @Test
    void a_rollback_that_cannot_be_does_not_cost_the_connection() throws SQLException {
        try (HikariDataSource pool = pool(1, false)) {
            SalesforceConnection before = borrowed(pool);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                assertEquals(1, statement.executeUpdate("INSERT INTO Contact (LastName) VALUES ('Pooled')"));
                SQLException refused = assertThrows(SQLException.class, connection::rollback);
                assertEquals("25000", refused.getSQLState());
            }
            assertSame(before, borrowed(pool));
        }
    }

    @Test
    void a_pool_of_atomic_connections_forgets_what_was_not_committed() throws SQLException {
        HikariConfig config = config(1, false);
        config.setJdbcUrl(org.url("transactions=atomic"));
        try (HikariDataSource pool = new HikariDataSource(config)) {
            SalesforceConnection before = borrowed(pool);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO Contact (LastName) VALUES ('Forgotten')");
            }
            assertSame(before, borrowed(pool));
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT COUNT(*) AS n FROM Contact WHERE LastName = 'Forgotten'")) {
                assertTrue(rows.next());
                assertEquals(0, rows.getInt("n"));
            }
        }
    }

    private static SalesforceConnection borrowed(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.unwrap(SalesforceConnection.class);
        }
    }
}
