package org.soqljdbc.api.bulk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.auth.SharedSessions;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.Transport;

/** An org with ingest and query jobs: a row fails if one of its cells is {@code bad}, and is left if one is {@code late}. */
final class BulkOrg implements AutoCloseable {

    /** Does something else than the org would. @return whether the exchange is done with */
    interface Fault {
        boolean happens(HttpExchange exchange, String call) throws IOException;
    }

    static final String BASE = "/services/data/v67.0/jobs/";

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    final Map<String, String> states = Collections.synchronizedMap(new TreeMap<>());
    final Map<String, String> uploads = Collections.synchronizedMap(new TreeMap<>());
    volatile Fault fault = (exchange, call) -> false;
    volatile String endState = "JobComplete";
    volatile String errorMessage = "";
    volatile boolean echoesOtherwise;

    private final HttpServer server;

    BulkOrg() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "bulk-org");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    ApiCaller caller(String... properties) throws SQLException {
        Properties info = new Properties();
        info.setProperty("accessToken", "t");
        for (int i = 0; i < properties.length; i += 2) {
            info.setProperty(properties[i], properties[i + 1]);
        }
        Settings settings =
                Settings.of("jdbc:soql://127.0.0.1:" + server.getAddress().getPort() + "?ssl=false", info);
        Transport transport = Transport.of(settings);
        return new ApiCaller(settings, transport, new SharedSessions().lease(settings, transport));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String call = exchange.getRequestMethod() + " " + path.replace(BASE, "");
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            calls.add(call);
            if (!fault.happens(exchange, call)) {
                answer(exchange, call, body);
            }
        }
    }

    private void answer(HttpExchange exchange, String call, byte[] body) throws IOException {
        String[] parts = call.substring(call.indexOf(' ') + 1).split("[/?]");
        if (parts.length == 1) {
            bodies.add(new String(body, StandardCharsets.UTF_8));
            String id = "750" + states.size();
            states.put(id, parts[0].equals("ingest") ? "Open" : "UploadComplete");
            reply(exchange, 200, job(id));
            return;
        }
        String id = parts[1];
        if (call.startsWith("PUT")) {
            boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] csv = gzip ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
            uploads.put(id, new String(csv, StandardCharsets.UTF_8));
            reply(exchange, 201, "");
        } else if (call.startsWith("PATCH")) {
            String text = new String(body, StandardCharsets.UTF_8);
            states.put(id, text.contains("Aborted") ? "Aborted" : "UploadComplete");
            reply(exchange, 200, job(id));
        } else if (parts.length == 2) {
            states.compute(id, (key, state) -> switch (state) {
                case "UploadComplete" -> "InProgress";
                case "InProgress" -> endState;
                default -> state;
            });
            reply(exchange, 200, job(id));
        } else {
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            reply(exchange, 200, results(id, parts[2]));
        }
    }

    private String job(String id) {
        long failed = rows(id, "failedResults").size();
        long processed = failed + rows(id, "successfulResults").size();
        return "{\"id\":\"" + id + "\",\"apiVersion\":67.0,\"nested\":{\"id\":\"no\"},\"state\":\"" + states.get(id)
                + "\",\"errorMessage\":\"" + errorMessage + "\",\"numberRecordsProcessed\":" + processed
                + ",\"numberRecordsFailed\":" + failed + "}";
    }

    private String results(String id, String which) {
        String header = uploads.get(id).lines().findFirst().orElse("");
        String own = switch (which) {
            case "successfulResults" -> "\"sf__Id\",\"sf__Created\",";
            case "failedResults" -> "\"sf__Id\",\"sf__Error\",";
            default -> "";
        };
        StringBuilder csv = new StringBuilder(own).append(header).append('\n');
        List<String> rows = rows(id, which);
        // In no order.
        Collections.reverse(rows);
        rows.forEach(row -> csv.append(row).append('\n'));
        return csv.toString();
    }

    private List<String> rows(String id, String which) {
        List<String> rows = new ArrayList<>();
        if (!uploads.containsKey(id) || !states.get(id).equals(endState)) {
            return rows;
        }
        List<String> lines = uploads.get(id).lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            String kind = line.contains("bad")
                    ? "failedResults"
                    : line.contains("late") ? "unprocessedrecords" : "successfulResults";
            if (!kind.equals(which)) {
                continue;
            }
            String echo = echoesOtherwise ? line + "!" : line.replace("#N/A", "");
            rows.add(
                    switch (kind) {
                        case "failedResults" ->
                            "\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\"," + echo;
                        case "successfulResults" -> "\"001" + id + "r" + i + "\",\"true\"," + echo;
                        default -> echo;
                    });
        }
        return rows;
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
