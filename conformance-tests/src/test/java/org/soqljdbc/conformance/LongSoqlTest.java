package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.log.Call;

/** SOQL too long for a URL travels inside POST /composite; what Salesforce never takes is refused before any call. */
class LongSoqlTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        TestOrg.rows(connection, "SELECT Id FROM Contact LIMIT 1");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    /** A query of so many characters that finds every contact. */
    private static String exactly(int length) {
        String tail = ") ORDER BY Id";
        StringBuilder soql = new StringBuilder("SELECT Id FROM Contact WHERE LastName NOT IN ('none'");
        while (soql.length() + tail.length() + 48 < length) {
            soql.append(",'").append("z".repeat(40)).append('\'');
        }
        int left = length - soql.length() - tail.length() - ",''".length();
        return soql.append(",'")
                .append("w".repeat(left))
                .append('\'')
                .append(tail)
                .toString();
    }

    @Test
    void a_short_one_is_a_get_and_a_long_one_a_post_that_pages_on_by_get() throws SQLException {
        assertEquals(5000, TestOrg.rows(connection, exactly(3_000)).size());
        assertEquals(
                List.of("GET", "GET", "GET"),
                ORG.calls().stream().map(Call::method).toList());
        ORG.simulated().forgetCalls();
        String soql = exactly(40_000);
        assertEquals(5000, TestOrg.rows(connection, soql).size());
        List<Call> calls = ORG.calls();
        assertEquals(
                List.of("POST", "GET", "GET"), calls.stream().map(Call::method).toList());
        assertEquals("/services/data/v67.0/composite", calls.get(0).path());
        assertEquals(soql, calls.get(0).soql().orElseThrow());
    }

    @Test
    void no_length_is_answered_uri_too_long() throws SQLException {
        for (int length : new int[] {7_000, 8_000, 12_000, 14_000, 15_000, 15_500, 16_000, 16_300, 16_400, 20_000}) {
            assertEquals(5000, TestOrg.rows(connection, exactly(length)).size(), "length " + length);
            // Each of these letters takes nine characters in a URL.
            String wide = "SELECT Id FROM Account WHERE Name != '" + "日".repeat(length / 9 - 100) + "'";
            if (length / 9 - 100 <= 1_700) {
                assertEquals(60, TestOrg.rows(connection, wide).size());
            }
        }
        assertTrue(ORG.calls().stream().allMatch(call -> call.status() == 200));
    }

    @Test
    void the_fetch_size_travels_in_the_composite_too() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet rows = statement.executeQuery(exactly(30_000))) {
                assertEquals(5000, Rows.all(rows).size());
            }
        }
        assertEquals(5, ORG.pageCalls());
    }

    @Test
    void the_longest_text_travels_and_a_longer_one_is_refused_before_any_call() throws SQLException {
        assertEquals(5000, TestOrg.rows(connection, exactly(100_000)).size());
        ORG.simulated().forgetCalls();
        String uncuttable = exactly(99_986).replace(" WHERE ", " WHERE Name != 'x' OR ");
        SQLException refusal =
                Refused.with("54001", SQLNonTransientException.class, () -> TestOrg.rows(connection, uncuttable));
        Refused.says(refusal, "100001", "100000");
        assertEquals(0, ORG.calls().size());
    }

    @Test
    void an_error_inside_the_composite_is_the_error() {
        String soql = exactly(30_000).replace("ORDER BY Id", "AND Description = 'x'");
        SQLException refusal =
                Refused.with("42000", SQLSyntaxErrorException.class, () -> TestOrg.rows(connection, soql));
        Refused.says(refusal, "INVALID_FIELD", "can not be filtered");
    }

    @Test
    void an_expired_session_is_renewed_for_the_composite_too() throws SQLException {
        ORG.simulated().expireSessions();
        assertEquals(5000, TestOrg.rows(connection, exactly(30_000)).size());
        assertEquals(1, ORG.tokenCalls());
    }

    @Test
    void a_composite_that_is_refused_whole_is_repeated_when_it_may_be() throws SQLException {
        ORG.simulated()
                .plan(
                        call -> call.startsWith("POST") && call.endsWith("/composite"),
                        Fault.error(503, "SERVER_UNAVAILABLE", "Server Unavailable"));
        assertEquals(5000, TestOrg.rows(connection, exactly(30_000)).size());
    }
}
