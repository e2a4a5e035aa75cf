package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.log.Call;

/** What goes wrong between here and the org: repeated where that is safe, else the right error; never a wrong row. */
@Timeout(60)
class FaultTest {

    private static final String SOQL = "SELECT Id, Name, Email FROM Contact ORDER BY Id LIMIT 1000";
    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0");

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;
    private static List<String> ids;

    @BeforeAll
    static void read_without_faults() throws SQLException {
        connection = ORG.open("fetchSize", "500");
        ids = new ArrayList<>();
        for (List<Object> row : TestOrg.rows(connection, SOQL)) {
            ids.add((String) row.get(0));
        }
        assertEquals(1000, ids.size());
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @AfterEach
    void the_connection_works_on() throws SQLException {
        ORG.simulated().forgetFaults();
        assertEquals(
                3, TestOrg.rows(connection, "SELECT Id FROM Contact LIMIT 3").size());
    }

    private static void plan(String path, int times, Fault fault) {
        for (int i = 0; i < times; i++) {
            ORG.simulated().plan(call -> call.contains(path), fault);
        }
    }

    private static void reads_every_row_once() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SOQL)) {
            assertEquals(ids, Rows.firsts(rows));
        }
    }

    // ---- what passes ---------------------------------------------------------------------------------------------

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.answer(429, AT_ONCE, "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"slow\"}]"),
                Fault.answer(429, Map.of("Retry-After", "1"), ""),
                Fault.error(503, "SERVER_UNAVAILABLE", "Server Unavailable"),
                Fault.html(503, "<html><title>Maintenance</title></html>"),
                Fault.html(502, "<html><h1>Bad Gateway</h1></html>"),
                Fault.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred"),
                Fault.error(401, "INVALID_SESSION_ID", "Session expired or invalid"),
                new Fault.Reset(),
                new Fault.NoAnswer());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_passes_is_repeated_and_no_row_is_lost_or_doubled(Fault fault) throws SQLException {
        plan("/query?q=", 1, fault);
        reads_every_row_once();
        plan("/query/", 1, fault);
        reads_every_row_once();
    }

    @Test
    void a_describe_is_repeated_too() throws SQLException {
        plan("/Lead/describe", 1, new Fault.Reset());
        assertEquals(
                1, TestOrg.rows(connection, "SELECT Name FROM Lead LIMIT 1").size());
    }

    // ---- what stays ----------------------------------------------------------------------------------------------

    /** @param words of the message, besides */
    record Staying(Fault fault, String state, Class<? extends SQLException> type, int vendorCode, String... words) {

        @Override
        public String toString() {
            return fault instanceof Fault.Answer answer
                    ? answer.status() + " " + answer.body() + " is " + state
                    : fault + " is " + state;
        }
    }

    private static Staying code(
            int status, String code, String state, Class<? extends SQLException> type, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(code);
        return new Staying(
                Fault.answer(status, AT_ONCE, "[{\"message\":\"told\",\"errorCode\":\"" + code + "\"}]"),
                state,
                type,
                status,
                all.toArray(String[]::new));
    }

    static Stream<Staying> staying() {
        return Stream.of(
                code(403, "REQUEST_LIMIT_EXCEEDED", "53000", SQLTransientException.class, "24 hours", "told"),
                code(400, "QUERY_TIMEOUT", "HYT00", SQLTimeoutException.class, "indexed"),
                code(400, "INVALID_QUERY_LOCATOR", "24000", SQLNonTransientException.class, "again"),
                code(404, "INVALID_QUERY_LOCATOR", "24000", SQLNonTransientException.class, "again"),
                code(400, "MALFORMED_QUERY", "42000", SQLSyntaxErrorException.class),
                code(400, "INVALID_TYPE", "42S02", SQLSyntaxErrorException.class),
                code(400, "QUERY_TOO_COMPLICATED", "54001", SQLNonTransientException.class, "formula"),
                code(400, "OPERATION_TOO_LARGE", "54001", SQLNonTransientException.class),
                code(403, "API_DISABLED_FOR_ORG", "28000", SQLInvalidAuthorizationSpecException.class, "API Enabled"),
                code(403, "INSUFFICIENT_ACCESS", "42501", SQLSyntaxErrorException.class, "administrator"),
                code(400, "INVALID_TYPE_FOR_OPERATION", "0A000", SQLFeatureNotSupportedException.class),
                code(400, "SOMETHING_QUITE_NEW", "HY000", SQLException.class, "told"),
                code(503, "SERVER_UNAVAILABLE", "08006", SQLTransientConnectionException.class, "later"),
                code(410, "GONE", "08P01", SQLNonTransientConnectionException.class, "apiVersion"),
                new Staying(
                        new Fault.Answer(500, "text/html", AT_ONCE, "<html><title>Oops</title><body>x</body></html>"),
                        "08006",
                        SQLTransientConnectionException.class,
                        500,
                        "Oops"),
                new Staying(
                        new Fault.Answer(420, "text/html", AT_ONCE, ""),
                        "08001",
                        SQLNonTransientConnectionException.class,
                        420,
                        "moved"),
                new Staying(
                        Fault.html(404, "<h1>URL No Longer Exists</h1>"),
                        "08P01",
                        SQLNonTransientConnectionException.class,
                        404,
                        "No Longer",
                        "host"),
                new Staying(Fault.answer(403, Map.of(), ""), "42501", SQLSyntaxErrorException.class, 403),
                new Staying(
                        Fault.answer(400, Map.of(), "{\"message\":\"m\",\"errorCode\":\"MALFORMED_QUERY\"}"),
                        "42000",
                        SQLSyntaxErrorException.class,
                        400,
                        "MALFORMED_QUERY"),
                new Staying(Fault.answer(400, Map.of(), "[{\"message\":\"cut"), "HY000", SQLException.class, 400),
                new Staying(
                        new Fault.Answer(
                                400,
                                "application/xml",
                                Map.of(),
                                "<Errors><Error><errorCode>INVALID_TYPE</errorCode><message>m</message></Error></Errors>"),
                        "42S02",
                        SQLSyntaxErrorException.class,
                        400,
                        "INVALID_TYPE"),
                new Staying(
                        Fault.html(200, "<html><h1>Please log in</h1></html>"),
                        "08P01",
                        SQLNonTransientConnectionException.class,
                        0),
                new Staying(Fault.answer(200, Map.of(), "[]"), "08P01", SQLNonTransientConnectionException.class, 0),
                new Staying(
                        Fault.answer(200, Map.of(), "{\"totalSize\":\"x\",\"records\":[]}"),
                        "08P01",
                        SQLNonTransientConnectionException.class,
                        0),
                new Staying(
                        Fault.answer(302, Map.of("Location", "https://elsewhere.example/login"), ""),
                        "08P01",
                        SQLNonTransientConnectionException.class,
                        0,
                        "redirect"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("staying")
    void what_stays_is_the_right_error_with_salesforces_code_and_advice(Staying fault) throws SQLException {
        // More than it is tried: OkHttp asks once more by itself after 503 with Retry-After 0.
        plan("/query?q=", 8, fault.fault);
        SQLException first = Refused.with(fault.state, fault.type, () -> TestOrg.rows(connection, SOQL));
        Refused.says(first, fault.words);
        assertEquals(fault.vendorCode, first.getErrorCode(), first.toString());
        ORG.simulated().forgetFaults();

        plan("/query/", 8, fault.fault);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SOQL)) {
            assertPrefixThenError(rows, fault.state, fault.type, 500);
        }
    }

    /** Reads until the error: the rows before are the first ones, each once, and the error is not the end. */
    private static void assertPrefixThenError(
            ResultSet rows, String state, Class<? extends SQLException> type, int atLeast) throws SQLException {
        List<String> read = new ArrayList<>();
        Refused.with(state, type, () -> {
            while (rows.next()) {
                read.add(rows.getString(1));
            }
        });
        assertTrue(read.size() >= atLeast && read.size() < ids.size(), "rows before the error: " + read.size());
        assertEquals(ids.subList(0, read.size()), read);
        assertThrows(SQLException.class, rows::next);
        assertThrows(SQLException.class, () -> rows.getString(1));
    }

    @Test
    void a_refusal_that_will_not_pass_is_not_repeated() {
        plan("/query?q=", 4, Fault.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
        assertThrows(SQLException.class, () -> TestOrg.rows(connection, SOQL));
        assertEquals(1, ORG.calls().stream().filter(Call::startsQuery).count());
    }

    @Test
    void several_errors_of_one_reply_are_chained() {
        plan(
                "/query?q=",
                1,
                Fault.answer(
                        400,
                        Map.of(),
                        "[{\"message\":\"one\",\"errorCode\":\"MALFORMED_QUERY\"},"
                                + "{\"message\":\"two\",\"errorCode\":\"INVALID_FIELD\",\"fields\":[\"Nmae\"]}]"));
        SQLException first = Refused.with("42000", SQLSyntaxErrorException.class, () -> TestOrg.rows(connection, SOQL));
        Refused.says(first.getNextException(), "two", "INVALID_FIELD", "Nmae");
    }

    // ---- what breaks off -------------------------------------------------------------------------------------------

    @Test
    void a_body_cut_anywhere_is_an_error_after_true_rows() throws SQLException {
        for (int bytes : new int[] {0, 1, 10, 100, 1_000, 4_000}) {
            plan("/query/", 4, new Fault.Cut(bytes));
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(SOQL)) {
                assertPrefixThenError(rows, "08006", SQLTransientConnectionException.class, 500);
            }
            ORG.simulated().forgetFaults();
        }
    }

    @Test
    void a_first_page_cut_anywhere_is_an_error_after_true_rows() {
        for (int bytes : new int[] {0, 1, 10, 100, 1_000, 4_000}) {
            plan("/query?q=", 4, new Fault.Cut(bytes));
            List<String> read = new ArrayList<>();
            Refused.with("08006", SQLTransientConnectionException.class, () -> {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(SOQL)) {
                    while (rows.next()) {
                        read.add(rows.getString(1));
                    }
                }
            });
            assertEquals(ids.subList(0, read.size()), read);
            assertTrue(read.size() < 500);
            ORG.simulated().forgetFaults();
        }
    }

    @Test
    void json_that_ends_too_early_is_an_error_after_true_rows() throws SQLException {
        for (int bytes : new int[] {1, 50, 130, 1_000, 30_000}) {
            plan("/query/", 1, new Fault.Malformed(bytes));
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(SOQL)) {
                assertPrefixThenError(rows, "08006", SQLTransientConnectionException.class, 500);
            }
            ORG.simulated().forgetFaults();
        }
    }

    @Test
    void what_is_not_json_in_the_middle_is_an_error() {
        for (String body : List.of(
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":nonsense}]}",
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"a\u0001b\"}]}",
                "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"003\"},7]}",
                "{\"totalSize\":1,\"done\":true,\"records\":7}",
                "{\"totalSize\":1,\"done\":true,\"nextRecordsUrl\":{},\"records\":[]}",
                "{\"done\":true}",
                "{",
                "")) {
            plan("/query?q=", 1, Fault.answer(200, Map.of(), body));
            SQLException refusal = assertThrows(SQLException.class, () -> TestOrg.rows(connection, SOQL), body);
            assertTrue(refusal.getSQLState().startsWith("08"), body + " " + refusal);
            ORG.simulated().forgetFaults();
        }
    }

    @Test
    void a_next_page_at_another_place_is_never_asked_for() {
        for (String url : List.of("https://evil.example/services/data/v67.0/query/x", "//evil.example/x", "no path")) {
            plan(
                    "/query?q=",
                    1,
                    Fault.answer(
                            200,
                            Map.of(),
                            "{\"totalSize\":2,\"done\":false,\"nextRecordsUrl\":\"" + url
                                    + "\",\"records\":[{\"Id\":\"003\"}]}"));
            SQLException refusal = assertThrows(SQLException.class, () -> TestOrg.rows(connection, SOQL), url);
            assertTrue(refusal.getSQLState().startsWith("08"), url + " " + refusal);
            ORG.simulated().forgetFaults();
        }
    }

    @Test
    void an_expired_cursor_says_that_the_query_must_be_run_again() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(200);
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact ORDER BY Id LIMIT 1000")) {
                assertTrue(rows.next());
                ORG.simulated().expireCursors();
                List<String> read = new ArrayList<>();
                read.add(rows.getString(1));
                SQLException refusal = Refused.with("24000", SQLNonTransientException.class, () -> {
                    while (rows.next()) {
                        read.add(rows.getString(1));
                    }
                });
                Refused.says(refusal, "INVALID_QUERY_LOCATOR", "run the query again");
                assertEquals(ids.subList(0, read.size()), read);
            }
        }
    }

    @Test
    void a_describe_that_is_refused_or_broken_is_a_sql_exception_and_not_remembered() throws SQLException {
        for (Fault fault : List.of(
                Fault.error(403, "INSUFFICIENT_ACCESS", "no"),
                Fault.answer(200, Map.of(), "{\"fields\":[{\"name\":"),
                Fault.answer(200, Map.of(), "[]"),
                Fault.answer(200, Map.of(), "{}"),
                new Fault.Malformed(2_000),
                Fault.html(200, "<html></html>"))) {
            plan("/Campaign/describe", 1, fault);
            SQLException refusal = assertThrows(
                    SQLException.class, () -> TestOrg.rows(connection, "SELECT Name FROM Campaign"), fault.toString());
            assertFalse(refusal.getSQLState().isEmpty());
            ORG.simulated().forgetFaults();
        }
        assertEquals(12, TestOrg.rows(connection, "SELECT Name FROM Campaign").size());
    }

    /** A failure of the moment must not say that an object does not exist. */
    @Test
    void one_describe_of_several_that_fails_is_asked_for_alone() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection fresh = OrgConnections.open(org)) {
            String part = "{\"body\":[{\"errorCode\":\"UNKNOWN_EXCEPTION\",\"message\":\"boom\"}],\"httpHeaders\":{},"
                    + "\"httpStatusCode\":500,\"referenceId\":\"d";
            String reply = "{\"compositeResponse\":[" + part + "0\"}," + part + "1\"}]}";
            String soql = "SELECT Name, Account.Name, Owner.Name FROM Opportunity LIMIT 3";
            org.plan(call -> call.endsWith("/composite"), Fault.answer(200, Map.of(), reply));
            assertEquals(3, TestOrg.rows(fresh, soql).size());
        }
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection fresh = OrgConnections.open(org)) {
            String soql = "SELECT Name, (SELECT Id FROM OpportunityLineItems), Owner.Name FROM Opportunity LIMIT 3";
            org.plan(
                    call -> call.endsWith("/composite"),
                    Fault.answer(
                            200,
                            Map.of(),
                            "{\"compositeResponse\":["
                                    + "{\"body\":[{\"errorCode\":\"NOT_FOUND\",\"message\":\"x\"}],\"httpHeaders\":{},"
                                    + "\"httpStatusCode\":404,\"referenceId\":\"d0\"},"
                                    + "{\"body\":[{\"errorCode\":\"NOT_FOUND\",\"message\":\"x\"}],\"httpHeaders\":{},"
                                    + "\"httpStatusCode\":404,\"referenceId\":\"d1\"}]}"));
            for (int i = 0; i < 2; i++) {
                org.plan(
                        call -> call.contains("/OpportunityLineItem/describe"),
                        Fault.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
            }
            Refused.with("53000", SQLTransientException.class, () -> TestOrg.rows(fresh, soql));
        }
    }

    /** As in an org with a namespace, where a package's own objects may be named without it. */
    @Test
    void a_describe_may_answer_a_longer_name_than_was_asked_for() throws SQLException {
        plan(
                "/Widget__c/describe",
                1,
                Fault.answer(
                        200,
                        Map.of(),
                        "{\"name\":\"ns__Widget__c\",\"queryable\":true,\"childRelationships\":[],\"fields\":"
                                + "[{\"name\":\"Id\",\"type\":\"id\",\"length\":18}]}"));
        for (int i = 0; i < 2; i++) {
            plan(
                    "/query?q=",
                    1,
                    Fault.answer(
                            200,
                            Map.of(),
                            "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"a09000000000001AAA\"}]}"));
            assertEquals(List.of(List.of("a09000000000001AAA")), TestOrg.rows(connection, "SELECT Id FROM Widget__c"));
        }
    }

    @Test
    void a_token_reply_that_is_none_is_a_sql_exception() {
        for (Fault fault : List.of(
                Fault.answer(200, Map.of(), "{}"),
                Fault.answer(200, Map.of(), "[1]"),
                Fault.answer(200, Map.of(), "{\"access_token\":\"x\"}"),
                Fault.answer(200, Map.of(), "{\"access_token\":\"x\",\"instance_url\":\"ftp://x\"}"),
                Fault.answer(200, Map.of(), "{\"access_token\":\"x\",\"instance_url\":\"http://evil.example\"}"),
                Fault.answer(200, Map.of(), "{\"access_token\":7,\"instance_url\":null"),
                Fault.answer(400, Map.of(), "error=invalid_grant"),
                Fault.html(200, "<html>log in</html>"),
                Fault.answer(302, Map.of("Location", "https://elsewhere.example/"), ""))) {
            plan("oauth2/token", 4, fault);
            SQLException refusal = assertThrows(
                    SQLException.class,
                    // Other credentials than those of the session that is there.
                    () -> ORG.open("clientSecret", "other" + fault.hashCode()).close(),
                    fault.toString());
            assertFalse(refusal.getSQLState().isEmpty());
            ORG.simulated().forgetFaults();
        }
    }
}
