package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLSyntaxErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class QueryApiTest {

    private static final String QUERY = "/services/data/v67.0/query";
    private static final String COMPOSITE = "/services/data/v67.0/composite";

    @RegisterExtension
    final Org org = new Org();

    private final CallControl control = CallControl.unlimited();

    @BeforeEach
    void logs_in() {
        org.gives("00D000000000001!first");
    }

    private String rows(SalesforceApi api, String soql) throws SQLException {
        return Apis.read(api.queries().query(soql, false, 0, control));
    }

    @Test
    void a_query_is_a_get_with_token_and_names() throws SQLException {
        org.when(get(anyUrl()), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials("applicationName", "reports"))) {
            assertEquals(
                    Apis.ROWS,
                    rows(api, "SELECT Id FROM Account WHERE Name = 'A+B & C' AND X > 2020-01-01T00:00:00+01:00"));
        }
        LoggedRequest sent = org.received(getRequestedFor(anyUrl())).get(0);
        assertAll(
                () -> assertEquals(
                        QUERY
                                + "?q=SELECT+Id+FROM+Account+WHERE+Name+%3D+%27A%2BB+%26+C%27+AND+X+%3E+2020-01-01T00%3A00%3A00%2B01%3A00",
                        sent.getUrl()),
                () -> assertEquals("Bearer 00D000000000001!first", sent.getHeader("Authorization")),
                () -> assertEquals("client=reports", sent.getHeader("Sforce-Call-Options")),
                () -> assertTrue(sent.getHeader("User-Agent").startsWith("soql-jdbc/")),
                () -> assertEquals("gzip", sent.getHeader("Accept-Encoding")),
                () -> assertFalse(sent.containsHeader("Sforce-Query-Options")));
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "200, 200", "700, 700", "2000, 2000", "999999, 2000"})
    void the_batch_size_is_brought_into_salesforces_bounds(int asked, int sent) throws SQLException {
        org.when(get(anyUrl()), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            Apis.read(api.queries().query("SELECT Id FROM Account", true, asked, control));
        }
        LoggedRequest request = org.received(getRequestedFor(urlPathEqualTo("/services/data/v67.0/queryAll")))
                .get(0);
        assertEquals("batchSize=" + sent, request.getHeader("Sforce-Query-Options"));
    }

    @Test
    void a_further_page_is_asked_for_by_its_path() throws SQLException {
        org.when(get(urlEqualTo(QUERY + "/01g-2000")), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            assertEquals(Apis.ROWS, Apis.read(api.queries().next(QUERY + "/01g-2000", control)));
            assertEquals(Apis.ROWS, Apis.read(api.queries().next(org.url() + QUERY + "/01g-2000", control)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/services/data/v67.0/query/01g-2000",
                "//evil.example/services/data/v67.0/query/01g-2000",
                "http://127.0.0.1:1/services/data/v67.0/query/01g-2000",
                "http://127.0.0.1@evil.example/x"
            })
    void a_page_at_another_origin_is_refused_before_any_call(String url) throws SQLException {
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> api.queries().next(url, control));
            assertEquals("08P01", refused.getSQLState());
        }
    }

    @Test
    void an_expired_session_is_renewed_once_and_the_call_repeated() throws SQLException {
        org.when(post(urlEqualTo(Org.TOKEN_PATH))
                .inScenario("login")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(okJson(org.tokenReply("00D000000000001!first"))));
        org.when(post(urlEqualTo(Org.TOKEN_PATH))
                .inScenario("login")
                .whenScenarioStateIs("renewed")
                .willReturn(okJson(org.tokenReply("00D000000000001!second"))));
        org.when(get(anyUrl()), Org.expired());
        org.when(
                get(anyUrl()).withHeader("Authorization", equalTo("Bearer 00D000000000001!second")), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            assertEquals(Apis.ROWS, rows(api, "SELECT Id FROM Account"));
            assertEquals(4, api.callsMade());
        }
        assertEquals(2, org.tokenCalls());
    }

    @Test
    void eight_threads_with_an_expired_session_cause_one_token_call() throws Exception {
        int threads = 8;
        org.when(get(anyUrl()), Org.expired());
        org.when(
                get(anyUrl()).withHeader("Authorization", equalTo("Bearer 00D000000000001!second")), okJson(Apis.ROWS));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            api.login();
            org.gives("00D000000000001!second");
            CyclicBarrier together = new CyclicBarrier(threads);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(pool.submit(() -> {
                    together.await();
                    return rows(api, "SELECT Id FROM Account");
                }));
            }
            for (Future<String> answer : answers) {
                assertEquals(Apis.ROWS, answer.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(2, org.tokenCalls());
    }

    @Test
    void a_session_that_stays_refused_is_renewed_once_only() throws SQLException {
        org.when(get(anyUrl()), Org.expired());
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException refused = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("28000", refused.getSQLState());
            assertEquals(401, refused.getErrorCode());
        }
        assertEquals(2, org.tokenCalls());
        assertEquals(2, org.received(getRequestedFor(anyUrl())).size());
    }

    @Test
    void a_token_without_the_scope_is_not_renewed() throws SQLException {
        org.when(
                get(anyUrl()),
                Org.refused(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException refused = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("28000", refused.getSQLState());
            assertTrue(refused.getMessage().contains("scope api"), refused.getMessage());
        }
        assertEquals(1, org.tokenCalls());
    }

    @Test
    void a_ready_token_that_expired_is_28000_with_advice() throws SQLException {
        org.when(get(anyUrl()), Org.expired());
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "00D000000000001!mine"))) {
            SQLException refused =
                    assertThrows(SQLInvalidAuthorizationSpecException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("28000", refused.getSQLState());
            assertTrue(refused.getMessage().contains("cannot be renewed"), refused.getMessage());
        }
        assertEquals(0, org.tokenCalls());
        assertEquals(1, org.received(getRequestedFor(anyUrl())).size());
    }

    @Test
    void bad_soql_keeps_salesforces_text_and_position() throws SQLException {
        org.when(
                get(anyUrl()),
                Org.refused(
                        400,
                        "INVALID_FIELD",
                        "\\nSELECT Bacon__c FROM Account\\n       ^\\nERROR at Row:1:Column:8\\nNo such column 'Bacon__c' on entity 'Account'."));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException refused =
                    assertThrows(SQLSyntaxErrorException.class, () -> rows(api, "SELECT Bacon__c FROM Account"));
            assertEquals("42S22", refused.getSQLState());
            assertTrue(refused.getMessage().startsWith("INVALID_FIELD: "), refused.getMessage());
            assertTrue(refused.getMessage().contains("ERROR at Row:1:Column:8"), refused.getMessage());
        }
    }

    @Test
    void soql_too_long_for_a_url_travels_inside_composite() throws SQLException {
        org.when(
                post(urlEqualTo(COMPOSITE)),
                okJson("{\"compositeResponse\":[{\"body\":" + Apis.ROWS
                        + ",\"httpHeaders\":{},\"httpStatusCode\":200,\"referenceId\":\"page\"}]}"));
        String soql = "SELECT Id FROM Account WHERE Name IN ('" + "x".repeat(60_000) + "')";
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            assertEquals(Apis.ROWS, Apis.read(api.queries().query(soql, false, 500, control)));
        }
        String body =
                org.received(postRequestedFor(urlEqualTo(COMPOSITE))).get(0).getBodyAsString();
        assertTrue(
                body.startsWith("{\"allOrNone\":false,\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"" + QUERY
                        + "?q=SELECT+Id+FROM"),
                body.substring(0, 200));
        assertTrue(body.endsWith(
                "\"referenceId\":\"page\",\"httpHeaders\":{\"Sforce-Query-Options\":\"batchSize=500\"}}]}"));
    }

    @Test
    void the_longest_get_leaves_room_for_headers_and_one_more_character_is_composite() throws SQLException {
        org.when(get(anyUrl()), okJson(Apis.ROWS));
        org.when(
                post(urlEqualTo(COMPOSITE)),
                okJson("{\"compositeResponse\":[{\"body\":" + Apis.ROWS + ",\"httpStatusCode\":200}]}"));
        int room = ApiLimits.LONGEST_PATH - (QUERY + "?q=").length();
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            rows(api, "x".repeat(room));
            assertEquals(1, org.received(getRequestedFor(anyUrl())).size());
            rows(api, "x".repeat(room + 1));
            assertEquals(1, org.received(getRequestedFor(anyUrl())).size());
            assertEquals(
                    1, org.received(postRequestedFor(urlEqualTo(COMPOSITE))).size());
        }
    }

    @Test
    void a_long_locator_travels_inside_composite_too() throws SQLException {
        org.when(
                post(urlEqualTo(COMPOSITE)),
                okJson("{\"compositeResponse\":[{\"body\":" + Apis.ROWS + ",\"httpStatusCode\":200}]}"));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            assertEquals(
                    Apis.ROWS, Apis.read(api.queries().next(QUERY + "/0r8" + "a".repeat(15_600) + "-2000", control)));
        }
    }

    @Test
    void an_error_inside_composite_is_the_querys_error() throws SQLException {
        org.when(
                post(urlEqualTo(COMPOSITE)),
                okJson("{\"compositeResponse\":[{\"body\":[{\"message\":\"sObject type 'X' is not supported.\","
                        + "\"errorCode\":\"INVALID_TYPE\"}],\"httpHeaders\":{},\"httpStatusCode\":400,"
                        + "\"referenceId\":\"page\"}]}"));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException refused = assertThrows(SQLException.class, () -> rows(api, "x".repeat(20_000)));
            assertEquals("42S02", refused.getSQLState());
            assertEquals(400, refused.getErrorCode());
        }
    }

    @Test
    void soql_over_salesforces_limit_is_refused_before_any_call() throws SQLException {
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> api.queries().query("x".repeat(100_001), false, 0, control));
            assertEquals("54001", refused.getSQLState());
            assertEquals(0, api.callsMade());
        }
    }

    @Test
    void a_reply_that_is_cut_is_08006() throws Exception {
        org.when(get(anyUrl()), okJson("{\"totalSize\":2,\"done\":true,\"records\":[{\"Id\":\"001\"},"));
        try (SalesforceApi api = Apis.open(org.clientCredentials());
                PendingPage page = api.queries().query("SELECT Id FROM Account", false, 0, control);
                JsonParser parser = page.open()) {
            IOException broken = assertThrows(IOException.class, parser::skipChildren);
            assertEquals("08006", ReplyErrors.of(broken).getSQLState(), broken::toString);
        }
    }

    @Test
    void a_reply_of_broken_chunks_is_08006() throws SQLException {
        org.when(get(anyUrl()), aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException broken = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("08006", broken.getSQLState());
        }
    }

    @Test
    void html_with_status_200_is_08p01() throws SQLException {
        org.when(
                get(anyUrl()),
                aResponse().withHeader("Content-Type", "text/html").withBody("<html><body>Login</body></html>"));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException strange = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("08P01", strange.getSQLState());
        }
    }

    @Test
    void an_array_in_place_of_the_result_is_08p01() throws SQLException {
        org.when(get(anyUrl()), okJson("[]"));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException strange = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("08P01", strange.getSQLState());
        }
    }

    @Test
    void a_redirect_to_another_origin_is_refused_and_the_token_stays_here() throws SQLException {
        org.when(
                get(anyUrl()),
                aResponse().withStatus(302).withHeader("Location", "https://evil.example/services/data/v67.0/query"));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            SQLException refused = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("08P01", refused.getSQLState());
            assertTrue(refused.getMessage().contains("https://evil.example"), refused.getMessage());
        }
    }

    @Test
    void a_redirect_within_the_origin_is_followed() throws SQLException {
        org.when(
                get(urlPathEqualTo(QUERY)),
                aResponse().withStatus(307).withHeader("Location", "/services/data/v67.0/elsewhere"));
        org.when(get(urlPathEqualTo("/services/data/v67.0/elsewhere")), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            assertEquals(Apis.ROWS, rows(api, "SELECT Id FROM Account"));
        }
    }

    @Test
    void the_limit_on_calls_stops_before_the_call() throws SQLException {
        org.when(get(anyUrl()), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials("apiCallLimit", "2"))) {
            rows(api, "SELECT Id FROM Account");
            SQLException refused = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("53000", refused.getSQLState());
            assertTrue(refused.getMessage().contains("apiCallLimit"), refused.getMessage());
            assertEquals(2, api.callsMade());
        }
    }

    @Test
    void the_limit_of_a_statement_counts_its_own_calls_only() throws SQLException {
        org.when(get(anyUrl()), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials("statementCallLimit", "1"))) {
            rows(api, "SELECT Id FROM Account");
            SQLException refused = assertThrows(SQLException.class, () -> rows(api, "SELECT Id FROM Account"));
            assertEquals("53000", refused.getSQLState());
            PendingPage other = api.queries().query("SELECT Id FROM Account", false, 0, CallControl.unlimited());
            assertEquals(Apis.ROWS, Apis.read(other));
        }
    }

    @Test
    void the_orgs_usage_is_read_from_the_header() throws SQLException {
        org.when(
                get(anyUrl()),
                okJson(Apis.ROWS)
                        .withHeader(
                                "Sforce-Limit-Info", "api-usage=18/5000; per-app-api-usage=17/250(appName=sample)"));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            assertEquals(Optional.empty(), api.usage());
            rows(api, "SELECT Id FROM Account");
            assertEquals(Optional.of(new ApiUsage(18, 5000)), api.usage());
        }
    }

    @Test
    void closing_the_parser_early_is_harmless_and_the_connection_works_on() throws Exception {
        org.when(get(urlPathMatching(".*")), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            PendingPage page = api.queries().query("SELECT Id FROM Account", false, 0, control);
            JsonParser parser = page.open();
            assertEquals(JsonToken.FIELD_NAME, parser.nextToken());
            parser.close();
            page.close();
            page.close();
            assertEquals(Apis.ROWS, rows(api, "SELECT Id FROM Account"));
        }
    }

    @Test
    void what_breaks_in_the_middle_is_carried_through_the_parser() throws Exception {
        String cut = "{\"totalSize\":2,\"records\":[{\"Id\":\"001\"}" + " ".repeat(20_000);
        org.when(get(anyUrl()), okJson(cut));
        try (SalesforceApi api = Apis.open(org.clientCredentials());
                PendingPage page = api.queries().query("SELECT Id FROM Account", false, 0, control);
                JsonParser parser = page.open()) {
            IOException broken = assertThrows(IOException.class, () -> {
                while (parser.nextToken() != null) {
                    assertFalse(parser.isClosed());
                }
            });
            assertEquals("08006", ReplyErrors.of(broken).getSQLState());
        }
    }
}
