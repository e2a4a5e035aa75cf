package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random texts, values and calls: whatever they are, rows or a SQLException with a SQLState come out. */
class FuzzTest {

    private static final Duration LONG = Duration.ofSeconds(5);

    private static final List<String> SEEDS = List.of(
            "SELECT Id, Name, Owner.Name, Parent.Owner.Name FROM Account WHERE Name LIKE 'A%' ORDER BY Name LIMIT 5",
            "SELECT Id, (SELECT Id, Name FROM Contacts WHERE LastName != null LIMIT 2) FROM Account LIMIT 3",
            "SELECT StageName, COUNT(Id) n, SUM(Amount) FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 3",
            "SELECT TYPEOF What WHEN Account THEN Phone WHEN Case THEN Subject ELSE Name END FROM Task LIMIT 9",
            "SELECT FIELDS(ALL) FROM Type_Sample__c LIMIT 3",
            "SELECT COUNT() FROM Contact WHERE CreatedDate = LAST_N_DAYS:30 AND (Email != null OR Phone = '1')",
            "SELECT toLabel(Size__c), FORMAT(AnnualRevenue) f FROM Account WHERE Regions__c INCLUDES ('AMER;EMEA')",
            "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount > 10) LIMIT 3",
            "SELECT CALENDAR_YEAR(CloseDate) y, MAX(Amount) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate)",
            "SELECT DISTANCE(Location__c, GEOLOCATION(37.7,-122.4), 'mi') d FROM Account LIMIT 2 ALL ROWS",
            "SELECT Id FROM Opportunity WHERE CloseDate > 2026-01-01 AND CreatedDate < 2026-03-01T00:00:00Z LIMIT 4",
            "SELECT a.Name AS n, a.Owner.Name, COUNT(*) FROM Account a WHERE a.Industry <> 'x' GROUP BY 1, 2 ORDER BY 3 DESC",
            "SELECT * FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE c.Name IS NOT NULL LIMIT 3 OFFSET 1",
            "SELECT DISTINCT \"StageName\" FROM Opportunity WHERE CloseDate BETWEEN DATE '2026-01-01' AND CURRENT_DATE",
            "EXPLAIN SELECT Id, 1 AS one FROM Account WHERE UPPER(Name) = 'X' OR Name IN ('a', 'b') FETCH FIRST 3 ROWS ONLY",
            "WITH t AS (SELECT 1 AS x) SELECT CASE WHEN x = 1 THEN 'a' ELSE NULL END FROM t UNION ALL VALUES (2)",
            "INSERT INTO Account (Name) VALUES ('x') RETURNING Id");

    private static final List<String> PIECES = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            ",",
            "(",
            ")",
            "'",
            "\\",
            "?",
            "Id",
            "Name",
            "Account",
            "Contacts",
            "Owner.Name",
            "COUNT()",
            "COUNT(Id)",
            "GROUP BY",
            "ORDER BY",
            "LIMIT",
            "OFFSET",
            "0",
            "1",
            "-1",
            "99999999999999999999",
            "= null",
            "!=",
            "<>",
            "IN",
            "NOT",
            "AND",
            "OR",
            "LIKE",
            "TYPEOF",
            "END",
            "FIELDS(ALL)",
            "2026-02-31",
            "2026-03-10T00:00:00Z",
            "TODAY",
            "LAST_N_DAYS:5",
            "--",
            "/*",
            "*/",
            ";",
            "\"",
            "`",
            "😀",
            "\u0000",
            "\n",
            "USD5",
            "1e5",
            "{",
            "}",
            "$",
            ":x",
            "x.y.z.a.b.c.d.e",
            "ALL ROWS",
            "FOR UPDATE",
            "WITH",
            "HAVING",
            "AS",
            "*",
            "a.*",
            "COUNT(*)",
            "DISTINCT",
            "JOIN Contact c ON c.AccountId = Account.Id",
            "LEFT JOIN",
            "ON",
            "UNION ALL SELECT 1",
            "EXISTS (SELECT Id FROM Contact)",
            "IN (SELECT AccountId FROM Contact)",
            "BETWEEN 1 AND 2",
            "IS NOT NULL",
            "IS TRUE",
            "CASE WHEN 1 = 1 THEN 2 END",
            "CAST(Id AS VARCHAR)",
            "UPPER(Name)",
            "DATE '2026-01-01'",
            "INTERVAL '1' DAY",
            "CURRENT_DATE",
            "|| 'x'",
            "+ 1",
            "OVER ()",
            "FETCH FIRST 2 ROWS ONLY",
            "VALUES (1)",
            "EXPLAIN");

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), at + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, to);
                case 1 -> changed.insert(at, " " + PIECES.get(random.nextInt(PIECES.size())) + " ");
                case 2 -> changed.insert(at, (char) random.nextInt(0x3000));
                default -> changed.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return changed.toString();
    }

    private static String assembled(Random random) {
        StringBuilder text = new StringBuilder("SELECT ");
        for (int length = random.nextInt(14); length > 0; length--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
        }
        return text.toString();
    }

    @Test
    void any_text_gives_rows_or_a_sql_exception() {
        long seed = Seeds.seed();
        Random random = new Random(seed);
        for (int round = 0; round < 1_200; round++) {
            String text = round % 4 == 0 ? assembled(random) : changed(SEEDS.get(random.nextInt(SEEDS.size())), random);
            long start = System.nanoTime();
            try (Statement statement = connection.createStatement()) {
                statement.setMaxRows(20);
                try (ResultSet rows = statement.executeQuery(text)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            rows.getString(column);
                        }
                    }
                }
            } catch (SQLException refused) {
                assertStated(refused, seed, text);
            } catch (RuntimeException | Error broken) {
                throw new AssertionError("seed " + seed + ", text: " + text, broken);
            }
            assertTrue(System.nanoTime() - start < LONG.toNanos(), () -> "too slow: " + text);
        }
    }

    private static void assertStated(SQLException refused, long seed, Object what) {
        String told = "seed " + seed + ", " + what + ": " + refused;
        assertNotNull(refused.getSQLState(), told);
        assertTrue(refused.getSQLState().matches("[0-9A-Z]{5}"), told);
        assertTrue(refused.getMessage() != null && !refused.getMessage().isBlank(), told);
        // The fault would be the driver's or the simulated org's, not the text's.
        assertTrue(!refused.getSQLState().startsWith("08"), told);
        assertTrue(!(refused instanceof SQLTimeoutException), told);
        assertTrue(!refused.getMessage().contains("Exception:"), told);
    }

    @Test
    void any_getter_on_any_column_gives_a_value_or_a_sql_exception() throws Exception {
        long seed = Seeds.seed();
        Random random = new Random(seed);
        List<Method> getters = Arrays.stream(ResultSet.class.getMethods())
                .filter(method -> method.getName().startsWith("get")
                        || method.getName().startsWith("is")
                        || method.getName().equals("findColumn")
                        || method.getName().equals("wasNull"))
                // The order of reflection differs from run to run; a seed must mean the same calls.
                .sorted(Comparator.comparing(Method::toString))
                .toList();
        List<Class<?>> classes = List.of(
                String.class,
                Integer.class,
                int.class,
                java.math.BigDecimal.class,
                java.time.Instant.class,
                java.time.LocalDate.class,
                java.time.ZonedDateTime.class,
                java.sql.Date.class,
                byte[].class,
                ResultSet.class,
                Object.class,
                List.class,
                java.util.UUID.class);
        for (int type : new int[] {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE}) {
            try (Statement statement = connection.createStatement(type, ResultSet.CONCUR_READ_ONLY);
                    ResultSet rows = statement.executeQuery("SELECT FIELDS(ALL) FROM Type_Sample__c LIMIT 50")) {
                int width = rows.getMetaData().getColumnCount();
                for (int call = 0; call < 6_000; call++) {
                    Method method = getters.get(random.nextInt(getters.size()));
                    Object[] arguments = arguments(method, random, width, classes, rows);
                    try {
                        method.invoke(rows, arguments);
                        if (call % 100 == 0) {
                            rows.next();
                        }
                    } catch (InvocationTargetException thrown) {
                        String what = method + " " + Arrays.toString(arguments);
                        if (!(thrown.getCause() instanceof SQLException refused)) {
                            throw new AssertionError("seed " + seed + ", " + what, thrown.getCause());
                        }
                        assertStated(refused, seed, what);
                    }
                }
            }
        }
    }

    private static Object[] arguments(Method method, Random random, int width, List<Class<?>> classes, ResultSet rows)
            throws SQLException {
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (type == int.class) {
                arguments[i] = random.nextInt(width + 3) - 1;
            } else if (type == String.class) {
                arguments[i] = random.nextInt(20) == 0
                        ? "nowhere"
                        : rows.getMetaData().getColumnLabel(1 + random.nextInt(width));
            } else if (type == Class.class) {
                arguments[i] = classes.get(random.nextInt(classes.size()));
            } else if (type == Calendar.class) {
                arguments[i] =
                        random.nextBoolean() ? null : Calendar.getInstance(TimeZone.getTimeZone("Asia/Kathmandu"));
            }
        }
        return arguments;
    }

    @Test
    void any_value_of_any_parameter_gives_rows_or_a_sql_exception() {
        long seed = Seeds.seed();
        Random random = new Random(seed);
        List<String> places = List.of(
                "Text__c = ?",
                "Text__c LIKE ?",
                "Int__c > ?",
                "Long__c = ?",
                "Double__c IN (?)",
                "Currency__c IN ?",
                "Date__c = ?",
                "Datetime__c <= ?",
                "Time__c = ?",
                "Boolean__c = ?",
                "Id = ?",
                "Lookup__c != ?",
                "Multi__c INCLUDES (?)",
                "Picklist__c NOT IN ?",
                "Date__c = LAST_N_DAYS:?",
                "CALENDAR_YEAR(Date__c) = ?",
                "Lookup__r.Name = ?",
                "DISTANCE(Place__c, GEOLOCATION(?, 1), 'km') < 5",
                "Name != null LIMIT ?",
                "Name != null OFFSET ?");
        Object[] values = {
            null,
            "",
            "x",
            "'",
            "1",
            "-5",
            "1.5",
            "1e400",
            "2026-03-10",
            "2026-03-10T00:00:00Z",
            "14:30",
            "true",
            0,
            1,
            -1,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            1.5,
            -0.0,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            Float.NaN,
            'c',
            (byte) 3,
            new java.math.BigDecimal("1E+30"),
            new java.math.BigDecimal("1E-30"),
            new java.math.BigDecimal("1E+2000000000"),
            java.math.BigInteger.TWO.pow(300),
            true,
            java.time.LocalDate.MIN,
            java.time.LocalDate.of(2026, 3, 10),
            java.time.LocalDate.of(12026, 1, 1),
            java.time.LocalDateTime.MAX,
            java.time.LocalTime.NOON,
            java.time.Instant.MAX,
            java.time.Instant.EPOCH,
            java.time.OffsetDateTime.MIN,
            java.time.Year.of(2026),
            java.time.Duration.ZERO,
            new java.util.Date(Long.MAX_VALUE),
            new java.sql.Timestamp(Long.MIN_VALUE),
            new java.sql.Time(0),
            new java.sql.Date(0),
            Calendar.getInstance(),
            new byte[] {1, -1},
            new Object[0],
            new Object[] {null},
            new Object[] {"a", 1},
            new int[] {1},
            List.of(),
            List.of("x", "y"),
            new Object(),
            java.util.UUID.randomUUID(),
            "x".repeat(5_000),
            java.util.Optional.of("x"),
            new StringBuilder("s"),
            Thread.State.NEW
        };
        for (int round = 0; round < 1_500; round++) {
            String place = places.get(random.nextInt(places.size()));
            Object value = values[random.nextInt(values.length)];
            String what = place + " with " + (value == null ? "null" : value.getClass() + " " + shown(value));
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT Id FROM Type_Sample__c WHERE " + place)) {
                if (random.nextInt(4) == 0) {
                    statement.setObject(1, value, random.nextInt(3000) - 10);
                } else {
                    statement.setObject(1, value);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    Rows.firsts(rows);
                }
            } catch (SQLException refused) {
                assertStated(refused, seed, what);
            } catch (RuntimeException | Error broken) {
                throw new AssertionError("seed " + seed + ", " + what, broken);
            }
        }
    }

    private static String shown(Object value) {
        return value instanceof java.math.BigDecimal decimal && decimal.scale() < -1000
                ? decimal.unscaledValue() + "E" + -(long) decimal.scale()
                : String.valueOf(value)
                        .substring(0, Math.min(40, String.valueOf(value).length()));
    }
}
