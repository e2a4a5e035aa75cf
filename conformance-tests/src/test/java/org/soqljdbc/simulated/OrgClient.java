package org.soqljdbc.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bare client of the org: what is asked and answered, without a driver between. */
final class OrgClient {

    static final String DATA = "/services/data/v67.0";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;

    OrgClient(SimulatedOrg org) {
        this.base = org.url();
        this.token = org.openSession();
    }

    HttpResponse<byte[]> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return send("GET", path, null, all.toArray(new String[0]));
    }

    HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    /** A call with JSON, or without a body for null, and more headers. */
    HttpResponse<byte[]> call(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        if (json != null) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        all.addAll(List.of(headers));
        return send(method, path, json, all.toArray(new String[0]));
    }

    /** Status and body in one text: {@code 204}, {@code 400 [{...}]}. */
    String answer(String method, String path, String json, String... headers) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = call(method, DATA + path, json, headers);
        return (response.statusCode() + " " + text(response)).strip();
    }

    /** Uploads the rows of a bulk job. */
    HttpResponse<byte[]> csv(String path, String csv) throws IOException, InterruptedException {
        return send("PUT", path, csv, "Authorization", "Bearer " + token, "Content-Type", "text/csv");
    }

    HttpResponse<byte[]> form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    /** The body of a query's answer, rows or refusal, as text. */
    String raw(String soql) throws IOException, InterruptedException {
        return text(get(DATA + "/query?q=" + encode(soql)));
    }

    JsonNode query(String soql) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(DATA + "/query?q=" + encode(soql));
        if (response.statusCode() != 200) {
            throw new AssertionError(soql + ": " + text(response));
        }
        return json(response);
    }

    /** How many rows {@code SELECT COUNT() FROM ...} counts. */
    int count(String rest) throws IOException, InterruptedException {
        return query("SELECT COUNT() FROM " + rest).get("totalSize").intValue();
    }

    /** The first selected field of every record of the first page, as JSON writes it, texts without quotes. */
    List<String> column(String soql) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        for (JsonNode record : query(soql).get("records")) {
            List<JsonNode> members = new ArrayList<>();
            record.forEach(members::add);
            JsonNode value = members.get(1);
            values.add(value.isTextual() ? value.textValue() : value.toString());
        }
        return values;
    }

    /** The refusal of a query: {@code CODE: message}. */
    String refusal(String soql) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(DATA + "/query?q=" + encode(soql));
        if (response.statusCode() != 400) {
            throw new AssertionError(soql + " was not refused: " + response.statusCode());
        }
        JsonNode error = json(response).get(0);
        return error.get("errorCode").textValue() + ": " + error.get("message").textValue();
    }
}
