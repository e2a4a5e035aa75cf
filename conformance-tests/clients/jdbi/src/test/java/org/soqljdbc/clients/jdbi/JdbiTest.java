package org.soqljdbc.clients.jdbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/** Jdbi's fluent statements, prepared batches and SQL objects. */
class JdbiTest {

    private static ClientOrg org;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
        jdbi = Jdbi.create(org.url(), org.user(), org.password()).installPlugin(new SqlObjectPlugin());
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static int execute(String sql, Object... values) {
        return jdbi.withHandle(handle -> handle.execute(sql, values));
    }

    @Test
    void rows_are_mapped_by_name() {
        List<Opportunity> rows = jdbi.withHandle(handle -> handle.registerRowMapper(
                        ConstructorMapper.factory(Opportunity.class))
                .createQuery("SELECT Id, Name, Amount, CloseDate FROM Opportunity WHERE StageName = :stage ORDER BY Id")
                .bind("stage", "Closed Won")
                .mapTo(Opportunity.class)
                .list());
        int count = jdbi.withHandle(
                handle -> handle.createQuery("SELECT COUNT(*) FROM Opportunity WHERE StageName = 'Closed Won'")
                        .mapTo(int.class)
                        .one());
        assertEquals(count, rows.size());
        assertTrue(rows.stream().allMatch(row -> row.closeDate() != null));
    }

    @Test
    void a_list_is_bound_and_rows_are_streamed() {
        jdbi.useHandle(handle -> {
            List<String> ids = handle.createQuery("SELECT Id FROM Account ORDER BY Id LIMIT 4")
                    .mapTo(String.class)
                    .list();
            try (Stream<Map<String, Object>> rows = handle
                    .createQuery("SELECT Id, Name FROM Account WHERE Id IN (<ids>)")
                    .bindList("ids", ids)
                    .setFetchSize(200)
                    .mapToMap()
                    .stream()) {
                assertEquals(4, rows.count());
            }
        });
    }

    @Test
    void an_update_returns_its_keys() {
        String id = jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO Contact (LastName) VALUES (:name)")
                .bind("name", "Fluent")
                .executeAndReturnGeneratedKeys("Id")
                .mapTo(String.class)
                .one());
        assertEquals(18, id.length());
        assertEquals(1, execute("UPDATE Contact SET Birthdate = ? WHERE Id = ?", LocalDate.of(2000, 2, 29), id));
        assertEquals(
                LocalDate.of(2000, 2, 29),
                jdbi.withHandle(handle -> handle.select("SELECT Birthdate FROM Contact WHERE Id = ?", id)
                        .mapTo(LocalDate.class)
                        .one()));
        assertEquals(1, execute("DELETE FROM Contact WHERE Id = ?", id));
    }

    @Test
    void a_prepared_batch_returns_all_keys_in_order() {
        List<String> names = List.of("Prepared 1", "Prepared 2", "Prepared 3");
        List<String> ids = jdbi.withHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("INSERT INTO Account (Name, AnnualRevenue) VALUES (:name, :money)");
            names.forEach(name ->
                    batch.bind("name", name).bind("money", new BigDecimal("12")).add());
            return batch.executePreparedBatch("Id").mapTo(String.class).list();
        });
        List<String> read = jdbi.withHandle(
                handle -> handle.createQuery("SELECT Name FROM Account WHERE Id IN (<ids>) ORDER BY Name")
                        .bindList("ids", ids)
                        .mapTo(String.class)
                        .list());
        assertEquals(names, read);
        int[] counts = jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("DELETE FROM Account WHERE Id = ?");
            ids.forEach(batch::add);
            return batch.execute();
        });
        assertArrayEquals(new int[] {1, 1, 1}, counts);
    }

    @Test
    void an_sql_object_reads_and_writes() {
        Opportunities opportunities = jdbi.onDemand(Opportunities.class);
        String id = opportunities.insert("Declared", "Prospecting", LocalDate.of(2027, 1, 1));
        assertEquals("Declared", opportunities.byId(id).orElseThrow().name());
        assertEquals(1, opportunities.rename("Renamed", id));
        assertEquals("Renamed", opportunities.byId(id).orElseThrow().name());
        int[] counts = opportunities.insertAll(List.of("One", "Two"), "Prospecting", LocalDate.of(2027, 1, 2));
        assertEquals(2, counts.length);
        assertEquals(1, opportunities.delete(id));
        assertFalse(opportunities.byId(id).isPresent());
    }

    @Test
    void an_error_carries_the_sqlstate() {
        UnableToExecuteStatementException refused = assertThrows(
                UnableToExecuteStatementException.class,
                () -> jdbi.useHandle(handle -> handle.execute("INSERT INTO Contact (FirstName) VALUES (?)", "Nobody")));
        assertEquals(
                "23502",
                assertInstanceOf(SQLException.class, refused.getCause()).getSQLState());
    }

    /** A row. */
    public record Opportunity(String id, String name, BigDecimal amount, LocalDate closeDate) {}

    /** Statements by declaration. */
    @RegisterConstructorMapper(Opportunity.class)
    public interface Opportunities {

        @SqlUpdate("INSERT INTO Opportunity (Name, StageName, CloseDate) VALUES (:name, :stage, :day)")
        @GetGeneratedKeys("Id")
        String insert(@Bind("name") String name, @Bind("stage") String stage, @Bind("day") LocalDate day);

        @SqlBatch("INSERT INTO Opportunity (Name, StageName, CloseDate) VALUES (:name, :stage, :day)")
        int[] insertAll(@Bind("name") List<String> names, @Bind("stage") String stage, @Bind("day") LocalDate day);

        @SqlQuery("SELECT Id, Name, Amount, CloseDate FROM Opportunity WHERE Id = :id")
        Optional<Opportunity> byId(@Bind("id") String id);

        @SqlUpdate("UPDATE Opportunity SET Name = :name WHERE Id = :id")
        int rename(@Bind("name") String name, @Bind("id") String id);

        @SqlUpdate("DELETE FROM Opportunity WHERE Id = :id")
        int delete(@Bind("id") String id);
    }
}
