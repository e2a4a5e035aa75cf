package org.soqljdbc.rows;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

class PageReaderTest {

    private static final String TWO_ACCOUNTS = """
            {"totalSize":5000,"done":false,"nextRecordsUrl":"/services/data/v67.0/query/01g000000000001-2000",
             "records":[
              {"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/001"},
               "Id":"001","Name":"Acme","AnnualRevenue":1.0E7,"IsDeleted":false,"Fax":null,
               "Owner":{"attributes":{"type":"User","url":"/u"},"Name":"Guy","Manager":{"attributes":{},"Name":"Ann"}}},
              {"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/002"},
               "Id":"002","Name":"Zo\\u00eb \\"Z\\" \\\\ 🎈","AnnualRevenue":-0.5,"IsDeleted":true,"Fax":"1","Owner":null}]}
            """;

    @Test
    void values_go_into_the_slots_of_their_paths() throws SQLException {
        assertEquals(
                List.of(
                        asList("001", "Acme", "1.0E7", "false", null, "Guy", "Ann"),
                        asList("002", "Zoë \"Z\" \\ 🎈", "-0.5", "true", "1", null, null)),
                Pages.rows(
                        TWO_ACCOUNTS,
                        "Id",
                        "Name",
                        "AnnualRevenue",
                        "IsDeleted",
                        "Fax",
                        "Owner.Name",
                        "Owner.Manager.Name"));
    }

    @Test
    void the_next_page_is_known_before_the_first_record_is_read() throws SQLException {
        PageReader reader = PageReader.open(Pages.parser(TWO_ACCOUNTS), Pages.shape("Id"));
        assertEquals(Optional.of("/services/data/v67.0/query/01g000000000001-2000"), reader.nextRecordsUrl());
        assertEquals(5000, reader.totalSize());
    }

    @Test
    void the_next_page_may_stand_after_the_records() throws SQLException {
        PageReader reader = PageReader.open(
                Pages.parser("{\"records\":[{\"Id\":\"1\"}],\"nextRecordsUrl\":\"/n\",\"done\":false,\"totalSize\":9}"),
                Pages.shape("Id"));
        RowBuffer row = new RowBuffer(1);
        assertEquals(Optional.empty(), reader.nextRecordsUrl());
        assertEquals(-1, reader.totalSize());
        assertTrue(reader.next(row));
        assertFalse(reader.next(row));
        assertEquals(Optional.of("/n"), reader.nextRecordsUrl());
        assertEquals(9, reader.totalSize());
        assertFalse(reader.next(row), "the end stays the end");
        assertEquals("1", row.textAt(0).toString(), "the last row is still there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"totalSize\":17,\"done\":true,\"records\":[]}",
                "{\"totalSize\":17,\"done\":true,\"records\":null}",
                "{\"totalSize\":17,\"done\":true,\"nextRecordsUrl\":null,\"records\":[],\"more\":{\"a\":[1]}}"
            })
    void a_count_has_no_records(String page) throws SQLException {
        PageReader reader = PageReader.open(Pages.parser(page), Pages.shape());
        assertEquals(17, reader.totalSize());
        assertFalse(reader.next(new RowBuffer(0)));
    }

    @Test
    void members_nobody_asked_for_are_passed_over() throws SQLException {
        assertEquals(List.of(asList("Acme", "Ann")), Pages.rows("""
                        {"records":[{"attributes":{"type":"A"},"x":[1,{"Name":"no"}],"Name":"Acme","y":{"Name":"no"},
                         "Owner":{"Id":"1","Manager":{"Id":"2","Name":"Ann"}}}]}""", "Name", "Owner.Manager.Name"));
    }

    @Test
    void members_may_come_in_any_order_and_case() throws SQLException {
        String page = """
                {"records":[
                 {"a":"1","b":"2","OWNER":{"NAME":"n","id":"i"},"c":"3"},
                 {"c":"3","OWNER":{"id":"i","NAME":"n"},"b":"2","a":"1"},
                 {"OWNER":null,"B":"2"}]}""";
        assertEquals(
                List.of(
                        asList("1", "2", "3", "n", "i"),
                        asList("1", "2", "3", "n", "i"),
                        asList(null, "2", null, null, null)),
                Pages.rows(page, "A", "B", "C", "Owner.Name", "Owner.Id"));
    }

    @Test
    void names_are_compared_in_no_language() throws SQLException {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(new java.util.Locale("tr", "TR"));
        try {
            assertEquals(List.of(asList("x")), Pages.rows("{\"records\":[{\"INDUSTRY\":\"x\"}]}", "industry"));
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void a_value_left_out_of_the_next_record_is_null_there() throws SQLException {
        assertEquals(
                List.of(asList("1", "x"), asList("2", null)),
                Pages.rows("{\"records\":[{\"Id\":\"1\",\"Name\":\"x\"},{\"Id\":\"2\"}]}", "Id", "Name"));
    }

    @Test
    void typeof_gives_each_record_the_fields_of_its_type() throws SQLException {
        assertEquals(
                List.of(asList("555", null), asList(null, "100.0"), asList(null, null)),
                Pages.rows("""
                        {"records":[{"What":{"attributes":{"type":"Account"},"Phone":"555"}},
                         {"What":{"attributes":{"type":"Opportunity"},"Amount":100.0}},{"What":null}]}""", "What.Phone", "What.Amount"));
    }

    @Test
    void aggregates_are_flat() throws SQLException {
        assertEquals(List.of(asList("701", "300.0"), asList(null, "400")), Pages.rows("""
                        {"totalSize":2,"done":true,"records":[
                         {"attributes":{"type":"AggregateResult"},"CampaignId":"701","expr0":300.0},
                         {"attributes":{"type":"AggregateResult"},"CampaignId":null,"expr0":400}]}""", "CampaignId", "expr0"));
    }

    @Test
    void children_are_kept_as_a_page_without_attributes() throws SQLException {
        String page = """
                {"records":[{"Name":"Edge","Contacts":{"totalSize":2, "done":false, "nextRecordsUrl":"/n", "records":[
                  {"attributes":{"type":"Contact","url":"/c"},"FirstName":"Rose \\"R\\"","Age":7,"VIP":true,"Fax":null,
                   "Owner":{"attributes":{"type":"User"},"Name":"G"}},
                  {"attributes":{"type":"Contact","url":"/c"}}]}},
                 {"Name":"Alone","Contacts":null}]}""";
        List<List<String>> rows = Pages.rows(page, "Name", "Contacts");
        String children = rows.get(0).get(1);
        assertEquals(
                "{\"totalSize\":2,\"done\":false,\"nextRecordsUrl\":\"/n\",\"records\":["
                        + "{\"FirstName\":\"Rose \\\"R\\\"\",\"Age\":7,\"VIP\":true,\"Fax\":null,"
                        + "\"Owner\":{\"Name\":\"G\"}},{}]}",
                children);
        assertNull(rows.get(1).get(1));
        assertEquals(
                List.of(asList("Rose \"R\"", "G"), asList(null, null)),
                Pages.rows(children, "FirstName", "Owner.Name"));
    }

    @Test
    void json_values_are_kept_whole() throws SQLException {
        assertEquals(
                List.of(asList(
                        "{\"city\":\"New\\nYork\",\"latitude\":40.7,\"attributes\":{\"a\":1}}",
                        "[\"003\",[],{},[[1],2]]",
                        "{}")),
                Pages.rows("""
                        {"records":[{"BillingAddress":{"city":"New\\nYork", "latitude":40.7, "attributes":{"a":1}},
                         "TaskWhoIds":[ "003" , [ ] , { } , [[1],2] ], "Metadata":{}}]}""", "BillingAddress", "TaskWhoIds", "Metadata"));
    }

    @Test
    void a_parser_already_at_the_page_is_read_from_there() throws Exception {
        JsonParser parser = Pages.parser("{\"records\":[{\"Id\":\"1\"}]}");
        parser.nextToken();
        assertEquals(List.of(asList("1")), Pages.rows(parser, Pages.shape("Id")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                       | 08P01 | expected a page of records, found START_ARRAY",
                "{\"done\":true}                          | 08P01 | expected a list of records",
                "{\"records\":{}}                         | 08P01 | expected a list of records",
                "{\"records\":[],\"records\":[]}          | 08P01 | expected one list of records",
                "{\"records\":[1]}                        | 08P01 | expected a record",
                "{\"totalSize\":\"x\",\"records\":[]}     | 08P01 | expected a number for totalSize",
                "{\"nextRecordsUrl\":7,\"records\":[]}    | 08P01 | expected text for nextRecordsUrl",
                "{\"records\":[{\"Id\":secret}]}          | 08P01 | is not JSON, at line 1:",
                "<html>secret</html>                      | 08P01 | is not JSON, at line 1:",
                "{\"records\":[{\"Id\":\"1                | 08006 | ended before its end",
                "{\"records\":[{\"Id\":\"1\"}             | 08006 | ended before its end",
                "{\"records\":[{\"Id\":\"1\"}]            | 08006 | ended before its end"
            })
    void what_is_no_page_is_refused_without_quoting_it(String page, String state, String problem) {
        SQLException refusal = assertThrows(SQLException.class, () -> Pages.rows(page, "Id"));
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
        assertNull(refusal.getCause(), "a tokenizer's exception may quote the page");
    }

    @Test
    void nothing_at_all_is_a_cut_reply() {
        SQLException refusal = assertThrows(SQLException.class, () -> Pages.rows("", "Id"));
        assertEquals("08006", refusal.getSQLState());
    }

    @Test
    void a_carried_exception_comes_out_as_it_is() {
        SQLException late = SqlErrors.of(SqlState.TIMED_OUT, "The query took longer than 5 s");
        JsonParser parser = Pages.parser(endingWith(new CarriedSqlException(late)));
        assertSame(late, assertThrows(SQLTimeoutException.class, () -> Pages.rows(parser, Pages.shape("Id"))));
    }

    @Test
    void a_broken_connection_is_08006_and_keeps_its_cause() {
        IOException broken = new SocketTimeoutException("Read timed out");
        JsonParser parser = Pages.parser(endingWith(broken));
        SQLException refusal = assertThrows(SQLException.class, () -> Pages.rows(parser, Pages.shape("Id")));
        assertEquals("08006", refusal.getSQLState());
        assertSame(broken, refusal.getCause());
    }

    private static InputStream endingWith(IOException failure) {
        byte[] begin = "{\"records\":[{\"Id\":\"1\"},".getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new ByteArrayInputStream(begin), new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        });
    }

    @Test
    void a_path_selected_twice_is_ambiguous() {
        for (String[] paths : new String[][] {
            {"Name", "name"}, {"Owner.Name", "OWNER.NAME"}, {"Owner", "Owner.Name"}, {"Owner.Name", "Owner"}
        }) {
            assertEquals(
                    "42702",
                    assertThrows(SQLException.class, () -> Pages.shape(paths)).getSQLState());
        }
    }

    @Test
    void a_reply_cut_anywhere_ends_in_a_sql_exception() throws SQLException {
        byte[] page = TWO_ACCOUNTS.strip().getBytes(StandardCharsets.UTF_8);
        RecordShape shape = Pages.shape("Id", "Name", "Owner.Name", "Owner.Manager");
        assertEquals(2, Pages.rows(Pages.parser(page), shape).size());
        for (int length = 0; length < page.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(page, length);
            SQLException refusal =
                    assertThrows(SQLException.class, () -> Pages.rows(Pages.parser(cut), shape), "cut at " + length);
            // Cut inside a literal or an escape, what is left may look malformed rather than short.
            assertTrue(List.of("08006", "08P01").contains(refusal.getSQLState()), refusal.toString());
        }
    }

    @Test
    void a_reply_with_any_byte_changed_gives_rows_or_a_sql_exception() throws SQLException {
        byte[] page = TWO_ACCOUNTS.strip().getBytes(StandardCharsets.UTF_8);
        RecordShape shape = Pages.shape("Id", "Name", "AnnualRevenue", "Owner.Name", "Owner.Manager");
        int refused = 0;
        for (int at = 0; at < page.length; at++) {
            for (byte other : new byte[] {'"', '{', ']', '\\', ',', '0', (byte) 0xff, (byte) 0xc3, 0}) {
                byte[] changed = page.clone();
                changed[at] = other;
                try {
                    Pages.rows(Pages.parser(changed), shape);
                } catch (SQLException expected) {
                    refused++;
                }
            }
        }
        assertTrue(refused > page.length, "most changes must be noticed: " + refused);
    }
}
