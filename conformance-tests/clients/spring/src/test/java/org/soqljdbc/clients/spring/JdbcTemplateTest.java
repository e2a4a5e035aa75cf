package org.soqljdbc.clients.spring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's templates: queries, writes with keys, batches, translated errors and transactions. */
class JdbcTemplateTest {

    private static ClientOrg org;
    private static DataSource source;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
        source = new DriverManagerDataSource(org.url(), org.user(), org.password());
        jdbc = new JdbcTemplate(source);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @Test
    void rows_are_mapped_with_parameters() {
        String industry =
                jdbc.queryForObject("SELECT Industry FROM Account WHERE Industry IS NOT NULL LIMIT 1", String.class);
        List<String> names = jdbc.queryForList("SELECT Name FROM Account WHERE Industry = ?", String.class, industry);
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM Account WHERE Industry = ?", Integer.class, industry);
        assertEquals(count, names.size());
    }

    @Test
    void a_named_list_becomes_an_in_list() {
        List<String> ids = jdbc.queryForList("SELECT Id FROM Account ORDER BY Id LIMIT 3", String.class);
        List<Map<String, Object>> rows = new NamedParameterJdbcTemplate(source)
                .queryForList("SELECT Id, Name FROM Account WHERE Id IN (:ids)", Map.of("ids", ids));
        assertEquals(ids.size(), rows.size());
    }

    @Test
    void a_row_that_is_not_there_is_springs_own_exception() {
        assertThrows(
                EmptyResultDataAccessException.class,
                () -> jdbc.queryForObject("SELECT Name FROM Account WHERE Name = ?", String.class, "nobody"));
    }

    @Test
    void a_simple_insert_gives_its_key() {
        String id = (String) new SimpleJdbcInsert(source)
                .withTableName("Contact")
                .usingColumns("LastName", "Birthdate")
                .usingGeneratedKeyColumns("Id")
                .executeAndReturnKeyHolder(Map.of("LastName", "Simple", "Birthdate", Date.valueOf("1990-05-04")))
                .getKeys()
                .get("Id");
        assertEquals(
                LocalDate.of(1990, 5, 4),
                jdbc.queryForObject("SELECT Birthdate FROM Contact WHERE Id = ?", Date.class, id)
                        .toLocalDate());
    }

    @Test
    void an_update_counts_its_rows() {
        String id = insertedContact("Updated");
        assertEquals(1, jdbc.update("UPDATE Contact SET Email = ? WHERE Id = ?", "u@example.com", id));
        assertEquals("u@example.com", jdbc.queryForObject("SELECT Email FROM Contact WHERE Id = ?", String.class, id));
        assertEquals(1, jdbc.update("UPDATE Contact SET Email = ? WHERE Id = ?", null, id));
        assertNull(jdbc.queryForObject("SELECT Email FROM Contact WHERE Id = ?", String.class, id));
        assertEquals(1, jdbc.update("DELETE FROM Contact WHERE Id = ?", id));
        assertEquals(0, jdbc.update("DELETE FROM Contact WHERE Id = ?", id));
    }

    @Test
    void a_batch_counts_each_entry() {
        int[] counts = jdbc.batchUpdate(
                "INSERT INTO Account (Name, AnnualRevenue) VALUES (?, ?)",
                List.of(
                        new Object[] {"Batch one", new BigDecimal("1000.50")},
                        new Object[] {"Batch two", null},
                        new Object[] {"Batch three", 3}));
        assertArrayEquals(new int[] {1, 1, 1}, counts);
        assertEquals(3, jdbc.queryForObject("SELECT COUNT(*) FROM Account WHERE Name LIKE 'Batch %'", Integer.class));
    }

    @Test
    void errors_are_translated_by_their_sqlstate() {
        assertThrows(BadSqlGrammarException.class, () -> jdbc.queryForList("SELECT Nam FROM Account"));
        assertThrows(BadSqlGrammarException.class, () -> jdbc.queryForList("SELECT Id FROM Acount"));
        DataIntegrityViolationException missing = assertThrows(
                DataIntegrityViolationException.class,
                () -> jdbc.update("INSERT INTO Contact (FirstName) VALUES (?)", "Nobody"));
        assertTrue(missing.getMessage().contains("LastName"), missing::getMessage);
    }

    @Test
    void a_failing_insert_in_a_transaction_shows_its_own_error_and_not_the_rollbacks() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        DataIntegrityViolationException shown = assertThrows(
                DataIntegrityViolationException.class,
                () -> transaction.executeWithoutResult(
                        status -> jdbc.update("INSERT INTO Contact (FirstName) VALUES (?)", "Nobody")));
        assertTrue(shown.getMessage().contains("LastName"), shown::getMessage);
    }

    @Test
    void a_transaction_that_succeeds_keeps_what_it_wrote() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        String id = transaction.execute(status -> insertedContact("Kept"));
        assertEquals("Kept", jdbc.queryForObject("SELECT LastName FROM Contact WHERE Id = ?", String.class, id));
    }

    @Test
    void a_transaction_that_fails_after_a_write_says_that_the_write_stays() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        TransactionSystemException shown = assertThrows(
                TransactionSystemException.class,
                () -> transaction.executeWithoutResult(status -> {
                    insertedContact("Stays");
                    throw new IllegalStateException("the application failed");
                }));
        assertEquals("the application failed", shown.getApplicationException().getMessage());
        assertEquals(
                "25000", assertInstanceOf(SQLException.class, shown.getCause()).getSQLState());
        assertEquals(1, contactsCalled(jdbc, "Stays"));
    }

    @Test
    void an_atomic_transaction_that_fails_leaves_nothing() {
        DataSource atomic = new DriverManagerDataSource(org.url("transactions=atomic"), org.user(), org.password());
        JdbcTemplate template = new JdbcTemplate(atomic);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(atomic));
        IllegalStateException shown = assertThrows(
                IllegalStateException.class,
                () -> transaction.executeWithoutResult(status -> {
                    template.update("INSERT INTO Contact (LastName) VALUES ('Undone')");
                    throw new IllegalStateException("the application failed");
                }));
        assertEquals("the application failed", shown.getMessage());
        assertEquals(0, contactsCalled(template, "Undone"));

        transaction.executeWithoutResult(
                status -> template.update("INSERT INTO Contact (LastName) VALUES ('Committed')"));
        assertEquals(1, contactsCalled(template, "Committed"));
    }

    @Test
    void a_named_batch_and_the_entry_that_failed() {
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(source);
        SqlParameterSource[] rows = {
            new MapSqlParameterSource("name", "Named 1"),
            new MapSqlParameterSource("name", null),
            new MapSqlParameterSource("name", "Named 3")
        };
        DataIntegrityViolationException failed = assertThrows(
                DataIntegrityViolationException.class,
                () -> named.batchUpdate("INSERT INTO Account (Name) VALUES (:name)", rows));
        BatchUpdateException cause = assertInstanceOf(BatchUpdateException.class, failed.getCause());
        assertArrayEquals(new int[] {1, Statement.EXECUTE_FAILED, 1}, cause.getUpdateCounts());
        assertEquals(2, jdbc.queryForObject("SELECT COUNT(*) FROM Account WHERE Name LIKE 'Named %'", Integer.class));
    }

    private static int contactsCalled(JdbcTemplate template, String lastName) {
        return template.queryForObject("SELECT COUNT(*) FROM Contact WHERE LastName = ?", Integer.class, lastName);
    }

    private static String insertedContact(String lastName) {
        KeyHolder keys = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(
                            "INSERT INTO Contact (LastName) VALUES (?)", new String[] {"Id"});
                    insert.setString(1, lastName);
                    return insert;
                },
                keys);
        return keys.getKeyAs(String.class);
    }
}
