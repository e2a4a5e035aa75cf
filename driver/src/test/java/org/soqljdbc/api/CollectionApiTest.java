package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.api.write.CollectionApi;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class CollectionApiTest {

    private static final String BASE = "/services/data/v67.0/composite/sobjects";
    private static final WriteOptions EACH = WriteOptions.DEFAULT.withAllOrNone(false);
    private static final String DONE = "{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]}";
    private static final String FAILED = "{\"success\":false,\"errors\":[{\"statusCode\":\"STRING_TOO_LONG\","
            + "\"message\":\"Name: data value too large\",\"fields\":[\"Name\"]}]}";
    private static final String ROLLED_BACK = "{\"id\":\"001000000000009AAA\",\"success\":false,\"errors\":[{"
            + "\"statusCode\":\"ALL_OR_NONE_OPERATION_ROLLED_BACK\",\"message\":\"Record rolled back\",\"fields\":[]}]}";

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

    private void answer(String... results) {
        org.when(any(anyUrl()), okJson("[" + String.join(",", results) + "]"));
    }

    private LoggedRequest sent() {
        List<LoggedRequest> all = org.received(anyRequestedFor(anyUrl()));
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static WriteRecord named(String object, String name) {
        return WriteRecord.of(object, List.of(FieldValue.of("Name", new WriteValue.Text(name))));
    }

    @Test
    void an_insert_is_one_post_and_tells_each_row_in_order() throws SQLException {
        answer(DONE, FAILED, DONE.replace("1AAA", "2AAA"));
        List<RowResult> results = api.collections()
                .insert(List.of(named("Account", "a"), named("Lead", "b"), named("Account", "c")), EACH, control);
        assertEquals("POST " + BASE, sent().getMethod() + " " + sent().getUrl());
        assertEquals(
                "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Name\":\"a\"},"
                        + "{\"attributes\":{\"type\":\"Lead\"},\"Name\":\"b\"},"
                        + "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"c\"}]}",
                sent().getBodyAsString());
        assertEquals(RowResult.written(Optional.of("001000000000001AAA"), true), results.get(0));
        assertEquals("22001", SalesforceErrors.ofRow(results.get(1).failures()).getSQLState());
        assertEquals(RowResult.written(Optional.of("001000000000002AAA"), true), results.get(2));
    }

    @Test
    void all_or_none_leaves_no_row_written_if_one_failed_even_if_the_reply_says_otherwise() throws SQLException {
        answer(ROLLED_BACK, FAILED, DONE);
        List<RowResult> results =
                api.collections().insert(Collections.nCopies(3, named("Account", "a")), WriteOptions.DEFAULT, control);
        assertTrue(sent().getBodyAsString().startsWith("{\"allOrNone\":true,"));
        assertTrue(results.get(0).failedWith("ALL_OR_NONE_OPERATION_ROLLED_BACK"));
        assertTrue(results.get(1).failedWith("STRING_TOO_LONG"));
        assertTrue(results.get(2).failedWith("ALL_OR_NONE_OPERATION_ROLLED_BACK"));
    }

    @Test
    void an_update_names_each_id() throws SQLException {
        answer(DONE);
        WriteRecord row =
                WriteRecord.of("Account", "001000000000001AAA", List.of(FieldValue.of("Name", WriteValue.NULL)));
        List<RowResult> results = api.collections().update(List.of(row), EACH, control);
        assertEquals("PATCH " + BASE, sent().getMethod() + " " + sent().getUrl());
        assertEquals(
                "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"Account\"},"
                        + "\"id\":\"001000000000001AAA\",\"Name\":null}]}",
                sent().getBodyAsString());
        assertEquals(RowResult.written(Optional.of("001000000000001AAA"), false), results.get(0));
    }

    @Test
    void an_upsert_names_the_key_in_the_path_and_tells_what_was_created() throws SQLException {
        answer(DONE.replace("}", ",\"created\":true}"), DONE.replace("}", ",\"created\":false}"));
        WriteRecord row = WriteRecord.of("A__c", List.of(FieldValue.of("E__c", new WriteValue.Text("1"))));
        List<RowResult> results = api.collections().upsert(List.of(row, row), "E__c", EACH, control);
        assertEquals("PATCH " + BASE + "/A__c/E__c", sent().getMethod() + " " + sent().getUrl());
        assertEquals(
                List.of(true, false), results.stream().map(RowResult::created).toList());
    }

    @Test
    void a_delete_of_the_most_rows_is_one_call_without_a_body() throws SQLException {
        answer(Collections.nCopies(CollectionApi.MOST_ROWS, DONE).toArray(String[]::new));
        WriteRecord row = WriteRecord.deleted("Account", "001000000000001AAA");
        List<RowResult> results =
                api.collections().delete(Collections.nCopies(CollectionApi.MOST_ROWS, row), EACH, control);
        assertEquals(CollectionApi.MOST_ROWS, results.size());
        String ids = String.join(",", Collections.nCopies(CollectionApi.MOST_ROWS, "001000000000001AAA"));
        assertEquals("DELETE " + BASE + "?ids=" + ids + "&allOrNone=false", sent().getMethod() + " " + sent().getUrl());
        assertEquals("", sent().getBodyAsString());
        assertTrue(sent().getUrl().length() < 10_000);
    }

    @Test
    void a_failed_row_keeps_the_id_it_was_asked_by() throws SQLException {
        answer(FAILED);
        WriteRecord row = WriteRecord.deleted("Account", "001000000000001AAA");
        assertEquals(
                Optional.of("001000000000001AAA"),
                api.collections().delete(List.of(row), EACH, control).get(0).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 2", "3 | 2", "0 | 2"})
    void another_number_of_results_than_of_rows_is_unknown(int results, int rows) {
        answer(Collections.nCopies(results, DONE).toArray(String[]::new));
        SQLException unknown = assertThrows(
                SQLException.class,
                () -> api.collections().insert(Collections.nCopies(rows, named("Account", "a")), EACH, control));
        assertEquals("08007", unknown.getSQLState());
    }

    @Test
    void a_request_refused_as_a_whole_wrote_nothing() {
        org.when(any(anyUrl()), Org.refused(400, "JSON_PARSER_ERROR", "Unexpected character"));
        SQLException refused = assertThrows(
                SQLException.class, () -> api.collections().insert(List.of(named("Account", "a")), EACH, control));
        assertEquals("22023", refused.getSQLState());
        assertTrue(!SqlErrors.leavesUnknown(refused));
    }

    @ParameterizedTest
    @CsvSource({
        "collections-insert-one.json, 1",
        "collections-update-6.json, 6",
        "collections-upsert-16-created.json, 16"
    })
    void recorded_results_are_read(String file, int rows) throws Exception {
        org.when(any(anyUrl()), okJson(RowApiTest.recorded(file)));
        List<RowResult> results =
                api.collections().upsert(Collections.nCopies(rows, named("Account", "a")), "Name", EACH, control);
        assertTrue(results.stream().allMatch(RowResult::isWritten));
        assertEquals(file.contains("upsert"), results.get(0).created());
    }
}
