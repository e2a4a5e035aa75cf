package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.schema.Ids;

/** The bytes of base64 fields, written and read back. */
class BlobsTest {

    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
        // What a careless reader would take for the end of a part.
        System.arraycopy("\r\n\r\n--x\r\n".getBytes(StandardCharsets.US_ASCII), 0, CONTENT, 1000, 9);
    }

    private SimulatedOrg org;
    private OrgClient client;

    @BeforeEach
    void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private HttpResponse<byte[]> multipart(String method, String path, String json, String field) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--boundary_1\r\nContent-Disposition: form-data; name=\"entity\"\r\n"
                        + "Content-Type: application/json\r\n\r\n" + json
                        + "\r\n--boundary_1\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"a.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(CONTENT);
        body.writeBytes("\r\n--boundary_1--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(URI.create(org.url() + OrgClient.DATA + path))
                .headers(
                        "Authorization",
                        "Bearer " + org.openSession(),
                        "Content-Type",
                        "multipart/form-data; boundary=\"boundary_1\"")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void a_file_version_comes_in_parts_and_gets_a_document() throws Exception {
        var created =
                multipart("POST", "/sobjects/ContentVersion", "{\"PathOnClient\":\"dir/photo.jpg\"}", "VersionData");
        assertEquals(201, created.statusCode(), OrgClient.text(created));
        String id = OrgClient.json(created).get("id").textValue();
        String path = client.query("SELECT VersionData FROM ContentVersion WHERE Id = '" + id + "'")
                .at("/records/0/VersionData")
                .textValue();
        assertArrayEquals(CONTENT, client.get(path).body());
        Map<String, Object> version = org.row(id).orElseThrow();
        assertEquals("photo", version.get("Title"));
        assertEquals("jpg", version.get("FileExtension"));
        assertEquals(300_000, version.get("ContentSize"));
        String document = (String) version.get("ContentDocumentId");
        assertEquals(id, org.row(document).orElseThrow().get("LatestPublishedVersionId"));
        var second = multipart(
                "POST",
                "/sobjects/ContentVersion",
                "{\"PathOnClient\":\"photo.jpg\",\"ContentDocumentId\":\"" + document + "\"}",
                "VersionData");
        assertEquals(201, second.statusCode());
        assertEquals(false, org.row(id).orElseThrow().get("IsLatest"));
        assertEquals(
                List.of(OrgClient.json(second).get("id").textValue()),
                client.column("SELECT Id FROM ContentVersion WHERE IsLatest = true AND ContentDocumentId = '" + document
                        + "'"));
    }

    @Test
    void an_attachment_comes_as_base64_too_and_can_be_replaced() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(CONTENT);
        var created = client.post(
                OrgClient.DATA + "/sobjects/Attachment",
                "{\"Name\":\"a\",\"ParentId\":\"" + Ids.of("001", 1) + "\",\"Body\":\"" + base64 + "\"}");
        String id = OrgClient.json(created).get("id").textValue();
        String body = OrgClient.DATA + "/sobjects/Attachment/" + id + "/Body";
        assertArrayEquals(CONTENT, client.get(body).body());
        assertEquals(300_000, org.row(id).orElseThrow().get("BodyLength"));
        assertEquals("204", client.answer("PATCH", "/sobjects/Attachment/" + id, "{\"Body\":\"AAEC\"}"));
        assertArrayEquals(new byte[] {0, 1, 2}, client.get(body).body());
        assertEquals(
                204,
                multipart("PATCH", "/sobjects/Attachment/" + id, "{}", "Body").statusCode());
        assertArrayEquals(CONTENT, client.get(body).body());
        assertTrue(client.answer("PATCH", "/sobjects/Attachment/" + id, "{\"Body\":\"???\"}")
                .contains("JSON_PARSER_ERROR"));
    }

    @Test
    void a_part_that_is_no_field_is_refused() throws Exception {
        var refused = multipart("POST", "/sobjects/ContentVersion", "{\"PathOnClient\":\"x\"}", "Nope");
        assertEquals(400, refused.statusCode());
        assertTrue(OrgClient.text(refused).contains("INVALID_MULTIPART_REQUEST"));
    }
}
