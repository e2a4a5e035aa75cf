package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.api.write.ByteSource;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class RowApiTest {

    private static final String BASE = "/services/data/v67.0/sobjects/";
    private static final String ID = "001000000000001AAA";
    private static final String CREATED = "{\"id\":\"" + ID + "\",\"success\":true,\"errors\":[]}";

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

    private static WriteRecord row(FieldValue... values) {
        return WriteRecord.of("Account", List.of(values));
    }

    private static FieldValue text(String field, String text) {
        return FieldValue.of(field, new WriteValue.Text(text));
    }

    private LoggedRequest sent() {
        List<LoggedRequest> all = org.received(anyRequestedFor(anyUrl()));
        assertEquals(1, all.size());
        return all.get(0);
    }

    private RowResult insert(WriteRecord row) throws SQLException {
        return api.rows().insert(row, WriteOptions.DEFAULT, control);
    }

    @Test
    void an_insert_is_one_post_and_tells_the_id() throws SQLException {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        assertEquals(RowResult.written(Optional.of(ID), true), insert(row(text("Name", "Ägir \"& Söhne\"\n"))));
        assertEquals("POST " + BASE + "Account", sent().getMethod() + " " + sent().getUrl());
        assertEquals("application/json; charset=UTF-8", sent().getHeader("Content-Type"));
        assertEquals("{\"Name\":\"Ägir \\\"& Söhne\\\"\\n\"}", sent().getBodyAsString());
        assertNull(sent().getHeader("Sforce-Auto-Assign"));
        assertNull(sent().getHeader("Sforce-Duplicate-Rule-Header"));
        assertEquals(1, api.callsMade());
    }

    @Test
    void each_kind_of_value_is_spelled_as_salesforce_reads_it() throws SQLException {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        insert(row(
                text("T", "x"),
                FieldValue.of("N", WriteValue.NULL),
                FieldValue.of("D", new WriteValue.Number(new BigDecimal("1.0E+7"))),
                FieldValue.of("S", new WriteValue.Number(new BigDecimal("-0.00000001"))),
                FieldValue.of("B", new WriteValue.Truth(true)),
                FieldValue.of("Day", new WriteValue.Day(LocalDate.of(1999, 1, 2))),
                FieldValue.of("Time", new WriteValue.TimeOfDay(LocalTime.of(1, 2, 3, 4_999_999))),
                FieldValue.of("At", new WriteValue.Moment(Instant.parse("2026-01-02T03:04:05.678901Z"))),
                FieldValue.of(
                        "AccountId",
                        new WriteValue.ParentKey(
                                "Account", Optional.empty(), "Ext__c", new WriteValue.Number(BigDecimal.ONE))),
                FieldValue.of(
                        "OwnerId",
                        new WriteValue.ParentKey("Owner", Optional.of("Group"), "G__c", new WriteValue.Text("g"))),
                FieldValue.of(
                        "ParentId", new WriteValue.ParentKey("Parent", Optional.empty(), "Ext__c", WriteValue.NULL)),
                text("Last", "y")));
        assertEquals(
                "{\"T\":\"x\",\"N\":null,\"D\":10000000,\"S\":-0.00000001,\"B\":true,\"Day\":\"1999-01-02\","
                        + "\"Time\":\"01:02:03.004Z\",\"At\":\"2026-01-02T03:04:05.678Z\","
                        + "\"Account\":{\"Ext__c\":1},\"Owner\":{\"attributes\":{\"type\":\"Group\"},\"G__c\":\"g\"},"
                        + "\"ParentId\":null,\"Last\":\"y\"}",
                sent().getBodyAsString());
    }

    @Test
    void options_travel_as_headers() throws SQLException {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        WriteOptions options =
                WriteOptions.of(org.settings("duplicateRule", "allow", "assignmentRule", "true", "allOrNone", "false"));
        assertFalse(options.allOrNone());
        api.rows().insert(row(text("Name", "x")), options, control);
        assertEquals("TRUE", sent().getHeader("Sforce-Auto-Assign"));
        assertEquals("allowSave=true", sent().getHeader("Sforce-Duplicate-Rule-Header"));
    }

    @Test
    void an_update_is_one_patch_without_the_id_in_its_body() throws SQLException {
        org.when(any(anyUrl()), aResponse().withStatus(204));
        WriteRecord row = WriteRecord.of("Account", ID, List.of(text("Name", "x")));
        assertEquals(RowResult.written(Optional.of(ID), false), api.rows().update(row, WriteOptions.DEFAULT, control));
        assertEquals("PATCH " + BASE + "Account/" + ID, sent().getMethod() + " " + sent().getUrl());
        assertEquals("{\"Name\":\"x\"}", sent().getBodyAsString());
    }

    @Test
    void a_delete_is_one_call_and_a_missing_row_is_a_failed_row() throws SQLException {
        org.when(any(anyUrl()), Org.refused(404, "ENTITY_IS_DELETED", "entity is deleted"));
        RowResult gone = api.rows().delete(WriteRecord.deleted("Account", ID), WriteOptions.DEFAULT, control);
        assertEquals("DELETE " + BASE + "Account/" + ID, sent().getMethod() + " " + sent().getUrl());
        assertTrue(gone.failedWith("ENTITY_IS_DELETED"));
        assertEquals(Optional.of(ID), gone.id());
    }

    @Test
    void an_id_cannot_leave_its_place_in_the_path() throws SQLException {
        org.when(any(anyUrl()), aResponse().withStatus(204));
        api.rows().delete(WriteRecord.deleted("Account", "../x?y#z"), WriteOptions.DEFAULT, control);
        assertEquals(BASE + "Account/..%2Fx%3Fy%23z", sent().getUrl());
    }

    @Test
    void an_upsert_names_the_key_in_the_path_and_not_in_the_body() throws SQLException {
        org.when(any(anyUrl()), okJson("{\"id\":\"" + ID + "\",\"success\":true,\"errors\":[],\"created\":false}"));
        RowResult result = api.rows()
                .upsert(row(text("ext__c", "a-1"), text("Name", "x")), "Ext__c", WriteOptions.DEFAULT, control);
        assertEquals(RowResult.written(Optional.of(ID), false), result);
        assertEquals("PATCH " + BASE + "Account/Ext__c/a-1", sent().getMethod() + " " + sent().getUrl());
        assertEquals("{\"Name\":\"x\"}", sent().getBodyAsString());
    }

    @Test
    void an_upsert_of_an_old_version_may_tell_no_id() throws SQLException {
        org.when(any(anyUrl()), aResponse().withStatus(204));
        RowResult result = api.rows().upsert(row(text("Ext__c", "1")), "Ext__c", WriteOptions.DEFAULT, control);
        assertEquals(RowResult.written(Optional.empty(), false), result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a@b.com", "x.json", "ä", "a b", ".."})
    void a_key_that_may_be_lost_in_a_url_travels_in_a_body(String key) throws SQLException {
        org.when(any(anyUrl()), okJson("[" + CREATED + "]"));
        assertTrue(api.rows()
                .upsert(row(text("Ext__c", key)), "Ext__c", WriteOptions.DEFAULT, control)
                .isWritten());
        assertEquals("/services/data/v67.0/composite/sobjects/Account/Ext__c", sent().getUrl());
        assertEquals(
                "{\"allOrNone\":true,\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Ext__c\":\"" + key + "\"}]}",
                sent().getBodyAsString());
    }

    @Test
    void a_key_of_several_records_is_a_failed_row() throws SQLException {
        org.when(
                any(anyUrl()),
                okJson("[\"/services/data/v67.0/sobjects/A/1\",\"/services/data/v67.0/sobjects/A/2\"]")
                        .withStatus(300));
        RowResult several = api.rows().upsert(row(text("Ext__c", "1")), "Ext__c", WriteOptions.DEFAULT, control);
        assertTrue(several.failedWith("DUPLICATE_EXTERNAL_ID"));
        assertEquals("23505", SalesforceErrors.ofRow(several.failures()).getSQLState());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REQUIRED_FIELD_MISSING 23502 Required fields are missing: [Name]",
                "STRING_TOO_LONG 22001 Name: data value too large: xxx (max length=80)",
                "DUPLICATE_VALUE 23505 duplicate value found: Ext__c duplicates value on record with id: a01",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION 23514 No weekends",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST 23514 bad value for restricted picklist field: Terrible",
                "NUMBER_OUTSIDE_VALID_RANGE 22003 value outside of valid range on numeric field: 1000",
                "INVALID_FIELD 42S22 No such column 'X' on sobject of type Account",
                "MALFORMED_ID 22023 malformed id abc",
                "INVALID_CROSS_REFERENCE_KEY 23503 invalid cross reference id",
                "UNABLE_TO_LOCK_ROW 40001 unable to obtain exclusive access to this record",
                "ENTITY_IS_DELETED 23000 entity is deleted",
                "JSON_PARSER_ERROR 22007 Cannot deserialize instance of datetime from VALUE_STRING value 2017-10-17 or x",
                "JSON_PARSER_ERROR 22018 Cannot deserialize instance of double from VALUE_STRING value x or request",
                "INSUFFICIENT_ACCESS_OR_READONLY 42501 entity is read-only",
            })
    void what_is_refused_of_the_row_is_a_result_with_its_fields(String refusal) throws SQLException {
        String[] parts = refusal.split(" ", 3);
        org.when(
                any(anyUrl()),
                aResponse()
                        .withStatus(400)
                        .withBody("[{\"message\":\"" + parts[2] + "\",\"errorCode\":\"" + parts[0]
                                + "\",\"fields\":[\"Name\"]}]"));
        RowResult failed = insert(row(text("Name", "x")));
        assertEquals(RowResult.Outcome.FAILED, failed.outcome());
        SQLException cause = SalesforceErrors.ofRow(failed.failures());
        assertEquals(parts[1], cause.getSQLState());
        assertEquals(List.of("Name"), failed.failures().get(0).fields());
        assertTrue(cause.getMessage().startsWith(parts[0] + ": " + parts[2] + " [fields: Name]"), cause::getMessage);
    }

    @Test
    void bytes_travel_as_multipart_as_they_are_read() throws SQLException {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        InputStream stream = new ByteArrayInputStream(new byte[] {0, 1, (byte) 0xff, '\r', '\n'});
        insert(WriteRecord.of(
                "Attachment",
                List.of(
                        text("Name", "a\"b\r\n.txt"),
                        FieldValue.of("Body", new WriteValue.Bytes(ByteSource.of(stream, OptionalLong.of(5)))),
                        text("ParentId", ID))));
        LoggedRequest last = org.received(anyRequestedFor(anyUrl())).get(1);
        String type = last.getHeader("Content-Type");
        String boundary = type.substring(type.indexOf('"') + 1, type.length() - 1);
        assertEquals(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"entity\"\r\n"
                        + "Content-Type: application/json; charset=UTF-8\r\n\r\n"
                        + "{\"Name\":\"a\\\"b\\r\\n.txt\",\"ParentId\":\"" + ID + "\"}\r\n"
                        + "--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"Body\"; filename=\"a%22b%0D%0A.txt\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n"
                        + "\0\1\u00ff\r\n" + "\r\n--" + boundary + "--\r\n",
                new String(last.getBody(), StandardCharsets.ISO_8859_1));
        assertEquals(String.valueOf(last.getBody().length), last.getHeader("Content-Length"));
    }

    @Test
    void a_stream_of_unknown_length_is_sent_in_chunks() throws SQLException {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        InputStream stream = new ByteArrayInputStream(new byte[300_000]);
        insert(row(FieldValue.of("Body", new WriteValue.Bytes(ByteSource.of(stream, OptionalLong.empty())))));
        LoggedRequest last = org.received(anyRequestedFor(anyUrl())).get(1);
        assertEquals("chunked", last.getHeader("Transfer-Encoding"));
        assertTrue(last.getBody().length > 300_000);
    }

    @Test
    void before_a_stream_is_used_up_a_session_is_tried_that_has_not_worked_lately() throws SQLException {
        org.when(any(anyUrl()), okJson(CREATED));
        for (int i = 0; i < 2; i++) {
            InputStream stream = new ByteArrayInputStream(new byte[1]);
            insert(row(FieldValue.of("Body", new WriteValue.Bytes(ByteSource.of(stream, OptionalLong.empty())))));
        }
        assertEquals(
                List.of("GET /services/data/v67.0/", "POST " + BASE + "Account", "POST " + BASE + "Account"),
                org.received(anyRequestedFor(anyUrl())).stream()
                        .map(request -> request.getMethod() + " " + request.getUrl())
                        .toList());
    }

    @Test
    void two_fields_of_bytes_travel_as_base64() throws SQLException {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        insert(row(
                FieldValue.of("A", new WriteValue.Bytes(ByteSource.of(new byte[] {1, 2, 3, 4}))),
                FieldValue.of("B", new WriteValue.Bytes(ByteSource.of(new byte[0])))));
        assertEquals("{\"A\":\"AQIDBA==\",\"B\":\"\"}", sent().getBodyAsString());
    }

    @Test
    void a_stream_that_fails_is_told_and_nothing_is_unknown() {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };
        SQLException failed = assertThrows(
                SQLException.class,
                () -> insert(
                        row(FieldValue.of("Body", new WriteValue.Bytes(ByteSource.of(broken, OptionalLong.of(9)))))));
        assertTrue(failed.getMessage().contains("Body") && failed.getMessage().contains("disk on fire"));
        assertFalse(SqlErrors.leavesUnknown(failed));
    }

    @Test
    void a_stream_shorter_than_its_length_is_22023_and_nothing_is_unknown() {
        org.when(any(anyUrl()), okJson(CREATED).withStatus(201));
        ByteSource source = ByteSource.of(new ByteArrayInputStream(new byte[5]), OptionalLong.of(9));
        SQLException failed = assertThrows(
                SQLException.class, () -> insert(row(FieldValue.of("Body", new WriteValue.Bytes(source)))));
        assertEquals("22023", failed.getSQLState());
        assertFalse(SqlErrors.leavesUnknown(failed));
    }

    @Test
    void a_session_that_expires_while_a_stream_is_sent_is_28000_and_renewed() throws SQLException {
        org.gives("new");
        org.when(
                com.github.tomakehurst.wiremock.client.WireMock.post(
                        com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching(BASE + ".*")),
                Org.expired());
        org.when(
                com.github.tomakehurst.wiremock.client.WireMock.get(
                        com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching("/services/data/.*")),
                okJson("{}"));
        try (SalesforceApi other = Apis.open(org.clientCredentials())) {
            ByteSource source = ByteSource.of(new ByteArrayInputStream(new byte[5]), OptionalLong.of(5));
            WriteRecord row = row(FieldValue.of("Body", new WriteValue.Bytes(source)));
            SQLException expired =
                    assertThrows(SQLException.class, () -> other.rows().insert(row, WriteOptions.DEFAULT, control));
            assertEquals("28000", expired.getSQLState());
            assertFalse(SqlErrors.leavesUnknown(expired));
            assertEquals(2, org.tokenCalls());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create-201.json", "upsert-201-created-old-version.json"})
    void recorded_results_are_read(String file) throws Exception {
        org.when(any(anyUrl()), okJson(recorded(file)).withStatus(201));
        RowResult result = insert(row(text("Name", "x")));
        assertTrue(result.isWritten() && result.id().orElseThrow().length() == 18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error-required-field-missing.json 23502",
                "error-restricted-picklist.json 23514",
                "error-create-invalid-field.json 42S22",
                "error-update-invalid-field.json 42S22",
                "error-malformed-id.json 22023",
                "error-entity-is-deleted-404.json 23000"
            })
    void recorded_refusals_are_read(String fileAndState) throws Exception {
        String[] parts = fileAndState.split(" ");
        org.when(any(anyUrl()), okJson(recorded(parts[0])).withStatus(400));
        RowResult failed = insert(row(text("Name", "x")));
        assertEquals(parts[1], SalesforceErrors.ofRow(failed.failures()).getSQLState());
    }

    static String recorded(String file) throws IOException {
        String reference = System.getProperty("reference", "");
        Assumptions.assumeFalse(reference.isEmpty(), "no reference data: recorded replies not tested");
        return Files.readString(Path.of(reference, "salesforce", "fixtures", file));
    }
}
