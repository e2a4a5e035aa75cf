package org.soqljdbc.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestLogTest {

    private static final Logger LOGGER = Logger.getLogger("org.soqljdbc.http");

    @RegisterExtension
    final Org org = new Org();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            lines.add(logged.getLevel() + " " + logged.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listens() {
        LOGGER.addHandler(handler);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void listens_no_more() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
        LOGGER.setLevel(null);
    }

    private void calls() throws SQLException {
        org.when(get(anyUrl()), okJson("{\"Name\":\"United\",\"access_token\":\"hush-3\"}"));
        org.when(
                post(anyUrl()), aResponse().withStatus(400).withBody("{\"error\":\"x\",\"refresh_token\":\"hush-4\"}"));
        List<HttpRequest.Header> headers = List.of(
                new HttpRequest.Header("Authorization", "Bearer hush-1"),
                new HttpRequest.Header("Sforce-Call-Options", "client=soql-jdbc"));
        HttpRequest read = HttpRequest.get(org.url() + "/q?q=SELECT+Name&sid=hush-5", "/query", headers);
        RequestContent form =
                RequestContent.of("application/x-www-form-urlencoded", "a=b&client_secret=hush-2".getBytes());
        HttpRequest write = HttpRequest.post(org.url() + "/t", "/token", List.of(), form, HttpRequest.Effect.READS);
        Transport transport = Transport.of(org.settings());
        for (HttpRequest request : List.of(read, write)) {
            try (HttpReply reply = transport.send(request, () -> {}, Deadline.of(CallControl.unlimited()))) {
                assertFalse(reply.text(10_000).isEmpty());
            }
        }
    }

    private String log() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Test
    void nothing_is_logged_by_default() throws SQLException {
        calls();
        assertEquals("", log());
    }

    @Test
    void fine_has_one_line_a_request_without_values() throws SQLException {
        LOGGER.setLevel(Level.FINE);
        calls();
        assertEquals(2, lines.size(), this::log);
        assertTrue(lines.get(0).matches("FINE GET /query 200 \\d+ ms"), this::log);
        assertTrue(lines.get(1).matches("FINE POST /token 400 \\d+ ms"), this::log);
    }

    @Test
    void finest_has_urls_headers_and_bodies_and_no_secret() throws SQLException {
        LOGGER.setLevel(Level.FINEST);
        calls();
        assertTrue(log().contains("SELECT+Name"), this::log);
        assertTrue(log().contains("client=soql-jdbc"), this::log);
        assertTrue(log().contains("Authorization: (hidden)"), this::log);
        assertTrue(log().contains("a=b&client_secret=(hidden)"), this::log);
        assertTrue(log().contains("\"Name\":\"United\""), this::log);
        assertFalse(log().contains("hush"), this::log);
    }
}
