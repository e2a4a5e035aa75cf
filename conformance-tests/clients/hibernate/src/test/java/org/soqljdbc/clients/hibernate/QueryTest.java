package org.soqljdbc.clients.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/** JPQL over related entities. Every answer is compared with what the rows themselves say. */
class QueryTest {

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

    private static <T> T read(Function<Session, T> work) {
        try (Session session = sessions.openSession()) {
            return work.apply(session);
        }
    }

    private static long number(ToLongFunction<Session> work) {
        try (Session session = sessions.openSession()) {
            return work.applyAsLong(session);
        }
    }

    private static List<Opportunity> opportunities(Session session) {
        return session.createQuery("from Opportunity", Opportunity.class).getResultList();
    }

    @Test
    void an_entity_is_found_by_its_id() {
        Account first = read(session -> session.createQuery("from Account order by name", Account.class)
                .setMaxResults(1)
                .getSingleResult());
        Account found = read(session -> session.find(Account.class, first.id));
        assertEquals(first.name, found.name);
        assertNotNull(found.createdDate);
        assertNull(read(session -> session.find(Account.class, "001000000000000AAA")));
    }

    @Test
    void a_join_follows_the_relation() {
        List<Tuple> joined = read(session -> session.createQuery(
                        "select c.lastName as contact, a.name as account from Contact c join c.account a"
                                + " where a.industry = :industry order by c.lastName, c.id",
                        Tuple.class)
                .setParameter("industry", "Energy")
                .getResultList());
        long expected = read(session -> session.createQuery("from Contact", Contact.class).getResultList().stream()
                .filter(contact -> contact.account != null && "Energy".equals(contact.account.getIndustry()))
                .count());
        assertEquals(expected, joined.size());
        assertFalse(joined.isEmpty());
        assertNotNull(joined.get(0).get("account"));
    }

    @Test
    void a_left_join_keeps_those_without_a_parent() {
        long rows = read(
                session -> session.createQuery("select c.id, a.name from Contact c left join c.account a", Tuple.class)
                        .getResultList()
                        .size());
        long all = read(session -> session.createQuery("select count(c) from Contact c", Long.class)
                .getSingleResult());
        assertEquals(all, rows);
        long orphans = read(session -> session.createQuery(
                        "select count(c.id) from Contact c left join c.account a where a.id is null", Long.class)
                .getSingleResult());
        long parentless = read(
                session -> session.createQuery("select count(c) from Contact c where c.account is null", Long.class)
                        .getSingleResult());
        assertEquals(parentless, orphans);
    }

    @Test
    void a_fetch_join_brings_parents_and_children_at_once() {
        List<Contact> contacts =
                read(session -> session.createQuery("from Contact c join fetch c.account", Contact.class)
                        .getResultList());
        assertFalse(contacts.isEmpty());
        assertTrue(contacts.stream().allMatch(contact -> contact.account.getName() != null));

        List<Account> accounts = read(
                session -> session.createQuery("select distinct a from Account a join fetch a.contacts", Account.class)
                        .getResultList());
        assertEquals(
                contacts.size(),
                accounts.stream()
                        .mapToInt(account -> account.getContacts().size())
                        .sum());
    }

    @Test
    void pages_follow_each_other() {
        List<String> all = read(session -> session.createQuery(
                        "select o.id from Opportunity o where o.closed = false order by o.amount desc, o.id",
                        String.class)
                .getResultList());
        for (int from = 0; from < 20; from += 5) {
            int offset = from;
            List<Opportunity> page = read(session -> session.createQuery(
                            "from Opportunity o where o.closed = false order by o.amount desc, o.id", Opportunity.class)
                    .setFirstResult(offset)
                    .setMaxResults(5)
                    .getResultList());
            assertEquals(
                    all.subList(from, from + 5),
                    page.stream().map(row -> row.id).toList());
        }
    }

    @Test
    void checkboxes_are_compared_as_literals_and_as_parameters() {
        long closed = read(session ->
                opportunities(session).stream().filter(row -> row.closed).count());
        assertTrue(closed > 0);
        assertEquals(closed, count("select count(o) from Opportunity o where o.closed = true"));
        assertEquals(closed, count("select count(o) from Opportunity o where o.closed"));
        assertEquals(
                closed,
                number(session -> session.createQuery(
                                "select count(o) from Opportunity o where o.closed = :closed", Long.class)
                        .setParameter("closed", true)
                        .getSingleResult()));
    }

    @Test
    void groups_have_counts_sums_and_extremes() {
        List<Tuple> stages = read(session -> session.createQuery(
                        "select o.stageName as stage, count(o) as n, max(o.closeDate) as latest, sum(o.amount) as total"
                                + " from Opportunity o group by o.stageName having count(o) > 1 order by o.stageName",
                        Tuple.class)
                .getResultList());
        List<Opportunity> rows = read(QueryTest::opportunities);
        assertFalse(stages.isEmpty());
        for (Tuple stage : stages) {
            List<Opportunity> own = rows.stream()
                    .filter(row -> row.stageName.equals(stage.get("stage")))
                    .toList();
            assertEquals((long) own.size(), stage.get("n", Long.class));
            assertEquals(
                    own.stream()
                            .map(row -> row.closeDate)
                            .max(LocalDate::compareTo)
                            .orElseThrow(),
                    stage.get("latest", LocalDate.class));
            assertNotNull(stage.get("total", BigDecimal.class));
        }
    }

    @Test
    void subqueries_ask_for_and_against_children() {
        Set<String> parents =
                read(session -> session.createQuery("from Contact", Contact.class).getResultList().stream()
                        .filter(contact -> contact.account != null)
                        .map(contact -> contact.account.getId())
                        .collect(Collectors.toSet()));
        long all = count("select count(a) from Account a");
        assertEquals(
                parents.size(),
                count("select count(a) from Account a where exists (select 1 from Contact c where c.account = a)"));
        assertEquals(
                all - parents.size(),
                count("select count(a) from Account a where not exists (select 1 from Contact c where c.account = a)"));
        assertEquals(
                parents.size(),
                count("select count(a) from Account a where a.id in (select c.account.id from Contact c)"));
        assertEquals(parents.size(), count("select count(a) from Account a where a.contacts is not empty"));
    }

    @Test
    void expressions_are_computed() {
        List<String> names = read(session -> session.createQuery(
                        "select concat(upper(a.name), ' / ', coalesce(a.industry, '-')) from Account a order by a.id",
                        String.class)
                .getResultList());
        List<Account> rows = read(session -> session.createQuery("from Account a order by a.id", Account.class)
                .getResultList());
        assertEquals(
                rows.stream()
                        .map(row -> row.name.toUpperCase(java.util.Locale.ROOT) + " / "
                                + (row.industry == null ? "-" : row.industry))
                        .toList(),
                names);

        long big = read(QueryTest::opportunities).stream()
                .filter(row -> row.amount != null && row.amount.compareTo(new BigDecimal("1000000")) >= 0)
                .count();
        List<Tuple> sizes = read(session -> session.createQuery(
                        "select case when o.amount >= 1000000 then 'big' else 'small' end as size, count(*) as n"
                                + " from Opportunity o group by size order by size",
                        Tuple.class)
                .getResultList());
        assertEquals(2, sizes.size());
        assertEquals(big, sizes.get(0).get("n", Long.class));
    }

    @Test
    void texts_and_days_are_taken_apart() {
        String name = read(session -> session.createQuery("select a.name from Account a order by a.id", String.class)
                .setMaxResults(1)
                .getSingleResult());
        Tuple parts = read(session -> session.createQuery(
                        "select length(a.name) as length, substring(a.name, 2, 2) as middle, locate('m', a.name) as place,"
                                + " trim(a.name) as trimmed, lower(a.name) as lower, replace(a.name, 'm', 'n') as replaced,"
                                + " left(a.name, 1) as first from Account a order by a.id",
                        Tuple.class)
                .setMaxResults(1)
                .getSingleResult());
        assertEquals(name.length(), parts.get("length"));
        assertEquals(name.substring(1, 3), parts.get("middle"));
        assertEquals(name.indexOf('m') + 1, parts.get("place"));
        assertEquals(name.strip(), parts.get("trimmed"));
        assertEquals(name.replace('m', 'n'), parts.get("replaced"));

        List<Opportunity> rows = read(QueryTest::opportunities);
        int year = rows.get(0).closeDate.getYear();
        long ofYear =
                rows.stream().filter(row -> row.closeDate.getYear() == year).count();
        assertEquals(
                ofYear,
                number(session -> session.createQuery(
                                "select count(o) from Opportunity o where year(o.closeDate) = :year", Long.class)
                        .setParameter("year", year)
                        .getSingleResult()));
        long later = rows.stream()
                .filter(row -> row.closeDate.isAfter(LocalDate.of(year, 6, 30)))
                .count();
        assertEquals(
                later,
                number(session -> session.createQuery(
                                "select count(o) from Opportunity o where o.closeDate > :day", Long.class)
                        .setParameter("day", LocalDate.of(year, 6, 30))
                        .getSingleResult()));
    }

    @Test
    void instants_are_compared() {
        List<Account> rows = read(
                session -> session.createQuery("from Account", Account.class).getResultList());
        Instant some = rows.get(rows.size() / 2).createdDate;
        long later =
                rows.stream().filter(row -> !row.createdDate.isBefore(some)).count();
        assertEquals(
                later,
                number(session -> session.createQuery(
                                "select count(a) from Account a where a.createdDate >= :since", Long.class)
                        .setParameter("since", some)
                        .getSingleResult()));
        assertEquals(rows.size(), count("select count(a) from Account a where a.createdDate < instant"));
    }

    @Test
    void parents_are_fetched_in_batches() {
        long before = sessions.getStatistics().getPrepareStatementCount();
        int parents = read(session -> {
            List<Contact> contacts = session.createQuery("from Contact c where c.account is not null", Contact.class)
                    .getResultList();
            return contacts.stream()
                    .map(contact -> contact.account.getName())
                    .collect(Collectors.toSet())
                    .size();
        });
        long statements = sessions.getStatistics().getPrepareStatementCount() - before;
        assertTrue(parents > 2, () -> parents + " parents");
        assertTrue(statements <= 2 + parents / 16 + 1, () -> statements + " statements for " + parents + " parents");
    }

    @Test
    void children_are_fetched_in_batches() {
        long before = sessions.getStatistics().getPrepareStatementCount();
        int children = read(
                session -> session.createQuery("from Account", Account.class).setMaxResults(40).getResultList().stream()
                        .mapToInt(account -> account.getContacts().size())
                        .sum());
        long statements = sessions.getStatistics().getPrepareStatementCount() - before;
        assertTrue(children > 0);
        assertTrue(statements <= 4, () -> statements + " statements");
    }

    @Test
    void a_lock_is_refused_and_not_ignored() {
        assertThrows(
                PersistenceException.class,
                () -> read(session -> session.createQuery("from Account", Account.class)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .setMaxResults(1)
                        .getResultList()));
    }

    private static long count(String query) {
        return read(session -> session.createQuery(query, Long.class).getSingleResult());
    }
}
