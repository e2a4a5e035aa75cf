package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Statements that write: counts, keys, rows of RETURNING, batches. */
class UpdateTest {

    private static final String INSERT = "INSERT INTO Account (Name) VALUES ('a')";
    private static final String RETURNING = "UPDATE Account SET Name = 'b' WHERE Id = 'x' RETURNING Name";
    private static final String QUERY = "SELECT Name FROM Account";

    private final FakeEngine engine = Fakes.numbered(3);
    private final FakeWrites writes = engine.writes;
    private Connection connection;
    private Statement statement;

    @BeforeEach
    void open() throws SQLException {
        connection = Fakes.connect(engine);
        statement = connection.createStatement();
    }

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    private static List<String> keys(Statement ran) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = ran.getGeneratedKeys()) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    @Test
    void an_update_has_a_count_and_then_nothing_more() throws SQLException {
        writes.count = 5;
        assertEquals(5, statement.executeUpdate(INSERT));
        assertEquals(5, statement.getUpdateCount());
        assertFalse(statement.execute(INSERT));
        assertNull(statement.getResultSet());
        assertEquals(5, statement.getLargeUpdateCount());
        assertFalse(statement.getMoreResults());
        assertEquals(-1, statement.getUpdateCount());
    }

    @Test
    void a_count_beyond_an_int_is_the_largest_int_and_told_whole_as_a_long() throws SQLException {
        writes.count = 5_000_000_000L;
        assertEquals(Integer.MAX_VALUE, statement.executeUpdate(INSERT));
        assertEquals(Integer.MAX_VALUE, statement.getUpdateCount());
        assertEquals(5_000_000_000L, statement.getLargeUpdateCount());
        statement.addBatch(INSERT);
        assertArrayEquals(new int[] {Statement.SUCCESS_NO_INFO}, statement.executeBatch());
        statement.addBatch(INSERT);
        assertArrayEquals(new long[] {5_000_000_000L}, statement.executeLargeBatch());
    }

    @Test
    void a_query_after_an_update_has_no_count() throws SQLException {
        statement.executeUpdate(INSERT);
        statement.executeQuery(QUERY);
        assertEquals(-1, statement.getUpdateCount());
        assertEquals(List.of(), keys(statement));
    }

    @Test
    void an_update_run_as_a_query_is_refused_and_not_run() throws SQLException {
        assertEquals("07005", state(() -> statement.executeQuery(INSERT)));
        assertEquals("07005", state(() -> connection.prepareStatement(INSERT).executeQuery()));
        assertEquals(List.of(), writes.texts);
    }

    @Test
    void rows_of_returning_are_the_result_of_execute_and_of_execute_query() throws SQLException {
        writes.returned = "b";
        assertTrue(statement.execute(RETURNING));
        assertEquals(-1, statement.getUpdateCount());
        ResultSet rows = statement.getResultSet();
        assertTrue(rows.next());
        assertEquals("b", rows.getString("Name"));
        assertFalse(statement.getMoreResults());
        assertTrue(rows.isClosed());
        assertEquals(-1, statement.getUpdateCount());
        assertTrue(statement.executeQuery(RETURNING).next());
        assertEquals(1, statement.executeUpdate(RETURNING));
        assertNull(statement.getResultSet());
    }

    @Test
    void rows_of_returning_are_the_keys_where_keys_are_asked_for() throws SQLException {
        assertFalse(statement.execute(RETURNING, Statement.RETURN_GENERATED_KEYS));
        assertEquals(1, statement.getUpdateCount());
        assertEquals(List.of("001000000000001AAA"), keys(statement));
    }

    @Test
    void keys_are_told_where_they_were_asked_for() throws SQLException {
        statement.executeUpdate(INSERT);
        assertEquals(List.of(), keys(statement));
        assertFalse(writes.options.get(0).keysWanted());
        statement.executeUpdate(INSERT, Statement.RETURN_GENERATED_KEYS);
        assertTrue(writes.options.get(1).keysWanted());
        ResultSet rows = statement.getGeneratedKeys();
        assertEquals("Id", rows.getMetaData().getColumnLabel(1));
        assertEquals(1, rows.getMetaData().getColumnCount());
        assertTrue(rows.next());
        assertEquals("001000000000001AAA", rows.getString("Id"));
        assertEquals(statement, rows.getStatement());
    }

    @Test
    void updates_have_no_keys() throws SQLException {
        statement.executeUpdate("UPDATE Account SET Name = 'b'", Statement.RETURN_GENERATED_KEYS);
        assertEquals(List.of(), keys(statement));
    }

    @Test
    void keys_can_be_named_and_an_upsert_tells_what_it_created() throws SQLException {
        statement.executeUpdate("UPSERT INTO Account (Name) VALUES ('a')", new String[] {"created", "ID"});
        ResultSet rows = statement.getGeneratedKeys();
        assertTrue(rows.next());
        assertFalse(rows.getBoolean("Created"));
        assertEquals("001000000000000AAA", rows.getString(2));
        statement.executeUpdate(INSERT, new int[] {1});
        assertEquals(List.of("001000000000001AAA"), keys(statement));
        assertThrows(SQLFeatureNotSupportedException.class, () -> statement.executeUpdate(INSERT, new int[] {2}));
        assertEquals("22023", state(() -> statement.executeUpdate(INSERT, new String[] {""})));
        assertEquals("22023", state(() -> statement.executeUpdate(INSERT, 99)));
        assertEquals(2, writes.texts.size());
    }

    @Test
    void other_generated_columns_are_asked_for_by_returning() throws SQLException {
        statement.executeUpdate(INSERT + ";", new String[] {"Id", "Name"});
        assertEquals("INSERT INTO Account (Name) VALUES ('a') RETURNING \"Id\", \"Name\"", writes.texts.get(0));
        assertEquals(List.of("001000000000001AAA"), keys(statement));
        try (PreparedStatement prepared = connection.prepareStatement(INSERT, new String[] {"Name"})) {
            assertFalse(prepared.execute());
            assertEquals(1, prepared.getUpdateCount());
            assertEquals(1, keys(prepared).size());
            assertThrows(SQLFeatureNotSupportedException.class, prepared::addBatch);
        }
    }

    @Test
    void a_query_takes_no_harm_from_keys_that_are_asked_for() throws SQLException {
        assertTrue(statement.execute(QUERY, new String[] {"Name"}));
        assertTrue(connection.prepareStatement(QUERY, new String[] {"Name"}).execute());
    }

    @Test
    void a_read_only_connection_refuses_and_a_pool_cannot_undo_the_property() throws SQLException {
        connection.setReadOnly(true);
        assertEquals("25006", state(() -> statement.executeUpdate(INSERT)));
        statement.addBatch(INSERT);
        assertEquals("25006", state(statement::executeBatch));
        connection.setReadOnly(false);
        assertEquals(1, statement.executeUpdate(INSERT));
        try (Connection guarded = Fakes.connect(engine, "readOnly=true")) {
            guarded.setReadOnly(false);
            assertTrue(guarded.isReadOnly());
            assertNotNull(guarded.getWarnings());
            assertEquals("25006", state(() -> guarded.createStatement().executeUpdate(INSERT)));
        }
    }

    @Test
    void a_batch_keeps_its_order_and_is_empty_afterwards() throws SQLException {
        assertArrayEquals(new int[0], statement.executeBatch());
        statement.addBatch(INSERT);
        statement.addBatch("DELETE FROM Account WHERE Id = 'x'");
        statement.addBatch(INSERT);
        assertArrayEquals(new int[] {1, 1, 1}, statement.executeBatch());
        assertEquals(List.of(INSERT, "DELETE FROM Account WHERE Id = 'x'", INSERT), writes.texts);
        assertEquals(List.of(), keys(statement), "nobody can ask a batch of texts for keys");
        assertArrayEquals(new int[0], statement.executeBatch());
        statement.addBatch(INSERT);
        statement.clearBatch();
        assertArrayEquals(new int[0], statement.executeBatch());
        assertEquals(-1, statement.getUpdateCount());
    }

    @Test
    void a_batch_of_parameters_holds_them_as_they_were_when_added() throws SQLException {
        String sql = "INSERT INTO Account (Name) VALUES (?)";
        try (PreparedStatement prepared = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (String name : List.of("a", "b", "c")) {
                prepared.setString(1, name);
                prepared.addBatch();
            }
            assertArrayEquals(new int[] {1, 1, 1}, prepared.executeBatch());
            assertEquals(
                    List.of("a", "b", "c"),
                    writes.parameters.stream().map(row -> row.get(0).value()).toList());
            assertTrue(writes.options.get(0).keysWanted());
            assertEquals(3, keys(prepared).size());
            prepared.clearParameters();
            assertEquals("07001", state(prepared::addBatch));
            assertEquals("55000", state(() -> prepared.addBatch(INSERT)));
        }
    }

    @Test
    void a_failing_entry_does_not_stop_the_others_and_each_failure_is_told() throws SQLException {
        SQLException twoRows = SqlErrors.of(SqlState.UNIQUE_VIOLATION, "DUPLICATE_VALUE: row 1");
        twoRows.setNextException(SqlErrors.of(SqlState.NOT_NULL_VIOLATION, "REQUIRED_FIELD_MISSING: row 2"));
        SQLException lost = SqlErrors.of(SqlState.OUTCOME_UNKNOWN, "no answer");
        writes.failures.put(1, twoRows);
        writes.failures.put(3, lost);
        writes.failures.put(4, lost);
        for (int entry = 0; entry < 6; entry++) {
            statement.addBatch(INSERT);
        }
        BatchUpdateException thrown = assertThrows(BatchUpdateException.class, statement::executeBatch);
        int failed = Statement.EXECUTE_FAILED;
        assertArrayEquals(new int[] {1, failed, 1, failed, failed, 1}, thrown.getUpdateCounts());
        assertArrayEquals(new long[] {1, failed, 1, failed, failed, 1}, thrown.getLargeUpdateCounts());
        assertEquals("23505", thrown.getSQLState());
        assertTrue(thrown.getMessage().startsWith("3 of 6 batch entries failed"), thrown.getMessage());
        List<String> chain = new ArrayList<>();
        for (SQLException next = thrown.getNextException(); next != null; next = next.getNextException()) {
            chain.add(next.getSQLState() + " " + next.getMessage());
        }
        assertEquals(
                List.of(
                        "23505 Batch entry 2 of 6: DUPLICATE_VALUE: row 1",
                        "23502 Batch entry 2 of 6: REQUIRED_FIELD_MISSING: row 2",
                        "08007 Batch entry 4 of 6: no answer",
                        "08007 Batch entry 5 of 6: no answer"),
                chain);
        assertTrue(thrown.getNextException() instanceof SQLIntegrityConstraintViolationException);
    }

    @Test
    void the_keys_of_a_batch_are_those_of_the_entries_that_were_written() throws SQLException {
        writes.failures.put(1, SqlErrors.of(SqlState.UNIQUE_VIOLATION, "DUPLICATE_VALUE"));
        try (PreparedStatement prepared = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
            for (int entry = 0; entry < 3; entry++) {
                prepared.addBatch();
            }
            assertThrows(BatchUpdateException.class, prepared::executeBatch);
            assertEquals(List.of("001000000000000AAA", "001000000000002AAA"), keys(prepared));
        }
    }

    @Test
    void what_gives_rows_cannot_be_added_to_a_batch() throws SQLException {
        assertEquals("07003", state(() -> statement.addBatch(QUERY)));
        assertEquals("07003", state(() -> statement.addBatch(RETURNING)));
        assertEquals("07001", state(() -> statement.addBatch("INSERT INTO Account (Name) VALUES (?)")));
        assertEquals("07003", state(() -> connection.prepareStatement(QUERY).addBatch()));
        assertArrayEquals(new int[0], statement.executeBatch());
    }

    @Test
    void a_prepared_write_has_no_columns_but_those_of_returning() throws SQLException {
        assertNull(connection.prepareStatement(INSERT).getMetaData());
        assertEquals(
                "Name", connection.prepareStatement(RETURNING).getMetaData().getColumnLabel(1));
    }

    @Test
    void commit_and_rollback_end_the_unit_of_writes() throws SQLException {
        connection.setAutoCommit(true);
        connection.setAutoCommit(false);
        connection.commit();
        connection.rollback();
        connection.setAutoCommit(true);
        assertEquals(List.of("manual true", "commit", "rollback", "manual false"), writes.unit);
        assertEquals("25000", state(connection::commit));
        connection.setAutoCommit(false);
        writes.rollbackFailure = SqlErrors.of(SqlState.INVALID_TRANSACTION_STATE, "A row was written");
        assertEquals("25000", state(connection::rollback));
    }

    @Test
    void listeners_hear_how_a_write_comes_on_and_one_that_throws_ends_no_write() throws SQLException {
        SalesforceConnection org = connection.unwrap(SalesforceConnection.class);
        List<SalesforceConnection.WriteProgress> heard = new ArrayList<>();
        org.addWriteListener(progress -> {
            throw new IllegalStateException("of the listener");
        });
        org.addWriteListener(heard::add);
        assertEquals(1, statement.executeUpdate(INSERT));
        assertEquals(1, statement.executeUpdate(INSERT));
        assertEquals(2, heard.size());
        assertEquals("Account", heard.get(0).object());
        assertEquals("22023", state(() -> org.addWriteListener(null)));
    }

    @Test
    void the_text_of_a_prepared_statement_is_settled() throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(INSERT)) {
            assertEquals("55000", state(() -> prepared.executeUpdate(INSERT)));
            assertEquals("55000", state(() -> prepared.execute(INSERT, Statement.RETURN_GENERATED_KEYS)));
            assertEquals("55000", state(() -> prepared.executeLargeUpdate(INSERT, new String[] {"Id"})));
            assertEquals(1, prepared.executeUpdate());
        }
        assertEquals(1, writes.texts.size());
    }
}
