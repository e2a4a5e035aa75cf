package org.soqljdbc.clients.eclipselink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.config.ResultSetType;
import org.eclipse.persistence.queries.ScrollableCursor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/** Joins by comma, pages by setMaxRows and absolute, scrolling cursors, and writes. */
class EclipseLinkTest {

    private static ClientOrg org;
    private static EntityManagerFactory factory;

    @BeforeAll
    static void start() {
        org = ClientOrg.start();
        factory = Persistence.createEntityManagerFactory(
                "org",
                Map.of(
                        "jakarta.persistence.jdbc.driver", ClientOrg.DRIVER,
                        "jakarta.persistence.jdbc.url", org.url("dialect=sql"),
                        "jakarta.persistence.jdbc.user", org.user(),
                        "eclipselink.jdbc.property.password", org.password(),
                        "eclipselink.target-database", SalesforcePlatform.class.getName()));
    }

    @AfterAll
    static void stop() {
        factory.close();
        org.close();
    }

    private static <T> T with(Function<EntityManager, T> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            manager.getTransaction().begin();
            T result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        } finally {
            manager.close();
        }
    }

    @Test
    void a_join_by_comma_follows_the_relation() {
        List<Object[]> rows = with(manager -> manager.createQuery(
                        "select c.lastName, a.name from Contact c join c.account a where a.industry = :industry",
                        Object[].class)
                .setParameter("industry", "Energy")
                .getResultList());
        long count = with(manager -> manager.createQuery(
                        "select count(c) from Contact c where c.account.industry = 'Energy'", Long.class)
                .getSingleResult());
        assertTrue(count > 0);
        assertEquals(count, rows.size());
    }

    @Test
    void a_page_is_scrolled_to() {
        List<String> all = with(manager -> manager.createQuery("select c.id from Contact c order by c.id", String.class)
                .setMaxResults(40)
                .getResultList());
        List<String> page =
                with(manager -> manager.createQuery("select c.id from Contact c order by c.id", String.class)
                        .setFirstResult(30)
                        .setMaxResults(10)
                        .getResultList());
        assertEquals(all.subList(30, 40), page);
    }

    @Test
    void a_scrollable_cursor_goes_to_the_end_and_back() {
        boolean same = with(manager -> {
            ScrollableCursor cursor = (ScrollableCursor) manager.createQuery("select a from Account a order by a.id")
                    .setHint(QueryHints.SCROLLABLE_CURSOR, true)
                    .setHint(QueryHints.RESULT_SET_TYPE, ResultSetType.ScrollInsensitive)
                    .getSingleResult();
            Object first = cursor.next();
            assertTrue(cursor.last());
            assertTrue(cursor.first());
            cursor.beforeFirst();
            boolean again = cursor.next() == first;
            cursor.close();
            return again;
        });
        assertTrue(same);
    }

    @Test
    void entities_are_inserted_updated_and_deleted() {
        Contact made = with(manager -> {
            Account account = new Account();
            account.name = "Eclipse";
            manager.persist(account);
            Contact contact = new Contact();
            contact.lastName = "Linked";
            contact.account = account;
            manager.persist(contact);
            return contact;
        });
        assertEquals(18, made.id.length());
        with(manager -> manager.find(Contact.class, made.id).email = "linked@example.com");
        factory.getCache().evictAll();
        Contact read = with(manager -> manager.find(Contact.class, made.id));
        assertEquals("linked@example.com", read.email);
        assertEquals("Eclipse", read.account.name);
        assertFalse(with(manager -> {
                    Contact contact = manager.find(Contact.class, made.id);
                    manager.remove(contact);
                    return manager.contains(contact);
                })
                .booleanValue());
        factory.getCache().evictAll();
        assertNull(with(manager -> manager.find(Contact.class, made.id)));
    }
}
