package org.soqljdbc.clients.jooq;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/** What the DSL writes, with names of three parts and everything quoted, as generated classes have them. */
class DslTest {

    private static final Table<Record> ACCOUNT = table(name("salesforce", "Account"));
    private static final Table<Record> CONTACT = table(name("salesforce", "Contact"));
    private static final Table<Record> OPPORTUNITY = table(name("salesforce", "Opportunity"));

    private static final Field<String> ACCOUNT_ID = text("Account", "Id");
    private static final Field<String> ACCOUNT_NAME = text("Account", "Name");
    private static final Field<String> INDUSTRY = text("Account", "Industry");
    private static final Field<String> CONTACT_ID = text("Contact", "Id");
    private static final Field<String> CONTACT_ACCOUNT = text("Contact", "AccountId");
    private static final Field<String> LAST_NAME = text("Contact", "LastName");
    private static final Field<String> EMAIL = text("Contact", "Email");
    private static final Field<LocalDate> BIRTHDATE =
            field(name("salesforce", "Contact", "Birthdate"), SQLDataType.LOCALDATE);
    private static final Field<String> STAGE = text("Opportunity", "StageName");
    private static final Field<BigDecimal> AMOUNT =
            field(name("salesforce", "Opportunity", "Amount"), SQLDataType.DECIMAL(18, 2));
    private static final Field<Boolean> CLOSED =
            field(name("salesforce", "Opportunity", "IsClosed"), SQLDataType.BOOLEAN);

    private static ClientOrg org;
    private static Connection connection;
    private static DSLContext dsl;

    private static Field<String> text(String table, String column) {
        return field(name("salesforce", table, column), SQLDataType.VARCHAR);
    }

    @BeforeAll
    static void connect() throws SQLException {
        org = ClientOrg.start();
        connection = DriverManager.getConnection(org.url("dialect=sql"), org.properties());
        dsl = DSL.using(connection, SQLDialect.DEFAULT);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
        org.close();
    }

    @Test
    void a_join_has_the_rows_of_both_tables() {
        Result<Record2<String, String>> rows = dsl.select(LAST_NAME, ACCOUNT_NAME)
                .from(CONTACT)
                .join(ACCOUNT)
                .on(CONTACT_ACCOUNT.eq(ACCOUNT_ID))
                .where(INDUSTRY.isNotNull())
                .orderBy(LAST_NAME, CONTACT_ID)
                .fetch();
        int expected = dsl.fetchCount(dsl.select(CONTACT_ID)
                .from(CONTACT)
                .where(CONTACT_ACCOUNT.in(select(ACCOUNT_ID).from(ACCOUNT).where(INDUSTRY.isNotNull()))));
        assertEquals(expected, rows.size());
        assertFalse(rows.isEmpty());
        assertFalse(rows.getValues(ACCOUNT_NAME).contains(null));
    }

    @Test
    void pages_follow_each_other() {
        List<String> all = dsl.select(ACCOUNT_ID)
                .from(ACCOUNT)
                .orderBy(ACCOUNT_ID)
                .limit(10)
                .fetch(ACCOUNT_ID);
        List<String> second = dsl.select(ACCOUNT_ID)
                .from(ACCOUNT)
                .orderBy(ACCOUNT_ID)
                .limit(5)
                .offset(5)
                .fetch(ACCOUNT_ID);
        assertEquals(5, second.size());
        assertEquals(all.subList(5, 10), second);
    }

    @Test
    void groups_are_counted_and_summed() {
        Result<Record3<String, Integer, BigDecimal>> stages = dsl.select(STAGE, count(), sum(AMOUNT))
                .from(OPPORTUNITY)
                .where(CLOSED.eq(inline(false)))
                .groupBy(STAGE)
                .having(count().gt(1))
                .orderBy(STAGE)
                .fetch();
        assertFalse(stages.isEmpty());
        for (Record3<String, Integer, BigDecimal> stage : stages) {
            Result<Record> rows = dsl.select()
                    .from(OPPORTUNITY)
                    .where(STAGE.eq(stage.value1()))
                    .and(CLOSED.isFalse())
                    .fetch();
            assertEquals(rows.size(), stage.value2());
            double total = rows.stream()
                    .map(row -> row.get(AMOUNT))
                    .filter(amount -> amount != null)
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
            // The org sums doubles.
            assertEquals(total, stage.value3().doubleValue(), 0.05, stage::toString);
        }
    }

    @Test
    void a_row_is_inserted_changed_and_deleted() {
        Record key = dsl.insertInto(CONTACT)
                .set(LAST_NAME, "Jooq")
                .set(BIRTHDATE, LocalDate.of(1980, 2, 29))
                .returning(CONTACT_ID)
                .fetchOne();
        String id = key.get(CONTACT_ID);
        assertEquals(18, id.length());
        assertEquals(
                LocalDate.of(1980, 2, 29),
                dsl.select(BIRTHDATE).from(CONTACT).where(CONTACT_ID.eq(id)).fetchOne(BIRTHDATE));

        assertEquals(
                1,
                dsl.update(CONTACT)
                        .set(EMAIL, "jooq@example.com")
                        .setNull(BIRTHDATE)
                        .where(CONTACT_ID.eq(id))
                        .execute());
        Record changed = dsl.select(EMAIL, BIRTHDATE)
                .from(CONTACT)
                .where(CONTACT_ID.eq(id))
                .fetchOne();
        assertEquals("jooq@example.com", changed.get(EMAIL));
        assertNull(changed.get(BIRTHDATE));

        assertEquals(1, dsl.deleteFrom(CONTACT).where(CONTACT_ID.eq(id)).execute());
        assertFalse(dsl.fetchExists(dsl.selectFrom(CONTACT).where(CONTACT_ID.eq(id))));
    }

    @Test
    void several_rows_of_one_insert_and_a_batch() {
        assertEquals(
                2,
                dsl.insertInto(ACCOUNT, ACCOUNT_NAME, INDUSTRY)
                        .values("Jooq values 1", "Energy")
                        .values("Jooq values 2", null)
                        .execute());
        int[] counts = dsl.batch(dsl.insertInto(ACCOUNT, ACCOUNT_NAME).values((String) null))
                .bind("Jooq batch 1")
                .bind("Jooq batch 2")
                .execute();
        assertEquals(2, counts.length);
        assertEquals(4, dsl.fetchCount(dsl.selectFrom(ACCOUNT).where(ACCOUNT_NAME.like("Jooq %"))));
    }

    @Test
    void a_missing_value_is_jooqs_own_exception() {
        DataAccessException refused = assertThrows(
                IntegrityConstraintViolationException.class,
                () -> dsl.insertInto(CONTACT).set(EMAIL, "x@example.com").execute());
        assertTrue(refused.getMessage().contains("LastName"), refused::getMessage);
    }

    @Test
    void the_meta_api_sees_tables_and_keys() {
        List<Table<?>> accounts = dsl.meta()
                .filterTables(found ->
                        found.getName().equals("Account") || found.getName().equals("Contact"))
                .getTables();
        assertEquals(2, accounts.size());
        Table<?> contact = accounts.get(1);
        assertEquals("Contact", contact.getName());
        assertEquals("Id", contact.getPrimaryKey().getFields().get(0).getName());
        assertTrue(contact.getReferences().stream()
                .anyMatch(reference -> reference.getKey().getTable().getName().equals("Account")));
    }
}
