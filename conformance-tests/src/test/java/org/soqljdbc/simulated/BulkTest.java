package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.schema.Ids;

/** Bulk API 2.0. */
class BulkTest {

    private static final String JOBS = "/jobs/ingest";

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

    private String open(String members) throws Exception {
        var response = client.post(OrgClient.DATA + JOBS, "{" + members + "}");
        assertEquals(200, response.statusCode(), OrgClient.text(response));
        JsonNode job = OrgClient.json(response);
        assertEquals("Open", job.get("state").textValue());
        assertEquals(
                "services/data/v67.0/jobs/ingest/" + job.get("id").textValue() + "/batches",
                job.get("contentUrl").textValue());
        return JOBS + "/" + job.get("id").textValue();
    }

    private String upload(String job, String csv) throws Exception {
        var response = client.csv(OrgClient.DATA + job + "/batches", csv);
        return (response.statusCode() + " " + OrgClient.text(response)).strip();
    }

    private JsonNode poll(String path) throws Exception {
        return OrgClient.json(client.get(OrgClient.DATA + path));
    }

    private JsonNode finish(String job) throws Exception {
        assertTrue(client.answer("PATCH", job, "{\"state\":\"UploadComplete\"}").startsWith("200"));
        assertEquals("InProgress", poll(job).get("state").textValue());
        return poll(job);
    }

    private List<String> lines(String path) throws Exception {
        return OrgClient.text(client.get(OrgClient.DATA + path)).lines().toList();
    }

    @Test
    void rows_are_inserted_when_the_job_is_closed_and_polled() throws Exception {
        String job = open("\"object\":\"Contact\",\"operation\":\"insert\"");
        assertEquals(
                "201",
                upload(
                        job,
                        "LastName,Account.Ext_Id__c,Email\n\"O'Neil, \"\"Bob\"\"\",EXT-00002,\n"
                                + ",,\nx,,not an address\nlast,,#N/A\n"));
        assertEquals(5000, client.count("Contact"));
        JsonNode done = finish(job);
        assertEquals("JobComplete", done.get("state").textValue());
        assertEquals(4, done.get("numberRecordsProcessed").intValue());
        assertEquals(2, done.get("numberRecordsFailed").intValue());
        assertEquals("V2Ingest", done.get("jobType").textValue());
        String first = Ids.of("003", 5004);
        String second = Ids.of("003", 5005);
        assertEquals(
                List.of(
                        "\"sf__Id\",\"sf__Created\",\"LastName\",\"Account.Ext_Id__c\",\"Email\"",
                        "\"" + second + "\",\"true\",\"last\",\"\",\"#N/A\"",
                        "\"" + first + "\",\"true\",\"O'Neil, \"\"Bob\"\"\",\"EXT-00002\",\"\""),
                lines(job + "/successfulResults"));
        assertEquals(
                List.of(
                        "\"sf__Id\",\"sf__Error\",\"LastName\",\"Account.Ext_Id__c\",\"Email\"",
                        "\"\",\"INVALID_EMAIL_ADDRESS:Email: invalid email address: not an address:Email --\",\"x\",\"\","
                                + "\"not an address\"",
                        "\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --\",\"\",\"\",\"\""),
                lines(job + "/failedResults/"));
        assertEquals(List.of("\"LastName\",\"Account.Ext_Id__c\",\"Email\""), lines(job + "/unprocessedrecords"));
        assertEquals(Ids.of("001", 3), org.row(first).orElseThrow().get("AccountId"));
        assertEquals("204", client.answer("DELETE", job, null));
        assertTrue(client.answer("GET", job, null).startsWith("404"));
        assertEquals(1, org.callCounts().get("PUT /jobs/ingest/{id}/batches"));
    }

    @Test
    void empty_values_leave_fields_alone_and_na_clears_them() throws Exception {
        String id = Ids.of("001", 1);
        Object before = org.row(id).orElseThrow().get("Industry");
        String job = open("\"object\":\"Account\",\"operation\":\"update\"");
        upload(job, "Id,Site,Phone,Industry\n" + id + ",new,#N/A,\n" + Ids.of("001", 9999) + ",x,,\n");
        assertEquals(1, finish(job).get("numberRecordsFailed").intValue());
        assertEquals("new", org.row(id).orElseThrow().get("Site"));
        assertEquals(null, org.row(id).orElseThrow().get("Phone"));
        assertEquals(before, org.row(id).orElseThrow().get("Industry"));
        assertTrue(lines(job + "/failedResults").get(1).startsWith("\"" + Ids.of("001", 9999) + "\",\"INVALID_CROSS"));
    }

    @Test
    void upserts_and_deletes_tell_created_or_not() throws Exception {
        String upsert = open("\"object\":\"Account\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Ext_Id__c\"");
        upload(upsert, "Ext_Id__c,Name\nEXT-00000,Renamed\nnew,New\ntwice,a\nTWICE,b\n,c\n");
        assertEquals(3, finish(upsert).get("numberRecordsFailed").intValue());
        assertEquals(
                new TreeSet<>(List.of("\"true\",\"new\"", "\"false\",\"EXT-00000\"")),
                lines(upsert + "/successfulResults").stream()
                        .skip(1)
                        .map(line -> line.split(",")[1] + "," + line.split(",")[2])
                        .collect(Collectors.toCollection(TreeSet::new)));
        String delete = open("\"object\":\"Account\",\"operation\":\"delete\"");
        upload(delete, "Id\n" + Ids.of("001", 64) + "\n" + Ids.of("001", 61) + "\n");
        assertEquals(1, finish(delete).get("numberRecordsFailed").intValue());
        assertEquals(60, client.count("Account"));
        String hard = open("\"object\":\"Lead\",\"operation\":\"hardDelete\"");
        upload(hard, "Id\n" + Ids.of("00Q", 1) + "\n");
        finish(hard);
        assertTrue(org.row(Ids.of("00Q", 1)).isEmpty());
    }

    @Test
    void an_upload_is_taken_once_and_not_too_large() throws Exception {
        String job = open("\"object\":\"Account\",\"operation\":\"insert\"");
        org.bulk().largestUpload(10);
        assertTrue(upload(job, "Name\n1234567890\n").startsWith("400"));
        assertEquals("201", upload(job, "Name\nx\n"));
        assertTrue(upload(job, "Name\nx\n").contains("Found multiple contents for job"));
        finish(job);
        assertTrue(client.answer("PATCH", job, "{\"state\":\"UploadComplete\"}").contains("INVALIDJOBSTATE"));
        assertEquals(
                "400 [{\"errorCode\":\"INVALIDJOBSTATE\",\"message\":\"Aborting already Completed Job not allowed\"}]",
                client.answer("PATCH", job, "{\"state\":\"Aborted\"}"));
        assertEquals(61, client.count("Account"));
    }

    @Test
    void an_aborted_job_leaves_rows_unprocessed() throws Exception {
        org.bulk().rowsOfPoll(2);
        org.bulk().pollsInProgress(2);
        String job = open("\"object\":\"Account\",\"operation\":\"insert\"");
        upload(job, "Name\na\nb\nc\n");
        client.answer("PATCH", job, "{\"state\":\"UploadComplete\"}");
        poll(job);
        assertEquals(0, poll(job).get("numberRecordsProcessed").intValue());
        assertTrue(client.answer("GET", job + "/successfulResults", null).startsWith("400"));
        JsonNode half = poll(job);
        assertEquals("InProgress", half.get("state").textValue());
        assertEquals(2, half.get("numberRecordsProcessed").intValue());
        assertTrue(client.answer("PATCH", job, "{\"state\":\"Aborted\"}").contains("\"Aborted\""));
        assertEquals(List.of("\"Name\"", "\"c\""), lines(job + "/unprocessedrecords"));
        assertEquals(62, client.count("Account"));
    }

    @Test
    void a_job_fails_for_its_header_its_line_ends_or_when_told() throws Exception {
        String header = open("\"object\":\"Account\",\"operation\":\"insert\"");
        upload(header, "Name,Nope\nx,y\n");
        JsonNode failed = finish(header);
        assertEquals("Failed", failed.get("state").textValue());
        assertEquals(
                "InvalidBatch : Field name not found : Nope",
                failed.get("errorMessage").textValue());
        String ends = open("\"object\":\"Account\",\"operation\":\"insert\",\"lineEnding\":\"CRLF\"");
        upload(ends, "Name\nx\n");
        assertEquals(
                "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF",
                finish(ends).get("errorMessage").textValue());
        org.bulk().failNext("InternalServerError : no luck");
        String unlucky = open("\"object\":\"Account\",\"operation\":\"insert\"");
        upload(unlucky, "Name\nx\n");
        client.answer("PATCH", unlucky, "{\"state\":\"UploadComplete\"}");
        assertEquals("Failed", poll(unlucky).get("state").textValue());
        assertEquals(List.of("Name", "x"), lines(unlucky + "/unprocessedrecords"));
        assertEquals(60, client.count("Account"));
        assertTrue(client.answer("POST", JOBS, "{\"object\":\"AccountHistory\",\"operation\":\"insert\"}")
                .contains("INVALIDENTITY"));
    }

    @Test
    void polymorphic_parents_name_their_type() throws Exception {
        String job = open("\"object\":\"Task\",\"operation\":\"insert\",\"columnDelimiter\":\"TAB\"");
        upload(job, "Status\tPriority\tAccount:What.Ext_Id__c\nCompleted\tHigh\tEXT-00001\n");
        assertEquals(0, finish(job).get("numberRecordsFailed").intValue());
        String wrong = open("\"object\":\"Task\",\"operation\":\"insert\"");
        upload(wrong, "Status,Priority,What.Ext_Id__c\nCompleted,High,EXT-00001\n");
        assertEquals("Failed", finish(wrong).get("state").textValue());
    }

    @Test
    void uploads_may_be_compressed_or_in_parts() throws Exception {
        String job = open("\"object\":\"Account\",\"operation\":\"insert\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("Name\nÇağrı\n".getBytes(StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(org.url() + OrgClient.DATA + job + "/batches"))
                .headers(
                        "Authorization",
                        "Bearer " + org.openSession(),
                        "Content-Type",
                        "text/csv",
                        "Content-Encoding",
                        "gzip")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        assertEquals(
                201, http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        finish(job);
        assertEquals(1, client.count("Account WHERE Name = 'Çağrı'"));
        String body = "--b\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"job\"\r\n\r\n"
                + "{\"object\":\"Account\",\"operation\":\"insert\"}\r\n--b\r\nContent-Type: text/csv\r\n"
                + "Content-Disposition: form-data; name=\"content\"; filename=\"content\"\r\n\r\nName\nin parts\n\r\n--b--\r\n";
        JsonNode created = OrgClient.json(client.send(
                "POST",
                OrgClient.DATA + JOBS,
                body,
                "Authorization",
                "Bearer " + org.openSession(),
                "Content-Type",
                "multipart/form-data; boundary=b"));
        assertEquals("UploadComplete", created.get("state").textValue());
        String path = JOBS + "/" + created.get("id").textValue();
        poll(path);
        assertEquals("JobComplete", poll(path).get("state").textValue());
        assertEquals(1, client.count("Account WHERE Name = 'in parts'"));
    }

    @Test
    void a_hundred_thousand_rows_go_in_one_job() throws Exception {
        String job = open("\"object\":\"Account\",\"operation\":\"insert\"");
        upload(
                job,
                "Name,Ext_Id__c\n"
                        + IntStream.range(0, 100_000)
                                .mapToObj(i -> "n" + i + ",e" + i)
                                .collect(Collectors.joining("\n")));
        assertEquals(100_000, finish(job).get("numberRecordsProcessed").intValue());
        assertEquals(100_001, lines(job + "/successfulResults").size());
    }

    private HttpResponse<byte[]> query(String soql) throws Exception {
        return client.post(OrgClient.DATA + "/jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}");
    }

    @Test
    void query_results_page_by_locator_and_by_links() throws Exception {
        JsonNode created = OrgClient.json(query("SELECT id, account.Name, CreatedDate FROM Contact ORDER BY Id"));
        assertEquals("UploadComplete", created.get("state").textValue());
        String job = "/jobs/query/" + created.get("id").textValue();
        assertTrue(client.answer("GET", job + "/results", null).startsWith("400"));
        assertEquals("InProgress", poll(job).get("state").textValue());
        assertEquals(5000, poll(job).get("numberRecordsProcessed").intValue());
        var first = client.get(OrgClient.DATA + job + "/results?maxRecords=3000");
        assertEquals(
                "3000", first.headers().firstValue("Sforce-NumberOfRecords").orElseThrow());
        List<String> lines = OrgClient.text(first).lines().toList();
        assertEquals("\"Id\",\"Account.Name\",\"CreatedDate\"", lines.get(0));
        assertTrue(lines.get(1).matches("\"003\\w{15}\",\"Acme\",\"2026-03-1\\dT[\\d:.]+Z\""), lines.get(1));
        String locator = first.headers().firstValue("Sforce-Locator").orElseThrow();
        var second = client.get(OrgClient.DATA + job + "/results?maxRecords=3000&locator=" + locator);
        assertEquals("null", second.headers().firstValue("Sforce-Locator").orElseThrow());
        assertEquals(2001, OrgClient.text(second).lines().count());
        org.bulk().rowsOfPage(900);
        JsonNode links = poll(job + "/resultPages");
        assertEquals(5, links.get("resultPages").size());
        JsonNode rest = OrgClient.json(client.get(links.get("nextRecordsUrl").textValue()));
        assertTrue(rest.get("done").booleanValue());
        String last = rest.at("/resultPages/0/resultUrl").textValue();
        assertEquals(501, OrgClient.text(client.get(last)).lines().count());
        assertEquals(409, client.get("/services/data/v60.0" + job + "/results").statusCode());
    }

    @Test
    void what_bulk_cannot_read_is_refused() throws Exception {
        for (String soql : List.of(
                "SELECT COUNT() FROM Account",
                "SELECT Industry FROM Account GROUP BY Industry",
                "SELECT Id FROM Account OFFSET 5",
                "SELECT BillingAddress FROM Account",
                "SELECT Id, (SELECT Id FROM Contacts) FROM Account",
                "SELECT Body FROM Attachment",
                "SELECT Id FROM EntityDefinition",
                "SELECT ExternalId FROM Remote_Order__x",
                "SELECT FIELDS(ALL) FROM Account LIMIT 10",
                "SELECT Nope FROM Account")) {
            assertEquals(400, query(soql).statusCode(), soql);
        }
        assertEquals(
                200,
                query("SELECT Id FROM Account WHERE CALENDAR_YEAR(CreatedDate) = 2026")
                        .statusCode());
    }
}
