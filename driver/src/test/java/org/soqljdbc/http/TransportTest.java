package org.soqljdbc.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.config.Settings;

@Timeout(60)
class TransportTest {

    private static final RetryPolicy AT_ONCE = new RetryPolicy(4, Duration.ofMillis(1), Duration.ofSeconds(5), () -> 0);

    @RegisterExtension
    final Org org = new Org();

    private final AtomicInteger sent = new AtomicInteger();

    private HttpRequest read() {
        return HttpRequest.get(org.url() + "/x", "/x", List.of());
    }

    private HttpRequest write() {
        RequestContent body = RequestContent.of("application/json", new byte[] {'{', '}'});
        return HttpRequest.post(org.url() + "/x", "/x", List.of(), body, HttpRequest.Effect.WRITES_ONCE);
    }

    private String send(HttpRequest request, Deadline deadline, String... properties) throws SQLException {
        Settings settings = org.settings(properties);
        try (HttpReply reply = Transport.of(settings, AT_ONCE).send(request, sent::incrementAndGet, deadline)) {
            return reply.status() + " " + reply.text(1_000);
        }
    }

    private String send(HttpRequest request) throws SQLException {
        return send(request, Deadline.of(CallControl.unlimited()));
    }

    private void first(ResponseDefinitionBuilder reply) {
        org.when(any(anyUrl())
                .inScenario("s")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("later")
                .willReturn(reply));
        org.when(any(anyUrl()).inScenario("s").whenScenarioStateIs("later").willReturn(ok("done")));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 420, 429, 500, 502, 503, 504})
    void a_read_is_tried_again_after(int status) throws SQLException {
        first(aResponse().withStatus(status));
        assertEquals("200 done", send(read()));
        assertEquals(2, sent.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 420, 500, 502, 503, 504})
    void a_write_is_not_tried_again_after(int status) throws SQLException {
        first(aResponse().withStatus(status));
        assertEquals(status + " ", send(write()));
        assertEquals(1, sent.get());
    }

    @Test
    void a_write_refused_by_429_is_tried_again() throws SQLException {
        first(aResponse().withStatus(429).withHeader("Retry-After", "0"));
        assertEquals("200 done", send(write()));
    }

    @Test
    void retry_after_is_waited_for() throws SQLException {
        first(aResponse().withStatus(503).withHeader("Retry-After", "1"));
        long start = System.nanoTime();
        assertEquals("200 done", send(read()));
        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
    }

    @Test
    void a_retry_after_beyond_the_longest_wait_is_answered_at_once() throws SQLException {
        first(aResponse().withStatus(503).withHeader("Retry-After", "6").withBody("busy"));
        assertEquals("503 busy", send(read()));
        assertEquals(1, sent.get());
    }

    @Test
    void a_wait_beyond_the_deadline_is_answered_at_once() throws SQLException {
        first(aResponse().withStatus(503).withHeader("Retry-After", "4").withBody("busy"));
        Deadline soon = Deadline.after(Duration.ofSeconds(3), CallControl.unlimited());
        assertEquals("503 busy", send(read(), soon));
    }

    @Test
    void cancel_ends_the_wait_between_tries() throws Exception {
        CallControl control = CallControl.unlimited();
        org.when(any(anyUrl()), aResponse().withStatus(503).withHeader("Retry-After", "5"));
        Thread canceller = new Thread(() -> {
            while (sent.get() == 0) {
                Thread.onSpinWait();
            }
            control.cancel();
        });
        canceller.start();
        SQLException ended = assertThrows(SQLException.class, () -> send(read(), Deadline.of(control)));
        assertEquals("57014", ended.getSQLState());
        canceller.join();
    }

    @Test
    void tries_are_bounded() throws SQLException {
        org.when(any(anyUrl()), aResponse().withStatus(500).withBody("no"));
        assertEquals("500 no", send(read()));
        assertEquals(4, sent.get());
    }

    @Test
    void a_read_whose_connection_breaks_is_tried_again_and_then_08006() {
        org.when(any(anyUrl()), aResponse().withFault(Fault.EMPTY_RESPONSE));
        SQLException lost = assertThrows(SQLTransientConnectionException.class, () -> send(read()));
        assertEquals("08006", lost.getSQLState());
        assertEquals(4, sent.get());
    }

    @Test
    void a_write_whose_connection_breaks_is_08007_and_reached_the_server_once() {
        org.when(any(anyUrl()), aResponse().withFault(Fault.EMPTY_RESPONSE));
        SQLException unknown = assertThrows(SQLNonTransientConnectionException.class, () -> send(write()));
        assertEquals("08007", unknown.getSQLState());
        assertEquals(1, sent.get());
        assertEquals(1, org.received(anyRequestedFor(anyUrl())).size());
    }

    @Test
    void a_write_without_a_body_is_sent_once_too() {
        org.when(any(anyUrl()), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        HttpRequest delete = new HttpRequest(
                "DELETE", org.url() + "/x", "/x", List.of(), Optional.empty(), HttpRequest.Effect.WRITES_ONCE);
        assertEquals(
                "08007", assertThrows(SQLException.class, () -> send(delete)).getSQLState());
        assertEquals(1, org.received(anyRequestedFor(anyUrl())).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"408", "408 0", "503 0"})
    void no_try_is_made_that_was_not_counted(String statusAndWait) throws SQLException {
        String[] parts = statusAndWait.split(" ");
        ResponseDefinitionBuilder busy = aResponse().withStatus(Integer.parseInt(parts[0]));
        org.when(any(anyUrl()), parts.length == 1 ? busy : busy.withHeader("Retry-After", parts[1]));
        send(read());
        assertEquals(4, sent.get());
        assertEquals(4, org.received(anyRequestedFor(anyUrl())).size());
    }

    @Test
    void a_request_broken_off_before_its_end_was_not_executed_and_is_not_sent_again() throws Exception {
        RequestContent large = RequestContent.of("application/json", new byte[32 << 20]);
        try (RawServer server = new RawServer((client, out) -> {})) {
            HttpRequest request =
                    HttpRequest.post(server.url() + "/x", "/x", List.of(), large, HttpRequest.Effect.WRITES_ONCE);
            SQLException broken = assertThrows(SQLException.class, () -> send(request));
            assertEquals("08006", broken.getSQLState());
            assertTrue(broken.getMessage().contains("nothing was changed"), broken::toString);
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void what_may_be_asked_once_is_sent_once_but_leaves_nothing_unknown() throws SQLException {
        org.when(any(anyUrl()), aResponse().withFault(Fault.EMPTY_RESPONSE));
        RequestContent body = RequestContent.of("application/json", new byte[] {'{', '}'});
        HttpRequest request = HttpRequest.post(org.url() + "/x", "/x", List.of(), body, HttpRequest.Effect.ASKS_ONCE);
        assertEquals(
                "08006", assertThrows(SQLException.class, () -> send(request)).getSQLState());
        assertEquals(1, org.received(anyRequestedFor(anyUrl())).size());
    }

    @Test
    void a_stream_that_was_sent_is_not_sent_again_even_if_it_was_refused_before() throws SQLException {
        org.when(any(anyUrl()), aResponse().withStatus(429).withHeader("Retry-After", "0"));
        HttpRequest request =
                HttpRequest.post(org.url() + "/x", "/x", List.of(), new Once(1), HttpRequest.Effect.WRITES_ONCE);
        assertEquals("429 ", send(request));
        assertEquals(1, sent.get());
    }

    @Test
    void a_body_of_any_size_is_made_while_it_is_sent() throws Exception {
        long length = 300L << 20;
        long[] received = new long[1];
        try (RawServer server = new RawServer((client, out) -> {
            byte[] buffer = new byte[64 << 10];
            // RawServer's reader of the head has taken some of the body already.
            client.setSoTimeout(2_000);
            try {
                for (int n = client.getInputStream().read(buffer);
                        n >= 0;
                        n = client.getInputStream().read(buffer)) {
                    received[0] += n;
                    if (received[0] > length - (64 << 10)) {
                        break;
                    }
                }
            } catch (SocketTimeoutException end) {
                received[0] = -1;
            }
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            client.getInputStream().readNBytes(64 << 10);
        })) {
            HttpRequest request = HttpRequest.post(
                    server.url() + "/x", "/x", List.of(), new Once(length), HttpRequest.Effect.WRITES_ONCE);
            assertEquals("200 ", send(request));
            assertTrue(received[0] > length - (128 << 10));
        }
    }

    /** Zeros, made once. */
    private static final class Once implements RequestContent {

        private final long length;
        private boolean made;

        Once(long length) {
            this.length = length;
        }

        @Override
        public String contentType() {
            return "application/octet-stream";
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(length);
        }

        @Override
        public boolean isOnce() {
            return true;
        }

        @Override
        public boolean canBeSent() {
            return !made;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            made = true;
            byte[] zeros = new byte[64 << 10];
            for (long left = length; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(zeros.length, left));
            }
        }
    }

    @Test
    void nobody_listening_is_08001_for_a_write_too_and_tried_again() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        HttpRequest request = write().with("http://127.0.0.1:" + port + "/x", List.of());
        SQLException refused = assertThrows(SQLNonTransientConnectionException.class, () -> send(request));
        assertEquals("08001", refused.getSQLState());
        assertEquals(4, sent.get());
    }

    @Test
    void an_unknown_host_is_08001_and_not_tried_again() {
        HttpRequest request = HttpRequest.get("http://no-such-host.invalid/x", "/x", List.of());
        SQLException unknown = assertThrows(SQLException.class, () -> send(request));
        assertEquals("08001", unknown.getSQLState());
        assertEquals(1, sent.get());
    }

    @Test
    void no_byte_within_the_read_time_out_is_08006_and_not_tried_again() throws Exception {
        try (RawServer server =
                new RawServer((client, out) -> client.getInputStream().read())) {
            HttpRequest request = HttpRequest.get(server.url() + "/x", "/x", List.of());
            SQLException lost = assertThrows(
                    SQLException.class, () -> send(request, Deadline.of(CallControl.unlimited()), "readTimeout", "1"));
            assertEquals("08006", lost.getSQLState());
            assertEquals(1, sent.get());
        }
    }

    @Test
    void the_deadline_ends_a_call_with_hyt00() throws Exception {
        try (RawServer server =
                new RawServer((client, out) -> client.getInputStream().read())) {
            HttpRequest request = HttpRequest.get(server.url() + "/x", "/x", List.of());
            Deadline soon = Deadline.after(Duration.ofMillis(100), CallControl.unlimited());
            SQLException late = assertThrows(SQLTimeoutException.class, () -> send(request, soon));
            assertEquals("HYT00", late.getSQLState());
        }
    }

    @Test
    void a_gate_that_refuses_stops_the_call() {
        SQLException no = new SQLException("no", "53000");
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Transport.of(org.settings(), AT_ONCE)
                        .send(
                                read(),
                                () -> {
                                    throw no;
                                },
                                Deadline.of(CallControl.unlimited())));
        assertEquals(no, refused);
        assertEquals(0, org.received(anyRequestedFor(anyUrl())).size());
    }

    @Test
    void a_post_that_is_redirected_is_refused() {
        org.when(any(anyUrl()), aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
        assertEquals(
                "08P01", assertThrows(SQLException.class, () -> send(write())).getSQLState());
    }

    @Test
    void a_circle_of_redirects_ends() {
        org.when(any(anyUrl()), aResponse().withStatus(301).withHeader("Location", "/x"));
        assertEquals(
                "08P01", assertThrows(SQLException.class, () -> send(read())).getSQLState());
    }

    @Test
    void a_trust_store_that_cannot_be_read_is_08001() {
        SQLException refused =
                assertThrows(SQLException.class, () -> Transport.of(org.settings("trustStore", "/no/such/store")));
        assertEquals("08001", refused.getSQLState());
    }

    @Test
    void a_proxy_is_used_and_gets_its_password_when_it_asks() throws SQLException {
        org.when(any(anyUrl()), aResponse().withStatus(407).withHeader("Proxy-Authenticate", "Basic realm=\"proxy\""));
        org.when(
                any(anyUrl())
                        .withHeader(
                                "Proxy-Authorization",
                                com.github.tomakehurst.wiremock.client.WireMock.equalTo("Basic cHg6c2VjcmV0")),
                ok("by proxy"));
        int port = Integer.parseInt(org.url().substring(org.url().lastIndexOf(':') + 1));
        HttpRequest request = HttpRequest.get("http://instance.invalid/x", "/x", List.of());
        String reply = send(
                request,
                Deadline.of(CallControl.unlimited()),
                "proxyHost",
                "127.0.0.1",
                "proxyPort",
                String.valueOf(port),
                "proxyUser",
                "px",
                "proxyPassword",
                "secret");
        assertEquals("200 by proxy", reply);
    }
}
