package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class DescribeApiTest {

    private static final String BASE = "/services/data/v67.0";
    private static final String DATE = "Fri, 14 Aug 2020 20:53:02 GMT";

    @RegisterExtension
    final Org org = new Org();

    private final CallControl control = CallControl.unlimited();
    private SalesforceApi api;

    /** Writes down what it is told; reads each describe as far as it is asked to. */
    private static final class Notes implements DescribeSink {

        private final List<String> lines = new ArrayList<>();
        private final boolean whole;

        Notes(boolean whole) {
            this.whole = whole;
        }

        @Override
        public void described(String name, JsonParser describe) throws IOException {
            if (whole) {
                lines.add(name + " " + Apis.copy(describe));
            } else {
                describe.nextToken();
                lines.add(name + " " + describe.nextTextValue());
            }
        }

        @Override
        public void dated(String name, String lastModified) {
            lines.add(name + " dated " + lastModified);
        }

        @Override
        public void unchanged(String name) {
            lines.add(name + " unchanged");
        }

        @Override
        public void failed(String name, SQLException why) {
            lines.add(name + " " + why.getSQLState() + " " + why.getErrorCode());
        }
    }

    @BeforeEach
    void logs_in() throws SQLException {
        org.gives("00D!one");
        api = Apis.open(org.clientCredentials());
        api.login();
    }

    @AfterEach
    void logs_out() {
        api.close();
    }

    private List<String> describe(boolean whole, Map<String, String> since, String... names) throws SQLException {
        Notes notes = new Notes(whole);
        api.describes().describe(List.of(names), since, notes, control);
        return notes.lines;
    }

    private static String part(String reference, int status, String body, String headers) {
        return "{\"body\":" + body + ",\"httpHeaders\":{" + headers + "},\"httpStatusCode\":" + status
                + ",\"referenceId\":\"" + reference + "\"}";
    }

    private void composite(String... parts) {
        org.when(
                post(urlEqualTo(BASE + "/composite")),
                okJson("{\"compositeResponse\":[" + String.join(",", parts) + "]}"));
    }

    @Test
    void one_object_is_a_get() throws SQLException {
        org.when(
                get(urlEqualTo(BASE + "/sobjects/Account/describe")),
                okJson("{\"name\":\"Account\",\"fields\":[]}").withHeader("Last-Modified", DATE));
        assertEquals(
                List.of("Account {\"name\":\"Account\",\"fields\":[]}", "Account dated " + DATE),
                describe(true, Map.of(), "Account"));
        assertEquals(2, api.callsMade());
    }

    @Test
    void one_object_that_did_not_change_is_not_sent_again() throws SQLException {
        org.when(get(anyUrl()), aResponse().withStatus(304));
        assertEquals(List.of("Account unchanged"), describe(true, Map.of("Account", DATE), "Account"));
        assertEquals(DATE, org.received(getRequestedFor(anyUrl())).get(0).getHeader("If-Modified-Since"));
    }

    @Test
    void one_object_that_is_not_there_is_42s02() throws SQLException {
        org.when(get(anyUrl()), Org.refused(404, "NOT_FOUND", "The requested resource does not exist"));
        assertEquals(List.of("No Such/Thing 42S02 0"), describe(true, Map.of(), "No Such/Thing"));
        assertEquals(
                BASE + "/sobjects/No%20Such%2FThing/describe",
                org.received(getRequestedFor(anyUrl())).get(0).getUrl());
    }

    @Test
    void a_call_that_fails_for_another_reason_fails_the_whole() {
        org.when(get(anyUrl()), Org.refused(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
        SQLException refused = assertThrows(SQLException.class, () -> describe(true, Map.of(), "Account"));
        assertEquals("53000", refused.getSQLState());
    }

    @Test
    void several_objects_are_one_call_with_each_outcome_told_in_order() throws SQLException {
        composite(
                part("d0", 200, "{\"name\":\"A\",\"x\":[{}]}", "\"ETag\":\"e\",\"Last-Modified\":\"" + DATE + "\""),
                part("d1", 304, "null", "\"Last-Modified\":\"" + DATE + "\""),
                part("d2", 404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"no\"}]", ""),
                part("d3", 403, "[{\"errorCode\":\"INSUFFICIENT_ACCESS\",\"message\":\"no\"}]", ""),
                part("d4", 200, "{\"name\":\"E\"}", ""));
        assertEquals(
                List.of(
                        "A {\"name\":\"A\",\"x\":[{}]}",
                        "A dated " + DATE,
                        "B unchanged",
                        "C 42S02 0",
                        "D 42501 403",
                        "E {\"name\":\"E\"}",
                        "E dated "),
                describe(true, Map.of("B", DATE), "A", "B", "C", "D", "E"));
        assertEquals(2, api.callsMade());
        String sent = org.received(postRequestedFor(urlEqualTo(BASE + "/composite")))
                .get(0)
                .getBodyAsString();
        assertTrue(
                sent.startsWith("{\"allOrNone\":false,\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"" + BASE
                        + "/sobjects/A/describe\",\"referenceId\":\"d0\"},{"),
                sent);
        assertTrue(
                sent.contains("/sobjects/B/describe\",\"referenceId\":\"d1\",\"httpHeaders\":"
                        + "{\"If-Modified-Since\":\"" + DATE + "\"}}"),
                sent);
    }

    @Test
    void a_sink_may_stop_reading_anywhere() throws SQLException {
        composite(
                part("d0", 200, "{\"name\":\"A\",\"x\":[{\"y\":{}}],\"z\":1}", ""),
                part("d1", 200, "{\"a\":{\"b\":[1,2]},\"c\":2}", ""));
        assertEquals(List.of("A A", "A dated ", "B null", "B dated "), describe(false, Map.of(), "A", "B"));
    }

    @Test
    void more_than_25_objects_are_several_calls() throws SQLException {
        composite(IntStream.range(0, 25)
                .mapToObj(i -> part("d" + i, 200, "{}", ""))
                .toArray(String[]::new));
        org.when(get(anyUrl()), okJson("{}"));
        String[] names = IntStream.range(0, 51).mapToObj(i -> "T" + i).toArray(String[]::new);
        List<String> told = describe(true, Map.of(), names);
        assertEquals(102, told.size());
        assertEquals("T50 {}", told.get(100));
        assertEquals(
                2,
                org.received(postRequestedFor(urlEqualTo(BASE + "/composite"))).size());
        assertEquals(1, org.received(getRequestedFor(anyUrl())).size());
    }

    @Test
    void parts_in_another_order_are_08p01() {
        composite(part("d1", 200, "{}", ""), part("d0", 200, "{}", ""));
        SQLException strange = assertThrows(SQLException.class, () -> describe(true, Map.of(), "A", "B"));
        assertEquals("08P01", strange.getSQLState());
    }

    @Test
    void missing_parts_are_08p01() {
        composite(part("d0", 200, "{}", ""));
        SQLException strange = assertThrows(SQLException.class, () -> describe(true, Map.of(), "A", "B"));
        assertEquals("08P01", strange.getSQLState());
    }

    @Test
    void no_objects_cost_no_call() throws SQLException {
        assertEquals(List.of(), describe(true, Map.of()));
        assertEquals(
                0,
                org.received(anyRequestedFor(urlEqualTo(BASE + "/composite"))).size());
    }

    @Test
    void the_list_of_all_objects_is_one_call() throws SQLException {
        org.when(
                get(urlEqualTo(BASE + "/sobjects")), okJson("{\"sobjects\":[]}").withHeader("Last-Modified", DATE));
        Notes notes = new Notes(true);
        api.describes().global("all", Optional.empty(), notes, control);
        assertEquals(List.of("all {\"sobjects\":[]}", "all dated " + DATE), notes.lines);
    }

    @Test
    void what_the_sink_throws_comes_through() {
        org.when(get(anyUrl()), okJson("{}"));
        SQLException mine = new SQLException("mine");
        DescribeSink failing = new DescribeSink() {
            @Override
            public void described(String name, JsonParser describe) throws SQLException {
                throw mine;
            }

            @Override
            public void failed(String name, SQLException why) {}
        };
        assertEquals(
                mine, assertThrows(SQLException.class, () -> api.describes().describe(List.of("A"), failing, control)));
    }
}
