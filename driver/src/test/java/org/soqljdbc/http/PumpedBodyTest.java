package org.soqljdbc.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.CarriedSqlException;

@Timeout(60)
class PumpedBodyTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    private RawServer server;
    private PumpedBody body;

    @AfterEach
    void ends_what_a_test_began() throws IOException {
        if (body != null) {
            body.close();
        }
        server.close();
    }

    private void serve(RawServer.Answer answer) throws IOException {
        server = new RawServer(answer);
    }

    private void ask(CallControl control) throws SQLException {
        body = get(server, control);
    }

    private static PumpedBody get(RawServer server, CallControl control) throws SQLException {
        Transport transport = Transport.of(Settings.of("jdbc:soql://127.0.0.1?ssl=false", new Properties()));
        HttpRequest request = HttpRequest.get(server.url() + "/page", "/page", List.of());
        return PumpedBody.start(deadline -> transport.send(request, () -> {}, deadline), control);
    }

    private static CallControl within(long millis) {
        return new CallControl(Optional.of(Duration.ofMillis(millis)));
    }

    private static SQLException readFails(PumpedBody body) {
        return assertThrows(
                        CarriedSqlException.class,
                        () -> body.stream().transferTo(java.io.OutputStream.nullOutputStream()))
                .carried();
    }

    @Test
    void a_body_arrives_whole() throws Exception {
        byte[] bytes = "0123456789".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        serve((client, out) -> {
            RawServer.write(out, HEAD + "Content-Length: " + bytes.length + "\r\n\r\n");
            out.write(bytes);
        });
        ask(CallControl.unlimited());
        assertEquals(200, body.head().status());
        assertArrayEquals(bytes, body.stream().readAllBytes());
        assertEquals(-1, body.stream().read());
    }

    @Test
    void the_worker_does_not_wait_for_a_slow_consumer() throws Exception {
        CountDownLatch allSent = new CountDownLatch(1);
        byte[] bytes = new byte[6 << 20];
        serve((client, out) -> {
            RawServer.write(out, HEAD + "Content-Length: " + bytes.length + "\r\n\r\n");
            out.write(bytes);
            allSent.countDown();
        });
        ask(CallControl.unlimited());
        body.head();
        assertTrue(allSent.await(30, TimeUnit.SECONDS));
        assertEquals(bytes.length, body.stream().readAllBytes().length);
    }

    @Test
    void a_body_cut_short_is_08006() throws Exception {
        serve((client, out) -> RawServer.write(out, HEAD + "Content-Length: 1000\r\n\r\nhalf"));
        ask(CallControl.unlimited());
        assertEquals("08006", readFails(body).getSQLState());
    }

    @Test
    void a_body_of_chunks_cut_short_is_08006() throws Exception {
        serve((client, out) -> RawServer.write(out, HEAD + "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"));
        ask(CallControl.unlimited());
        assertEquals("08006", readFails(body).getSQLState());
    }

    @Test
    void no_answer_in_time_is_hyt00_and_the_call_ends() throws Exception {
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        serve((client, out) -> left.complete(client.getInputStream().read() < 0));
        ask(within(100));
        SQLException late = assertThrows(SQLTimeoutException.class, body::head);
        assertEquals("HYT00", late.getSQLState());
        assertTrue(left.get(30, TimeUnit.SECONDS));
    }

    @Test
    void a_body_that_stops_is_hyt00_after_the_time_out() throws Exception {
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        serve((client, out) -> {
            RawServer.write(out, HEAD + "Content-Length: 1000\r\n\r\nhalf");
            left.complete(client.getInputStream().read() < 0);
        });
        ask(within(1_500));
        body.head();
        assertEquals("HYT00", readFails(body).getSQLState());
        assertTrue(left.get(30, TimeUnit.SECONDS));
    }

    @Test
    void cancel_from_another_thread_ends_a_read_that_waits() throws Exception {
        CallControl control = CallControl.unlimited();
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        serve((client, out) -> {
            RawServer.write(out, HEAD + "Content-Length: 1000\r\n\r\nhalf");
            left.complete(client.getInputStream().read() < 0);
        });
        ask(control);
        InputStream stream = body.stream();
        assertEquals('h', stream.read());
        CompletableFuture.runAsync(control::cancel, Workers.executor());
        assertEquals("57014", readFails(body).getSQLState());
        assertTrue(left.get(30, TimeUnit.SECONDS));
    }

    @Test
    void cancel_before_the_answer_is_57014() throws Exception {
        CallControl control = CallControl.unlimited();
        CountDownLatch asked = new CountDownLatch(1);
        serve((client, out) -> {
            asked.countDown();
            client.getInputStream().read();
        });
        ask(control);
        assertTrue(asked.await(30, TimeUnit.SECONDS));
        CompletableFuture.runAsync(control::cancel, Workers.executor());
        assertEquals("57014", assertThrows(SQLException.class, body::head).getSQLState());
    }

    @Test
    void nothing_begins_after_cancel() throws Exception {
        CallControl control = CallControl.unlimited();
        control.cancel();
        serve((client, out) -> RawServer.write(out, HEAD + "Content-Length: 0\r\n\r\n"));
        ask(control);
        assertEquals("57014", assertThrows(SQLException.class, body::head).getSQLState());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void close_ends_a_call_that_was_not_answered() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        serve((client, out) -> {
            asked.countDown();
            left.complete(client.getInputStream().read() < 0);
        });
        ask(CallControl.unlimited());
        assertTrue(asked.await(30, TimeUnit.SECONDS));
        body.close();
        assertTrue(left.get(30, TimeUnit.SECONDS));
        assertEquals("08003", readFails(body).getSQLState());
    }

    @Test
    void close_frees_a_worker_that_waits_for_room() throws Exception {
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        byte[] much = new byte[1 << 20];
        serve((client, out) -> {
            RawServer.write(out, HEAD + "\r\n");
            try {
                for (int i = 0; i < 64; i++) {
                    out.write(much);
                }
                left.complete(false);
            } catch (IOException gone) {
                left.complete(true);
            }
        });
        ask(CallControl.unlimited());
        body.head();
        body.close();
        assertTrue(left.get(30, TimeUnit.SECONDS));
    }

    @Test
    void a_consumer_that_stops_before_the_very_end_keeps_the_connection() throws Exception {
        serve((client, out) -> {
            RawServer.write(out, HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            // The next request on the same connection.
            byte[] next = new byte[4];
            assertEquals(4, client.getInputStream().readNBytes(next, 0, 4));
            assertEquals("GET ", new String(next, StandardCharsets.US_ASCII));
            RawServer.write(out, HEAD + "Content-Length: 4\r\nConnection: close\r\n\r\nsame");
        });
        PumpedBody first = get(server, CallControl.unlimited());
        assertEquals('{', first.stream().read());
        assertEquals('}', first.stream().read());
        first.close();
        ask(CallControl.unlimited());
        assertEquals("same", new String(body.stream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(1, server.requests().size());
    }

    @Test
    void an_interrupted_consumer_gets_57014_and_stays_interrupted() throws Exception {
        serve((client, out) -> {
            RawServer.write(out, HEAD + "Content-Length: 1000\r\n\r\nhalf");
            client.getInputStream().read();
        });
        ask(CallControl.unlimited());
        Thread.currentThread().interrupt();
        try {
            SQLException ended = assertThrows(SQLException.class, body::head);
            assertEquals("57014", ended.getSQLState());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void a_fault_of_the_opener_reaches_the_consumer() throws Exception {
        serve((client, out) -> {});
        body = PumpedBody.start(
                deadline -> {
                    throw new IllegalStateException("wrong");
                },
                CallControl.unlimited());
        SQLException fault = assertThrows(SQLException.class, body::head);
        assertEquals("HY000", fault.getSQLState());
        body.close();
    }

    @Test
    void workers_are_daemons_without_the_callers_class_loader() throws Exception {
        serve((client, out) -> {});
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        Workers.executor().execute(() -> worker.complete(Thread.currentThread()));
        assertTrue(worker.get().isDaemon());
        assertEquals(Workers.class.getClassLoader(), worker.get().getContextClassLoader());
    }
}
