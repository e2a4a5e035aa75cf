package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class RestApiTest {

    @RegisterExtension
    final Org org = new Org();

    private final CallControl control = CallControl.unlimited();
    private SalesforceApi api;

    @BeforeEach
    void open() throws SQLException {
        api = Apis.open(org.settings("accessToken", "t"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private String call(String method, String path, String body) throws SQLException {
        try (RestReply reply = api.rest().call(method, path, Optional.ofNullable(body), control)) {
            return reply.status() + " " + reply.contentType() + " " + reply.text(1_000);
        }
    }

    private List<LoggedRequest> sent() {
        return org.received(anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"get,", "POST,{}", "Patch,<a/>", "PUT,[]", "delete,", "POST,"})
    void a_call_travels_as_it_was_given(String method, String body) throws SQLException {
        org.when(
                any(anyUrl()),
                aResponse().withHeader("Content-Type", "text/plain").withBody("done"));
        assertEquals("200 text/plain done", call(method, "/services/apexrest/x/y?a=b%20c", body));
        LoggedRequest request = sent().get(0);
        assertEquals(
                method.toUpperCase(java.util.Locale.ROOT), request.getMethod().getName());
        assertEquals("/services/apexrest/x/y?a=b%20c", request.getUrl());
        assertEquals(body == null ? "" : body, request.getBodyAsString());
        assertEquals("Bearer t", request.getHeader("Authorization"));
        if (body != null) {
            String type = body.startsWith("<") ? "application/xml" : "application/json";
            assertEquals(type + "; charset=UTF-8", request.getHeader("Content-Type"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/services/data",
                "//evil.example/services/data",
                "/secur/frontdoor.jsp",
                "/services/../secur/x",
                "/services/%2E%2e/secur/x",
                "/services/..\\x",
                "services/data",
                ""
            })
    void a_path_that_leads_elsewhere_is_22023_and_not_called(String path) {
        assertEquals(
                "22023",
                assertThrows(SQLException.class, () -> call("GET", path, null)).getSQLState());
        assertEquals(0, api.callsMade());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "GET\r\nX: y", ""})
    void another_method_is_22023_and_not_called(String method) {
        assertEquals(
                "22023",
                assertThrows(SQLException.class, () -> call(method, "/services/data", null))
                        .getSQLState());
        assertEquals(0, api.callsMade());
    }

    @Test
    void what_reads_is_known() {
        assertTrue(RestApi.reads(" get ") && RestApi.reads("HEAD"));
        assertFalse(RestApi.reads("POST"));
    }

    @Test
    void a_refusal_is_an_exception_with_what_was_said() {
        org.when(any(anyUrl()), Org.refused(400, "POST_BODY_PARSE_ERROR", "no"));
        SQLException refused =
                assertThrows(SQLException.class, () -> call("POST", "/services/data/v67.0/chatter", "{}"));
        assertTrue(refused.getMessage().contains("POST_BODY_PARSE_ERROR: no"));
        assertEquals(400, refused.getErrorCode());
    }

    @Test
    void a_rate_limit_of_connect_is_waited_out() throws SQLException {
        org.when(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "0")));
        org.when(any(anyUrl()).inScenario("s").whenScenarioStateIs("later").willReturn(aResponse()));
        call("POST", "/services/data/v67.0/connect/x", "{}");
        assertEquals(2, sent().size());
    }

    @Test
    void a_write_without_an_answer_is_unknown_and_not_repeated_and_a_read_is_repeated() throws SQLException {
        org.when(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        org.when(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("later")
                .willSetStateTo("last")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        org.when(any(anyUrl()).inScenario("s").whenScenarioStateIs("last").willReturn(aResponse()));
        assertEquals(
                "08007",
                assertThrows(SQLException.class, () -> call("POST", "/services/x", "{}"))
                        .getSQLState());
        assertEquals(1, sent().size());
        call("GET", "/services/x", null);
        assertEquals(3, sent().size());
    }
}
