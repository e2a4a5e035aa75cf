package org.soqljdbc.clients.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/** Entities written in units of work. */
class WriteTest {

    private static ClientOrg org;
    private static SessionFactory sessions;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
        sessions = Sessions.of(org, configuration -> {});
    }

    @AfterAll
    static void stop() {
        sessions.close();
        org.close();
    }

    private static <T> T work(Function<Session, T> unit) {
        return sessions.fromTransaction(unit::apply);
    }

    private static long number(ToLongFunction<Session> unit) {
        return sessions.fromTransaction(unit::applyAsLong);
    }

    private static void change(Consumer<Session> unit) {
        sessions.inTransaction(unit::accept);
    }

    @Test
    void entities_with_a_relation_are_inserted_updated_and_deleted() {
        Contact made = work(session -> {
            Account account = new Account("Hibernate");
            account.annualRevenue = new BigDecimal("1000");
            account.numberOfEmployees = 7;
            session.persist(account);
            Contact contact = new Contact("Mapped", account);
            contact.birthdate = LocalDate.of(1972, 2, 29);
            contact.email = "mapped@example.com";
            session.persist(contact);
            return contact;
        });
        assertEquals(18, made.id.length());

        change(session -> {
            Contact contact = session.find(Contact.class, made.id);
            assertEquals("Hibernate", contact.account.getName());
            assertEquals(0, new BigDecimal("1000").compareTo(contact.account.getAnnualRevenue()));
            assertEquals(LocalDate.of(1972, 2, 29), contact.birthdate);
            contact.firstName = "Changed";
            contact.email = null;
            contact.account.setIndustry("Energy");
        });
        change(session -> {
            Contact contact = session.find(Contact.class, made.id);
            assertEquals("Changed", contact.firstName);
            assertNull(contact.email);
            assertEquals("Energy", contact.account.getIndustry());
            session.remove(contact);
            session.remove(contact.account);
        });
        assertNull(work(session -> session.find(Contact.class, made.id)));
        assertNull(work(session -> session.find(Account.class, made.account.getId())));
    }

    @Test
    void what_the_org_computes_is_read_after_a_refresh() {
        boolean closed = work(session -> {
            Opportunity won = new Opportunity();
            won.name = "Won by Hibernate";
            won.stageName = "Closed Won";
            won.closeDate = LocalDate.of(2026, 10, 25);
            session.persist(won);
            session.flush();
            session.refresh(won);
            return won.closed;
        });
        assertTrue(closed);
    }

    @Test
    void updates_of_a_flush_are_one_batch() {
        List<String> ids = work(session -> {
            for (int i = 0; i < 5; i++) {
                session.persist(new Account("Flushed " + i));
            }
            session.flush();
            return session.createQuery("select a.id from Account a where a.name like 'Flushed %'", String.class)
                    .getResultList();
        });
        assertEquals(5, ids.size());
        long before = sessions.getStatistics().getPrepareStatementCount();
        change(session -> session.createQuery("from Account a where a.id in :ids", Account.class)
                .setParameterList("ids", ids)
                .getResultList()
                .forEach(account -> account.numberOfEmployees = 11));
        assertEquals(2, sessions.getStatistics().getPrepareStatementCount() - before);
        assertEquals(
                5,
                number(session -> session.createQuery(
                                "select count(a) from Account a where a.numberOfEmployees = 11 and a.name like 'Flushed %'",
                                Long.class)
                        .getSingleResult()));
    }

    @Test
    void many_rows_are_changed_and_deleted_by_a_statement() {
        Account account = work(session -> {
            Account parent = new Account("Bulk");
            session.persist(parent);
            session.persist(new Contact("Bulk 1", parent));
            session.persist(new Contact("Bulk 2", parent));
            return parent;
        });
        assertEquals(
                2,
                number(session -> session.createMutationQuery(
                                "update Contact set firstName = 'Z', birthdate = null where account.id = :id")
                        .setParameter("id", account.id)
                        .executeUpdate()));
        assertEquals(
                2,
                number(session -> session.createMutationQuery(
                                "delete from Contact where firstName = 'Z' and account = :a")
                        .setParameter("a", account)
                        .executeUpdate()));
    }

    @Test
    void a_value_that_is_missing_is_a_constraint_violation() {
        ConstraintViolationException missing = assertThrows(
                ConstraintViolationException.class,
                () -> change(session -> {
                    Contact nameless = new Contact();
                    nameless.email = "nameless@example.com";
                    session.persist(nameless);
                }));
        assertEquals("23502", missing.getSQLState());
        assertTrue(missing.getSQLException().getMessage().contains("LastName"), missing::getMessage);
        assertFalse(work(session -> session.createQuery("from Account", Account.class)
                        .setMaxResults(1)
                        .getResultList())
                .isEmpty());
    }
}
