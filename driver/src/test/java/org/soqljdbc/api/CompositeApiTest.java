package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.api.write.ByteSource;
import org.soqljdbc.api.write.CompositeApi;
import org.soqljdbc.api.write.CompositeResult;
import org.soqljdbc.api.write.CompositeStep;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.ReadBack;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

class CompositeApiTest {

    private static final String BASE = "/services/data/v67.0";
    private static final String ID = "001000000000001AAA";

    @RegisterExtension
    final Org org = new Org();

    private final CallControl control = CallControl.unlimited();
    private final List<String> pages = new ArrayList<>();
    private SalesforceApi api;

    @BeforeEach
    void open() throws SQLException {
        api = Apis.open(org.settings("accessToken", "t"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private LoggedRequest sent() {
        List<LoggedRequest> all = org.received(anyRequestedFor(anyUrl()));
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static FieldValue text(String field, String text) {
        return FieldValue.of(field, new WriteValue.Text(text));
    }

    private static CompositeStep insert(String referenceId, FieldValue... values) {
        return CompositeStep.of(referenceId, WriteVerb.INSERT, WriteRecord.of("Account", List.of(values)));
    }

    private static String part(String body, int status, String referenceId) {
        return "{\"body\":" + body + ",\"httpHeaders\":{},\"httpStatusCode\":" + status + ",\"referenceId\":\""
                + referenceId + "\"}";
    }

    private static String created(String referenceId) {
        return part("{\"id\":\"" + ID + "\",\"success\":true,\"errors\":[]}", 201, referenceId);
    }

    private static String refused(String code, String referenceId) {
        return part("[{\"errorCode\":\"" + code + "\",\"message\":\"m\"}]", 400, referenceId);
    }

    private void answer(String... parts) {
        org.when(any(anyUrl()), okJson("{\"compositeResponse\":[" + String.join(",", parts) + "]}"));
    }

    private ReadBack read(String soql, boolean first) {
        return new ReadBack(soql, first, page -> pages.add(Apis.copy(page)));
    }

    @Test
    void rows_are_written_and_read_back_by_one_call() throws SQLException {
        answer(created("r0"), part(Apis.ROWS, 200, "soqlJdbcRead"));
        CompositeResult result = api.composites()
                .write(
                        List.of(insert("r0", text("Name", "x"))),
                        Optional.of(read("SELECT Id, Name FROM Account WHERE Id IN ('@{r0.id}')", false)),
                        WriteOptions.DEFAULT,
                        control);
        assertEquals("POST " + BASE + "/composite", sent().getMethod() + " " + sent().getUrl());
        assertEquals(
                "{\"allOrNone\":true,\"collateSubrequests\":false,\"compositeRequest\":[{\"method\":\"POST\",\"url\":\""
                        + BASE
                        + "/sobjects/Account\",\"referenceId\":\"r0\",\"body\":{\"Name\":\"x\"}},"
                        + "{\"method\":\"GET\",\"url\":\"" + BASE
                        + "/query?q=SELECT+Id%2C+Name+FROM+Account+WHERE+Id+IN+%28%27@{r0.id}%27%29\","
                        + "\"referenceId\":\"soqlJdbcRead\"}]}",
                sent().getBodyAsString());
        assertEquals(List.of(RowResult.written(Optional.of(ID), true)), result.rows());
        assertEquals(List.of(Apis.ROWS), pages);
        assertTrue(result.readFailure().isEmpty());
    }

    @Test
    void rows_to_be_deleted_are_read_first() throws SQLException {
        answer(part(Apis.ROWS, 200, "soqlJdbcRead"), part("null", 204, "r0"));
        CompositeResult result = api.composites()
                .write(
                        List.of(CompositeStep.of("r0", WriteVerb.DELETE, WriteRecord.deleted("Account", ID))),
                        Optional.of(read("SELECT Id FROM Account", true)),
                        WriteOptions.DEFAULT,
                        control);
        assertTrue(sent().getBodyAsString()
                .endsWith("{\"method\":\"DELETE\",\"url\":\"" + BASE + "/sobjects/Account/" + ID
                        + "\",\"referenceId\":\"r0\"}]}"));
        assertEquals(List.of(RowResult.written(Optional.of(ID), false)), result.rows());
        assertEquals(1, pages.size());
    }

    @Test
    void each_verb_has_its_method_place_and_headers() throws SQLException {
        answer(
                created("a"),
                part("null", 204, "b"),
                part("{\"id\":\"" + ID + "\",\"success\":true,\"errors\":[],\"created\":false}", 200, "c"));
        WriteRecord keyed = WriteRecord.of("Lead", List.of(text("E__c", "ä/1"), text("Name", "y")));
        WriteOptions options = WriteOptions.of(org.settings("assignmentRule", "false", "allOrNone", "false"));
        List<RowResult> rows = api.composites()
                .write(
                        List.of(
                                insert("a"),
                                CompositeStep.of(
                                        "b",
                                        WriteVerb.UPDATE,
                                        WriteRecord.of(
                                                "Contact",
                                                ID,
                                                List.of(FieldValue.of("AccountId", new WriteValue.NewRow("a"))))),
                                CompositeStep.upsert("c", keyed, "E__c")),
                        Optional.empty(),
                        options,
                        control)
                .rows();
        String headers = "\"httpHeaders\":{\"Sforce-Auto-Assign\":\"FALSE\"}";
        assertEquals(
                "{\"allOrNone\":false,\"collateSubrequests\":false,\"compositeRequest\":[{\"method\":\"POST\",\"url\":\""
                        + BASE
                        + "/sobjects/Account\",\"referenceId\":\"a\"," + headers + ",\"body\":{}},"
                        + "{\"method\":\"PATCH\",\"url\":\"" + BASE + "/sobjects/Contact/" + ID
                        + "\",\"referenceId\":\"b\"," + headers + ",\"body\":{\"AccountId\":\"@{a.id}\"}},"
                        + "{\"method\":\"PATCH\",\"url\":\"" + BASE
                        + "/sobjects/Lead/E__c/%C3%A4%2F1\",\"referenceId\":\"c\"," + headers
                        + ",\"body\":{\"Name\":\"y\"}}]}",
                sent().getBodyAsString());
        assertEquals(
                List.of(true, false, false),
                rows.stream().map(RowResult::created).toList());
    }

    @Test
    void all_or_none_leaves_no_row_written_if_the_read_was_refused() throws SQLException {
        answer(created("r0"), refused("INVALID_FIELD", "soqlJdbcRead"));
        CompositeResult result = api.composites()
                .write(
                        List.of(insert("r0")),
                        Optional.of(read("SELECT X FROM Account", false)),
                        WriteOptions.DEFAULT,
                        control);
        assertTrue(result.rows().get(0).failedWith("PROCESSING_HALTED"));
        assertTrue(result.readFailure().isPresent());
        assertEquals(List.of(), pages);
    }

    @Test
    void without_all_or_none_a_refused_read_leaves_the_rows_written() throws SQLException {
        answer(created("r0"), refused("INVALID_FIELD", "soqlJdbcRead"));
        CompositeResult result = api.composites()
                .write(
                        List.of(insert("r0")),
                        Optional.of(read("SELECT X FROM Account", false)),
                        WriteOptions.DEFAULT.withAllOrNone(false),
                        control);
        assertTrue(result.rows().get(0).isWritten());
        assertTrue(result.readFailure().isPresent());
    }

    @Test
    void what_a_composite_request_would_misunderstand_is_refused_before_it_is_sent() {
        WriteRecord reference = WriteRecord.of("Account", List.of(text("Name", "@{r0.id}")));
        WriteRecord bytes = WriteRecord.of(
                "Account", List.of(FieldValue.of("Body", new WriteValue.Bytes(ByteSource.of(new byte[1])))));
        for (WriteRecord row : List.of(reference, bytes)) {
            assertFalse(CompositeApi.carries(row));
            List<CompositeStep> steps = List.of(CompositeStep.of("r0", WriteVerb.INSERT, row));
            for (boolean graph : new boolean[] {true, false}) {
                SQLException refused = assertThrows(SQLException.class, () -> {
                    if (graph) {
                        api.composites().graph(steps, WriteOptions.DEFAULT, control);
                    } else {
                        api.composites().write(steps, Optional.empty(), WriteOptions.DEFAULT, control);
                    }
                });
                assertEquals("0A000", refused.getSQLState());
            }
        }
        assertEquals(0, api.callsMade());
    }

    @Test
    void parts_in_another_order_are_unknown() {
        answer(created("r1"), created("r0"));
        SQLException unknown = assertThrows(
                SQLException.class,
                () -> api.composites()
                        .write(List.of(insert("r0"), insert("r1")), Optional.empty(), WriteOptions.DEFAULT, control));
        assertEquals("08007", unknown.getSQLState());
    }

    @Test
    void the_recorded_failure_of_all_or_none_names_the_row_that_caused_it() throws Exception {
        org.when(any(anyUrl()), okJson(RowApiTest.recorded("composite-all-or-none-failure.json")));
        List<RowResult> rows = api.composites()
                .write(
                        List.of(insert("NewPayment1"), insert("NewPayment2")),
                        Optional.empty(),
                        WriteOptions.DEFAULT,
                        control)
                .rows();
        assertTrue(rows.get(0).failedWith("PROCESSING_HALTED"));
        assertEquals("23503", SalesforceErrors.ofRow(rows.get(1).failures()).getSQLState());
    }

    @Test
    void a_graph_is_one_call_with_references_between_its_rows() throws Exception {
        org.when(any(anyUrl()), okJson(RowApiTest.recorded("graph-create-tree-ok.json")));
        CompositeStep child = insert("referenceId1", FieldValue.of("P__c", new WriteValue.NewRow("referenceId0")));
        List<RowResult> rows = api.composites()
                .graph(
                        List.of(insert("referenceId0"), child, insert("referenceId2"), insert("referenceId3")),
                        WriteOptions.DEFAULT,
                        control);
        assertEquals("POST " + BASE + "/composite/graph", sent().getMethod() + " " + sent().getUrl());
        assertTrue(sent().getBodyAsString()
                .startsWith("{\"graphs\":[{\"graphId\":\"graph\",\"compositeRequest\":[{\"method\":\"POST\","));
        assertTrue(sent().getBodyAsString().contains("{\"P__c\":\"@{referenceId0.id}\"}"));
        assertEquals(RowResult.written(Optional.of("a03B0000007BhQQIA0"), true), rows.get(0));
        assertTrue(rows.stream().allMatch(RowResult::created));
    }

    @Test
    void a_failed_graph_tells_the_row_that_caused_it_and_that_no_other_was_written() throws Exception {
        org.when(any(anyUrl()), okJson(RowApiTest.recorded("graph-create-error.json")));
        List<RowResult> rows = api.composites()
                .graph(List.of(insert("a"), insert("insert-anh"), insert("b")), WriteOptions.DEFAULT, control);
        assertTrue(rows.get(0).failedWith("PROCESSING_HALTED"));
        assertTrue(rows.get(1).failedWith("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"));
        assertTrue(rows.get(2).failedWith("PROCESSING_HALTED"));
    }

    @Test
    void a_graph_that_succeeded_without_a_word_of_a_row_is_unknown() throws Exception {
        org.when(any(anyUrl()), okJson(RowApiTest.recorded("graph-update-ok.json")));
        SQLException unknown = assertThrows(
                SQLException.class,
                () -> api.composites()
                        .graph(List.of(insert("referenceId0"), insert("b")), WriteOptions.DEFAULT, control));
        assertEquals("08007", unknown.getSQLState());
    }
}
