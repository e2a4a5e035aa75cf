package org.soqljdbc.clients.mybatis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Flush;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/** Mappers with dynamic SQL, generated keys and batches, over MyBatis' own pool. */
class MapperTest {

    private static ClientOrg org;
    private static PooledDataSource pool;
    private static SqlSessionFactory sessions;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
        pool = new PooledDataSource(ClientOrg.DRIVER, org.url("dialect=sql"), org.user(), org.password());
        pool.setPoolPingEnabled(true);
        pool.setPoolPingQuery("SELECT 1");
        Configuration configuration = new Configuration(new Environment("org", new JdbcTransactionFactory(), pool));
        configuration.addMapper(Contacts.class);
        sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    @AfterAll
    static void stop() {
        pool.forceCloseAll();
        org.close();
    }

    private static <T> T with(ExecutorType executor, Function<Contacts, T> work) {
        try (SqlSession session = sessions.openSession(executor)) {
            T result = work.apply(session.getMapper(Contacts.class));
            session.commit();
            return result;
        }
    }

    private static <T> T with(Function<Contacts, T> work) {
        return with(ExecutorType.SIMPLE, work);
    }

    private static int count(ToIntFunction<Contacts> work) {
        return with(ExecutorType.SIMPLE, work::applyAsInt);
    }

    @Test
    void rows_become_objects() {
        List<Contact> energy = with(contacts -> contacts.ofIndustry("Energy"));
        assertFalse(energy.isEmpty());
        assertTrue(energy.stream().allMatch(contact -> contact.accountName != null));
        assertEquals(energy.size(), count(contacts -> contacts.countOfIndustry("Energy")));
    }

    @Test
    void dynamic_parts_are_filled_in() {
        List<Contact> some = with(contacts -> contacts.ofIndustry("Energy")).subList(0, 3);
        List<String> ids = some.stream().map(contact -> contact.id).toList();
        assertEquals(3, with(contacts -> contacts.search(null, ids)).size());
        assertEquals(
                some.get(0).id,
                with(contacts -> contacts.search(some.get(0).lastName, ids)).get(0).id);
    }

    @Test
    void row_bounds_skip_and_stop() {
        List<String> first = with(contacts -> contacts.ids(new RowBounds(0, 10)));
        List<String> second = with(contacts -> contacts.ids(new RowBounds(5, 5)));
        assertEquals(first.subList(5, 10), second);
    }

    @Test
    void an_insert_fills_in_the_key() {
        Contact made = new Contact();
        made.lastName = "Mapped";
        made.birthdate = LocalDate.of(1999, 12, 31);
        assertEquals(1, count(contacts -> contacts.insert(made)));
        assertEquals(18, made.id.length());
        Contact read = with(contacts -> contacts.byId(made.id));
        assertEquals(made.birthdate, read.birthdate);
        assertNull(read.email);

        made.email = "mapped@example.com";
        made.birthdate = null;
        assertEquals(1, count(contacts -> contacts.update(made)));
        read = with(contacts -> contacts.byId(made.id));
        assertEquals("mapped@example.com", read.email);
        assertNull(read.birthdate);

        assertEquals(1, count(contacts -> contacts.delete(made.id)));
        assertNull(with(contacts -> contacts.byId(made.id)));
    }

    @Test
    void a_batch_fills_in_all_keys_in_order() {
        List<Contact> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Contact contact = new Contact();
            contact.lastName = "Batched " + i;
            made.add(contact);
        }
        List<BatchResult> results = with(ExecutorType.BATCH, contacts -> {
            made.forEach(contacts::insert);
            return contacts.flush();
        });
        assertEquals(1, results.size());
        assertEquals(7, results.get(0).getUpdateCounts().length);
        for (Contact contact : made) {
            assertNotNull(contact.id);
            assertEquals(contact.lastName, with(contacts -> contacts.byId(contact.id)).lastName);
        }
    }

    /** A row. */
    static class Contact {
        String id;
        String lastName;
        String email;
        LocalDate birthdate;
        String accountName;
    }

    /** What MyBatis is told of the object. */
    interface Contacts {

        @Select("""
                SELECT c.Id, c.LastName, c.Email, c.Birthdate, a.Name AS accountName
                FROM Contact c JOIN Account a ON a.Id = c.AccountId
                WHERE a.Industry = #{industry} ORDER BY c.LastName, c.Id""")
        List<Contact> ofIndustry(String industry);

        @Select("SELECT COUNT(*) FROM Contact c JOIN Account a ON a.Id = c.AccountId WHERE a.Industry = #{industry}")
        int countOfIndustry(String industry);

        @Select("""
                <script>
                SELECT Id, LastName, Email, Birthdate FROM Contact
                <where>
                  <if test="lastName != null"> AND LastName = #{lastName} </if>
                  <if test="ids != null"> AND Id IN
                    <foreach item="id" collection="ids" open="(" separator="," close=")">#{id}</foreach>
                  </if>
                </where>
                ORDER BY Id
                </script>""")
        List<Contact> search(@Param("lastName") String lastName, @Param("ids") List<String> ids);

        @Select("SELECT Id FROM Contact ORDER BY Id")
        List<String> ids(RowBounds bounds);

        @Select("SELECT Id, LastName, Email, Birthdate FROM Contact WHERE Id = #{id}")
        Contact byId(String id);

        @Insert("INSERT INTO Contact (LastName, Email, Birthdate) VALUES (#{lastName}, #{email}, #{birthdate})")
        @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "Id")
        int insert(Contact contact);

        @Update("UPDATE Contact SET Email = #{email}, Birthdate = #{birthdate} WHERE Id = #{id}")
        int update(Contact contact);

        @Delete("DELETE FROM Contact WHERE Id = #{id}")
        int delete(String id);

        @Flush
        List<BatchResult> flush();
    }
}
