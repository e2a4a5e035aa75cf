package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Aggregates, GROUP BY and its subtotals. */
class GroupTest {

    private static SimulatedOrg org;
    private static OrgClient client;

    @BeforeAll
    static void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void unnamed_aggregates_are_numbered_and_named_ones_are_not_counted() throws Exception {
        JsonNode row = client.query("SELECT StageName, COUNT(Id), SUM(Amount) total, AVG(Amount), Account.Name"
                        + " FROM Opportunity GROUP BY StageName, Account.Name LIMIT 1")
                .get("records")
                .get(0);
        assertEquals(List.of("attributes", "StageName", "expr0", "total", "expr1", "Name"), members(row));
        assertEquals("{\"type\":\"AggregateResult\"}", row.get("attributes").toString());
    }

    @Test
    void counts_are_whole_and_other_results_have_a_fraction() throws Exception {
        JsonNode row = client.query("SELECT COUNT(Id) c, COUNT_DISTINCT(Industry) d, SUM(NumberOfEmployees) s,"
                        + " MAX(NumberOfEmployees) m, MIN(Name) n FROM Account")
                .get("records")
                .get(0);
        assertEquals("60", row.get("c").toString());
        assertEquals("10", row.get("d").toString());
        assertTrue(row.get("s").toString().endsWith(".0"));
        assertTrue(row.get("m").toString().endsWith(".0"));
        assertEquals("Acme", row.get("n").textValue());
    }

    @Test
    void nulls_are_not_aggregated_and_no_rows_give_null() throws Exception {
        assertEquals(
                client.count("Account WHERE Industry != null"),
                client.query("SELECT COUNT(Industry) c FROM Account")
                        .get("records")
                        .get(0)
                        .get("c")
                        .intValue());
        JsonNode none = client.query(
                        "SELECT COUNT(Id) c, SUM(AnnualRevenue) s, MAX(Name) m FROM Account WHERE Name = 'x'")
                .get("records")
                .get(0);
        assertEquals(0, none.get("c").intValue());
        assertTrue(none.get("s").isNull() && none.get("m").isNull());
    }

    @Test
    void count_alone_is_a_size_without_records() throws Exception {
        assertEquals("{\"totalSize\":60,\"done\":true,\"records\":[]}", client.raw("SELECT COUNT() FROM Account"));
        assertEquals(
                "{\"totalSize\":7,\"done\":true,\"records\":[]}", client.raw("SELECT COUNT() FROM Account LIMIT 7"));
    }

    @Test
    void having_and_order_by_speak_of_groups() throws Exception {
        JsonNode rows = client.query("SELECT LeadSource, COUNT(Id) c FROM Contact GROUP BY LeadSource"
                        + " HAVING COUNT(Id) > 800 AND LeadSource != null ORDER BY COUNT(Id) DESC, LeadSource")
                .get("records");
        int before = Integer.MAX_VALUE;
        assertTrue(rows.size() > 0);
        for (JsonNode row : rows) {
            int now = row.get("c").intValue();
            assertTrue(now > 800 && now <= before);
            before = now;
        }
    }

    @Test
    void grouping_by_a_date_function_uses_its_value() throws Exception {
        JsonNode rows = client.query("SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity"
                        + " GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)")
                .get("records");
        assertEquals(List.of("attributes", "expr0", "expr1"), members(rows.get(0)));
        assertEquals(2025, rows.get(0).get("expr0").intValue());
    }

    @Test
    void rollup_adds_subtotals_and_grouping_tells_them() throws Exception {
        JsonNode rows = client.query("SELECT IsWon, IsClosed, GROUPING(IsWon) a, GROUPING(IsClosed) b, COUNT(Id) c"
                        + " FROM Opportunity GROUP BY ROLLUP(IsWon, IsClosed)")
                .get("records");
        int total = 0;
        int subtotals = 0;
        for (JsonNode row : rows) {
            int kind = row.get("a").intValue() * 2 + row.get("b").intValue();
            total += kind == 3 ? row.get("c").intValue() : 0;
            subtotals += kind == 1 ? 1 : 0;
            assertTrue(kind != 2, "ROLLUP never rolls up the first field alone");
        }
        assertEquals(300, total);
        assertEquals(2, subtotals);
    }

    @Test
    void cube_adds_subtotals_of_every_combination() throws Exception {
        JsonNode rows = client.query("SELECT IsWon, IsClosed, GROUPING(IsWon) a, GROUPING(IsClosed) b, COUNT(Id) c"
                        + " FROM Opportunity GROUP BY CUBE(IsWon, IsClosed)")
                .get("records");
        int[] sums = new int[4];
        for (JsonNode row : rows) {
            sums[row.get("a").intValue() * 2 + row.get("b").intValue()] +=
                    row.get("c").intValue();
        }
        assertEquals(List.of(300, 300, 300, 300), List.of(sums[0], sums[1], sums[2], sums[3]));
    }

    @Test
    void more_groups_than_a_batch_are_refused() throws Exception {
        assertEquals(
                "EXCEEDED_ID_LIMIT: Aggregate query does not support queryMore(), use LIMIT to restrict the results to a"
                        + " single batch",
                client.refusal("SELECT Name, COUNT(Id) FROM Contact GROUP BY Name"));
        assertEquals(
                2000,
                client.query("SELECT Name, COUNT(Id) FROM Contact GROUP BY Name LIMIT 2000")
                        .get("records")
                        .size());
    }
}
