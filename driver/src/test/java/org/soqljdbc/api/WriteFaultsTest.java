package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soqljdbc.api.write.CompositeStep;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;
import org.soqljdbc.http.RawServer;

/** Each kind of write meets each fault: what is told of it, and how often it was sent. */
@Timeout(60)
class WriteFaultsTest {

    private static final WriteOptions AGAIN = new WriteOptions(true, false, Optional.empty(), true);

    @RegisterExtension
    final Org org = new Org();

    private final CallControl control = CallControl.unlimited();

    private void first(ResponseDefinitionBuilder reply, WriteCalls write) {
        org.when(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(reply));
        org.when(any(anyUrl()).inScenario("s").whenScenarioStateIs("later").willReturn(okJson(write.reply())));
    }

    private int sent() {
        return org.received(anyRequestedFor(anyUrl())).size();
    }

    private void assertWritten(WriteCalls write, WriteOptions options) throws SQLException {
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            assertTrue(write.make(api, options, control).get(0).isWritten());
        }
    }

    private SQLException failure(WriteCalls write, WriteOptions options) throws SQLException {
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            return assertThrows(SQLException.class, () -> write.make(api, options, control));
        }
    }

    private void assertUnknownAndSentOnce(WriteCalls write) throws SQLException {
        SQLException unknown = failure(write, WriteOptions.DEFAULT);
        assertEquals("08007", unknown.getSQLState(), unknown::toString);
        assertEquals(1, sent());
    }

    @ParameterizedTest
    @EnumSource
    void nobody_listening_is_no_unknown_outcome(WriteCalls write) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (SalesforceApi api = Apis.open(settings(port))) {
            CallControl soon = new CallControl(Optional.of(Duration.ofMillis(200)));
            SQLException refused = assertThrows(SQLException.class, () -> write.make(api, WriteOptions.DEFAULT, soon));
            assertEquals("08001", refused.getSQLState());
            assertFalse(SqlErrors.leavesUnknown(refused));
        }
    }

    private static Settings settings(int port) throws SQLException {
        Properties info = new Properties();
        info.setProperty("accessToken", "t");
        return Settings.of("jdbc:soql://127.0.0.1:" + port + "?ssl=false", info);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_closed_without_an_answer_is_unknown(WriteCalls write) throws SQLException {
        first(aResponse().withFault(Fault.EMPTY_RESPONSE), write);
        assertUnknownAndSentOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_reset_without_an_answer_is_unknown(WriteCalls write) throws SQLException {
        first(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), write);
        assertUnknownAndSentOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    void a_kept_connection_that_the_server_drops_is_unknown_for_the_next_write(WriteCalls write) throws SQLException {
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            org.when(any(anyUrl()), okJson(write.reply()));
            write.make(api, WriteOptions.DEFAULT, control);
            org.when(any(anyUrl()), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
            SQLException unknown =
                    assertThrows(SQLException.class, () -> write.make(api, WriteOptions.DEFAULT, control));
            assertEquals("08007", unknown.getSQLState());
            assertEquals(2, sent());
            assertEquals(2, api.callsMade());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_that_breaks_off_is_unknown(WriteCalls write) throws SQLException {
        first(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), write);
        assertUnknownAndSentOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_whose_text_is_cut_is_unknown(WriteCalls write) throws SQLException {
        first(okJson(write.reply().substring(0, write.reply().length() - 1)), write);
        assertUnknownAndSentOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_by_somebody_else_is_unknown(WriteCalls write) throws SQLException {
        first(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Welcome</html>"), write);
        assertUnknownAndSentOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    void status_500_is_unknown_and_keeps_what_salesforce_said(WriteCalls write) throws SQLException {
        first(Org.refused(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. ErrorId: 1-2 (3)"), write);
        SQLException unknown = failure(write, WriteOptions.DEFAULT);
        assertEquals("08007", unknown.getSQLState());
        assertTrue(unknown.getMessage().contains("UNKNOWN_EXCEPTION: An unexpected error occurred"), unknown::toString);
        assertEquals(1, sent());
    }

    @ParameterizedTest
    @EnumSource
    void status_503_that_says_nothing_is_unknown(WriteCalls write) throws SQLException {
        first(aResponse().withStatus(503), write);
        assertUnknownAndSentOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    void a_request_stopped_for_running_too_long_is_unknown(WriteCalls write) throws SQLException {
        first(Org.refused(400, "REQUEST_RUNNING_TOO_LONG", "Your request was running for too long"), write);
        assertUnknownAndSentOnce(write);
    }

    @ParameterizedTest
    @EnumSource
    void status_408_means_that_nothing_was_done_and_is_not_followed_by_another_try(WriteCalls write)
            throws SQLException {
        first(aResponse().withStatus(408), write);
        SQLException refused = failure(write, WriteOptions.DEFAULT);
        assertFalse(SqlErrors.leavesUnknown(refused), refused::toString);
        assertEquals(1, sent());
    }

    @ParameterizedTest
    @EnumSource
    void status_429_and_503_with_retry_after_are_tried_again_and_counted(WriteCalls write) throws SQLException {
        for (int status : new int[] {429, 503}) {
            org.when(any(anyUrl())
                    .inScenario("s" + status)
                    .whenScenarioStateIs(Scenario.STARTED)
                    .willSetStateTo("later")
                    .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "0")));
            org.when(any(anyUrl())
                    .inScenario("s" + status)
                    .whenScenarioStateIs("later")
                    .willReturn(okJson(write.reply())));
            int before = sent();
            try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
                assertTrue(write.make(api, WriteOptions.DEFAULT, control).get(0).isWritten());
                assertEquals(2, api.callsMade());
            }
            assertEquals(2, sent() - before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_used_up_limit_is_53000_and_not_unknown(WriteCalls write) throws SQLException {
        first(Org.refused(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."), write);
        SQLException refused = failure(write, WriteOptions.DEFAULT);
        assertEquals("53000", refused.getSQLState());
        assertFalse(SqlErrors.leavesUnknown(refused));
        assertEquals(1, sent());
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_session_is_renewed_and_the_write_sent_again(WriteCalls write) throws SQLException {
        org.gives("new");
        org.when(any(com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching("/services/data/.*"))
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(Org.expired()));
        org.when(any(com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching("/services/data/.*"))
                .inScenario("s")
                .whenScenarioStateIs("later")
                .willReturn(okJson(write.reply())));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            assertTrue(write.make(api, WriteOptions.DEFAULT, control).get(0).isWritten());
        }
        assertEquals(2, org.tokenCalls());
    }

    @ParameterizedTest
    @EnumSource
    void a_time_out_while_it_is_under_way_is_hyt00_and_unknown(WriteCalls write) throws Exception {
        try (RawServer server =
                new RawServer((client, out) -> client.getInputStream().readAllBytes())) {
            try (SalesforceApi api = Apis.open(settings(server.port()))) {
                CallControl soon = new CallControl(Optional.of(Duration.ofMillis(200)));
                SQLException late = assertThrows(SQLException.class, () -> write.make(api, WriteOptions.DEFAULT, soon));
                assertEquals("HYT00", late.getSQLState());
                assertTrue(SqlErrors.leavesUnknown(late));
                assertEquals(1, server.requests().size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cancel_while_it_is_under_way_is_57014_and_unknown(WriteCalls write) throws Exception {
        try (RawServer server = new RawServer((client, out) -> {
            control.cancel();
            client.getInputStream().readAllBytes();
        })) {
            try (SalesforceApi api = Apis.open(settings(server.port()))) {
                SQLException ended =
                        assertThrows(SQLException.class, () -> write.make(api, WriteOptions.DEFAULT, control));
                assertEquals("57014", ended.getSQLState());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_cancel_before_it_is_sent_is_57014_and_nothing_unknown(WriteCalls write) throws SQLException {
        control.cancel();
        SQLException ended = failure(write, WriteOptions.DEFAULT);
        assertEquals("57014", ended.getSQLState());
        assertFalse(SqlErrors.leavesUnknown(ended));
        assertEquals(0, sent());
    }

    @ParameterizedTest
    @EnumSource
    void with_retry_writes_idempotent_what_is_idempotent_is_sent_again(WriteCalls write) throws SQLException {
        assumeTrue(write.isIdempotent());
        first(aResponse().withFault(Fault.EMPTY_RESPONSE), write);
        assertWritten(write, AGAIN);
        assertEquals(2, sent());
    }

    @ParameterizedTest
    @EnumSource
    void with_retry_writes_idempotent_an_insert_is_still_sent_once(WriteCalls write) throws SQLException {
        assumeFalse(write.isIdempotent());
        first(aResponse().withFault(Fault.EMPTY_RESPONSE), write);
        assertEquals("08007", failure(write, AGAIN).getSQLState());
        assertEquals(1, sent());
    }

    @ParameterizedTest
    @EnumSource
    void tries_that_all_stay_unanswered_end_as_unknown(WriteCalls write) throws SQLException {
        assumeTrue(write.isIdempotent());
        first(aResponse().withFault(Fault.EMPTY_RESPONSE), write);
        org.when(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("later")
                .willReturn(aResponse().withStatus(503)));
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            CallControl soon = new CallControl(Optional.of(Duration.ofMillis(300)));
            SQLException unknown = assertThrows(SQLException.class, () -> write.make(api, AGAIN, soon));
            assertTrue(SqlErrors.leavesUnknown(unknown), unknown::toString);
        }
    }

    @Test
    void a_delete_sent_again_that_finds_the_record_gone_deleted_it() throws SQLException {
        first(aResponse().withFault(Fault.EMPTY_RESPONSE), WriteCalls.ROW_DELETE);
        org.when(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs("later")
                .willReturn(Org.refused(404, "ENTITY_IS_DELETED", "entity is deleted")
                        .withHeader("Connection", "close")));
        assertWritten(WriteCalls.ROW_DELETE, AGAIN);
        assertEquals(2, sent());
    }

    @Test
    void a_collection_of_deletes_sent_again_that_finds_the_records_gone_deleted_them() throws SQLException {
        first(aResponse().withFault(Fault.EMPTY_RESPONSE), WriteCalls.COLLECTION_DELETE);
        org.when(
                any(anyUrl())
                        .inScenario("s")
                        .whenScenarioStateIs("later")
                        .willReturn(
                                okJson(
                                        "[{\"id\":\"001000000000001AAA\",\"success\":false,\"errors\":["
                                                + "{\"statusCode\":\"ENTITY_IS_DELETED\",\"message\":\"entity is deleted\",\"fields\":[]}]}]")));
        assertWritten(WriteCalls.COLLECTION_DELETE, AGAIN);
        assertEquals(2, sent());
    }

    @Test
    void a_graph_that_deletes_is_not_sent_again_since_its_second_run_would_tell_of_a_rollback() throws SQLException {
        org.when(any(anyUrl()), aResponse().withFault(Fault.EMPTY_RESPONSE));
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            CompositeStep delete =
                    CompositeStep.of("r0", WriteVerb.DELETE, WriteRecord.deleted("Account", WriteCalls.ID));
            SQLException unknown =
                    assertThrows(SQLException.class, () -> api.composites().graph(List.of(delete), AGAIN, control));
            assertEquals("08007", unknown.getSQLState());
        }
        assertEquals(1, sent());
    }
}
