package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.simulated.log.Call;

/** What can stand in SELECT, FROM, GROUP BY and ORDER BY, with answers computed in plain Java from whole tables. */
class SelectTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;
    /** Where what is not SOQL is not taken for SQL. */
    private static Connection soqlOnly;

    private static Table opportunities;
    private static Table accounts;

    @BeforeAll
    static void read_whole_tables() throws SQLException {
        connection = ORG.open();
        soqlOnly = ORG.open("dialect", "soql");
        opportunities = Table.read(
                connection, "Opportunity", "Id", "Name", "StageName", "Amount", "CloseDate", "IsWon", "AccountId");
        accounts = Table.read(
                connection,
                "Account",
                "Id",
                "Name",
                "Industry",
                "NumberOfEmployees",
                "OwnerId",
                "Owner.Name",
                "ParentId");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
        soqlOnly.close();
    }

    private static List<String> labels(String soql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(soql)) {
            return Rows.labels(rows);
        }
    }

    private static List<List<Object>> rows(String soql) throws SQLException {
        return TestOrg.rows(connection, soql);
    }

    private static void travelsAs(String sent, String soql) throws SQLException {
        ORG.simulated().forgetCalls();
        rows(soql);
        assertEquals(List.of(sent), ORG.soqlSent());
    }

    // ---- the text ------------------------------------------------------------------------------------------

    @Test
    void labels_are_spelled_as_in_the_statement() throws SQLException {
        assertEquals(List.of("ID", "nAmE", "OWNER.name"), labels("select ID, nAmE, OWNER.name from ACCOUNT limit 1"));
        assertEquals(List.of("Id", "Owner.Name"), labels("SELECT Account.Id, Account.Owner.Name FROM Account LIMIT 1"));
        assertEquals(List.of("Id", "Account.Name"), labels("SELECT c.Id, a.Name FROM Contact c, c.Account a LIMIT 1"));
    }

    @Test
    void comments_and_a_semicolon_do_not_travel() throws SQLException {
        travelsAs("SELECT Id FROM Account", "-- all of them\nSELECT Id FROM Account; ");
        travelsAs(
                "SELECT Name FROM Account WHERE Name = '-- no /* comment */'",
                "SELECT Name FROM Account WHERE Name = '-- no /* comment */' -- this is one");
        ORG.simulated().forgetCalls();
        rows("/* first */ SELECT Id, /* second */ Name FROM Account LIMIT 1 /* third */;");
        String sent = ORG.soqlSent().get(0);
        assertFalse(sent.contains("/*") || sent.contains(";"), sent);
    }

    @Test
    void every_clause_travels_as_written() throws SQLException {
        for (String soql : List.of(
                "SELECT Id FROM Account USING SCOPE mine WHERE Name != null ORDER BY Name LIMIT 5 OFFSET 2",
                "SELECT Id FROM Account LIMIT 1 FOR VIEW",
                "SELECT Id FROM Account LIMIT 1 FOR REFERENCE",
                "SELECT   Id,Name\n\tFROM   Account\r\n  LIMIT 3",
                "SELECT Id FROM Account ORDER BY Industry DESC NULLS LAST, Name ASC NULLS FIRST LIMIT 5")) {
            travelsAs(soql, soql);
        }
    }

    @Test
    void reserved_words_are_names_where_salesforce_has_them() throws SQLException {
        assertEquals(50, rows("SELECT Id FROM Order").size());
        assertEquals(5, rows("SELECT Id, Name FROM Group").size());
        assertEquals(120, rows("SELECT Id FROM Case").size());
        assertEquals(
                List.of(List.of("reserved name", 1)),
                rows("SELECT Order__c, Select__c FROM Type_Sample__c WHERE Name = 'Known values'"));
        assertEquals(8, rows("SELECT User.Id FROM User").size());
    }

    @Test
    void no_rows_still_have_columns() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT Id, Amount, Account.Name, (SELECT Id FROM OpportunityLineItems) FROM Opportunity"
                                + " WHERE Id = null")) {
            assertEquals(List.of("Id", "Amount", "Account.Name", "OpportunityLineItems"), Rows.labels(rows));
            assertFalse(rows.next());
            assertFalse(rows.isBeforeFirst());
        }
        assertEquals(List.of(List.of(0L)), rows("SELECT COUNT() FROM Account WHERE Id = null"));
        assertEquals(List.of(), rows("SELECT Industry, COUNT(Id) FROM Account WHERE Id = null GROUP BY Industry"));
    }

    // ---- what is not SOQL ------------------------------------------------------------------------------------

    private static SQLException refused(String state, String soql) {
        ORG.simulated().forgetCalls();
        SQLException refusal = Refused.with(state, SQLSyntaxErrorException.class, () -> TestOrg.rows(soqlOnly, soql));
        assertTrue(
                ORG.calls().stream().noneMatch(Call::startsQuery),
                () -> ORG.soqlSent().toString());
        return refusal;
    }

    @Test
    void unknown_names_are_told_with_place_and_nearest_name_before_any_query() {
        Refused.says(refused("42S22", "SELECT Id,\n  Nmae FROM Account"), "2:3", "Nmae", "'Name'");
        Refused.says(refused("42S22", "SELECT Id FROM Account WHERE Ownr.Name = 'x'"), "Ownr", "'Owner'");
        Refused.says(refused("42S22", "SELECT Id FROM Contact ORDER BY Account.Industri"), "Industri", "'Industry'");
        Refused.says(refused("42S02", "SELECT Id FROM Acount"), "1:16", "Acount", "'Account'");
        Refused.says(refused("42S02", "SELECT Id, (SELECT Id FROM Contact) FROM Account"), "Contact", "'Contacts'");
        Refused.says(
                refused("42S22", "SELECT Id FROM Account WHERE Id IN (SELECT AcountId FROM Contact)"), "'AccountId'");
    }

    @Test
    void a_field_selected_twice_is_refused_before_any_query() {
        Refused.says(refused("42000", "SELECT Name, Owner.Name, NAME FROM Account"), "1:26", "NAME");
        Refused.says(refused("42702", "SELECT FIELDS(STANDARD), Id FROM Account"), "Id", "twice");
        Refused.says(refused("42000", "SELECT Industry, toLabel(Industry) FROM Account"), "1:26", "Industry");
    }

    @Test
    void broken_texts_are_told_with_place_found_and_expected() {
        Refused.says(refused("42000", "SELECT Id FORM Account"), "1:1");
        Refused.says(refused("42000", "SELECT FROM Account"), "1:8", "FROM");
        Refused.says(refused("42000", "SELECT Id FROM Account WHERE Name = 'x"), "1:37");
        Refused.says(refused("42000", "SELECT * FROM Account"), "1:8", "*");
        Refused.says(refused("42000", ""), "expected");
        Refused.says(refused("42000", "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Id = null"), "1:");
        Refused.says(refused("42000", "SELECT Id, COUNT() FROM Account"), "COUNT()");
        Refused.says(refused("42000", "SELECT Name n FROM Account"), "alias");
        Refused.says(refused("42000", "SELECT FIELDS(ALL) FROM Account"), "200");
    }

    @Test
    void statements_that_change_rows_are_no_queries_and_are_not_run_as_such() {
        for (String sql : List.of(
                "INSERT INTO Account (Name) VALUES ('x')", "UPDATE Account SET Name = 'x'", "DELETE FROM Account")) {
            Refused.with("42000", SQLSyntaxErrorException.class, () -> TestOrg.rows(soqlOnly, sql));
            Refused.with("07005", SQLNonTransientException.class, () -> rows(sql));
        }
        assertEquals(0, ORG.calls().size());
    }

    @Test
    void a_select_without_from_is_about_constants_alone() throws SQLException {
        ORG.simulated().forgetCalls();
        assertEquals(List.of(List.of(1)), rows("SELECT 1"));
        assertEquals(List.of(List.of(1)), rows("SELECT 1 WHERE 1 = 1"));
        assertEquals(List.of(), rows("SELECT 1 WHERE NULL IS NOT NULL"));
        assertEquals(List.of(List.of(1)), rows("SELECT 1 WHERE UPPER('x') LIKE 'X'"));
        for (String wrong : List.of(
                "SELECT 1 WHERE Owner.Name",
                "SELECT 1 WHERE Name = 'x'",
                "SELECT 1 WHERE x IS NULL",
                "SELECT 1 WHERE COUNT(*) > 1")) {
            assertThrows(SQLException.class, () -> rows(wrong), wrong);
        }
        assertEquals(0, ORG.calls().size());
        assertEquals(List.of(List.of(1)), rows("SELECT 1 WHERE EXISTS (SELECT Id FROM Account)"));
        // An Id is no number, which only its text shows.
        Refused.with("22018", SQLDataException.class, () -> rows("SELECT 1 WHERE 5 IN (SELECT Id FROM Account)"));
    }

    @Test
    void what_only_salesforce_can_refuse_keeps_its_code_and_text() {
        Refused.says(
                Refused.with(
                        "42000",
                        SQLSyntaxErrorException.class,
                        () -> rows("SELECT Id FROM Account WHERE Description = 'x'")),
                "INVALID_FIELD",
                "can not be filtered");
        Refused.says(
                Refused.with(
                        "42000",
                        SQLSyntaxErrorException.class,
                        () -> TestOrg.rows(soqlOnly, "SELECT Id FROM Opportunity WHERE CloseDate = '2026-01-01'")),
                "should not be enclosed in quotes");
        Refused.says(
                Refused.with("42000", SQLSyntaxErrorException.class, () -> rows("SELECT Id FROM ContentDocumentLink")),
                "MALFORMED_QUERY",
                "Implementation restriction");
    }

    // ---- the list ------------------------------------------------------------------------------------------

    @Test
    void parents_are_columns_over_several_levels_and_null_where_they_are_missing() throws SQLException {
        Map<String, Table.Row> byId = accounts.byId();
        int missing = 0;
        for (List<Object> row : rows("SELECT Id, ParentId, Parent.Name, Parent.Owner.Name, Parent.Parent.Name,"
                + " Parent.Parent.Parent.Owner.Manager.Name FROM Account")) {
            Table.Row parent = byId.get(row.get(1));
            missing += parent == null ? 1 : 0;
            assertEquals(parent == null ? null : parent.text("Name"), row.get(2));
            assertEquals(parent == null ? null : parent.text("Owner.Name"), row.get(3));
            Table.Row grandparent = parent == null ? null : byId.get(parent.get("ParentId"));
            assertEquals(grandparent == null ? null : grandparent.text("Name"), row.get(4));
        }
        assertTrue(missing > 0 && missing < 60, "missing parents: " + missing);
    }

    @Test
    void a_parents_fields_may_be_named_in_any_order_and_case() throws SQLException {
        for (List<Object> row :
                rows("SELECT owner.NAME, Name, OWNER.Id, OwnerId, Owner.Alias, Owner.Profile.Name FROM Account")) {
            assertNotNull(row.get(0));
            assertEquals(row.get(2), row.get(3));
            assertNotNull(row.get(4));
            assertNotNull(row.get(5));
        }
    }

    @Test
    void polymorphic_parents_have_a_name_and_a_type() throws SQLException {
        Map<String, String> prefixes =
                Map.of("001", "Account", "006", "Opportunity", "500", "Case", "701", "Campaign", "a00", "Invoice__c");
        Set<String> seen = new HashSet<>();
        for (List<Object> row : rows("SELECT WhatId, What.Type, What.Name, What.Id, Who.Name FROM Task")) {
            String what = (String) row.get(0);
            if (what == null) {
                assertNull(row.get(1));
                assertNull(row.get(2));
            } else {
                assertEquals(prefixes.get(what.substring(0, 3)), row.get(1));
                assertEquals(what, row.get(3));
                seen.add(what.substring(0, 3));
            }
        }
        assertEquals(prefixes.keySet(), seen);
    }

    @Test
    void typeof_gives_one_column_for_each_field_and_null_in_other_branches() throws SQLException {
        String soql = "SELECT Id, WhatId, TYPEOF What WHEN Account THEN Phone, Industry WHEN Opportunity THEN Amount,"
                + " StageName, Owner.Name ELSE Name END FROM Task";
        assertEquals(
                List.of(
                        "Id",
                        "WhatId",
                        "What.Phone",
                        "What.Industry",
                        "What.Amount",
                        "What.StageName",
                        "What.Owner.Name",
                        "What.Name"),
                labels(soql));
        Map<String, Table.Row> deals = opportunities.byId();
        Map<String, Table.Row> firms = accounts.byId();
        int others = 0;
        for (List<Object> row : rows(soql)) {
            Table.Row deal = deals.get(row.get(1));
            Table.Row firm = firms.get(row.get(1));
            assertEquals(deal == null ? null : deal.get("Amount"), row.get(4));
            assertEquals(deal == null ? null : deal.get("StageName"), row.get(5));
            assertEquals(firm == null ? null : firm.get("Industry"), row.get(3));
            boolean other = row.get(1) != null && deal == null && firm == null;
            assertEquals(other, row.get(7) != null, () -> "name of " + row.get(1));
            others += other ? 1 : 0;
        }
        assertTrue(others > 0);
    }

    @Test
    void a_set_of_fields_has_the_columns_of_describe() throws SQLException {
        List<String> all = labels("SELECT FIELDS(ALL) FROM Account LIMIT 200");
        List<String> standard = labels("SELECT FIELDS(STANDARD) FROM Account");
        List<String> custom = labels("SELECT FIELDS(CUSTOM) FROM Account LIMIT 1");
        List<String> both = new ArrayList<>(standard);
        both.addAll(custom);
        assertEquals(new HashSet<>(all), new HashSet<>(both));
        assertEquals(all.size(), both.size());
        assertTrue(standard.contains("BillingAddress") && custom.contains("Location__c"));
        List<String> byName;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT FIELDS(ALL) FROM Account ORDER BY Name LIMIT 200")) {
            byName = new ArrayList<>();
            while (rows.next()) {
                byName.add(rows.getString("name"));
            }
        }
        assertEquals(60, byName.size());
    }

    @Test
    void format_and_toLabel_come_as_text_under_the_fields_name_or_an_alias() throws SQLException {
        assertEquals(
                List.of("Size__c", "shown"),
                labels("SELECT toLabel(Size__c), FORMAT(AnnualRevenue) shown FROM Account"));
        Set<Object> sizes = rows("SELECT toLabel(Size__c) FROM Account").stream()
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        assertTrue(sizes.contains("Small") && !sizes.contains("S"), sizes.toString());
        assertTrue(rows("SELECT Size__c, toLabel(Size__c) big FROM Account WHERE Size__c = 'L'").stream()
                .allMatch(row -> row.get(0).equals("L") && row.get(1).equals("Large")));
        assertTrue(rows("SELECT FORMAT(AnnualRevenue) r FROM Account WHERE AnnualRevenue > 1").stream()
                .allMatch(row -> row.get(0) instanceof String));
        assertTrue(rows("SELECT FORMAT(CreatedDate) FROM Account LIMIT 3").stream()
                .allMatch(row -> row.get(0) instanceof String));
    }

    @Test
    void distance_is_a_number() throws SQLException {
        List<List<Object>> rows = rows("SELECT Name, DISTANCE(Location__c, GEOLOCATION(37.7, -122.4), 'mi') miles"
                + " FROM Account"
                + " ORDER BY DISTANCE(Location__c, GEOLOCATION(37.7, -122.4), 'mi') LIMIT 60");
        List<BigDecimal> miles = rows.stream()
                .map(row -> (BigDecimal) row.get(1))
                .filter(value -> value != null)
                .toList();
        assertTrue(miles.size() > 10);
        assertEquals(miles.stream().sorted().toList(), miles);
    }

    // ---- groups ----------------------------------------------------------------------------------------------

    @Test
    void aggregates_are_named_by_alias_or_number() throws SQLException {
        assertEquals(
                List.of("StageName", "expr0", "total", "expr1"),
                labels("SELECT StageName, COUNT(Id), SUM(Amount) total, MAX(CloseDate) FROM Opportunity"
                        + " GROUP BY StageName"));
        assertEquals(List.of("expr0"), labels("SELECT COUNT(Id) FROM Account"));
        assertEquals(List.of("stage"), labels("SELECT StageName stage FROM Opportunity GROUP BY StageName"));
    }

    @Test
    void grouped_sums_counts_and_extremes_are_those_of_the_rows() throws SQLException {
        Map<String, List<Table.Row>> stages = opportunities
                .rows()
                .collect(Collectors.groupingBy(row -> row.text("StageName"), TreeMap::new, Collectors.toList()));
        List<List<Object>> rows = rows("SELECT StageName, COUNT(Id) n, SUM(Amount) s, AVG(Amount) a, MIN(CloseDate) lo,"
                + " MAX(CloseDate) hi, COUNT(Amount) known, COUNT_DISTINCT(AccountId) firms FROM Opportunity"
                + " GROUP BY StageName");
        assertEquals(stages.keySet(), rows.stream().map(row -> row.get(0)).collect(Collectors.toSet()));
        for (List<Object> row : rows) {
            List<Table.Row> deals = stages.get(row.get(0));
            List<BigDecimal> amounts = deals.stream()
                    .map(deal -> (BigDecimal) deal.get("Amount"))
                    .filter(amount -> amount != null)
                    .toList();
            assertEquals((long) deals.size(), row.get(1));
            BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            // The service adds up doubles.
            assertEquals(sum.doubleValue(), ((BigDecimal) row.get(2)).doubleValue(), sum.doubleValue() * 1e-12);
            assertEquals(
                    sum.doubleValue() / amounts.size(),
                    ((BigDecimal) row.get(3)).doubleValue(),
                    sum.doubleValue() * 1e-12);
            Comparator<Table.Row> byDay = Comparator.comparing(deal -> (Date) deal.get("CloseDate"));
            assertEquals(deals.stream().min(byDay).orElseThrow().get("CloseDate"), row.get(4));
            assertEquals(deals.stream().max(byDay).orElseThrow().get("CloseDate"), row.get(5));
            assertEquals((long) amounts.size(), row.get(6));
            assertEquals(
                    deals.stream()
                            .map(deal -> deal.get("AccountId"))
                            .filter(id -> id != null)
                            .distinct()
                            .count(),
                    row.get(7));
        }
    }

    @Test
    void a_rollup_adds_subtotals_that_grouping_tells_apart() throws SQLException {
        List<List<Object>> rows =
                rows("SELECT StageName, IsWon, COUNT(Id) n, GROUPING(StageName) gs, GROUPING(IsWon) gw"
                        + " FROM Opportunity GROUP BY ROLLUP(StageName, IsWon)");
        long stages =
                opportunities.rows().map(row -> row.get("StageName")).distinct().count();
        long pairs = opportunities
                .rows()
                .map(row -> row.text("StageName") + row.get("IsWon"))
                .distinct()
                .count();
        assertEquals(pairs + stages + 1, rows.size());
        List<Object> total = rows.stream()
                .filter(row -> row.get(3).equals(1) && row.get(4).equals(1))
                .findFirst()
                .orElseThrow();
        assertEquals(300L, total.get(2));
        assertNull(total.get(0));
        assertNull(total.get(1));
        assertEquals(
                stages,
                rows.stream()
                        .filter(row -> row.get(3).equals(0) && row.get(4).equals(1))
                        .count());
    }

    @Test
    void having_restricts_groups() throws SQLException {
        Map<Object, Long> counts = accounts.rows()
                .filter(row -> row.get("Industry") != null)
                .collect(Collectors.groupingBy(row -> row.get("Industry"), Collectors.counting()));
        counts.values().removeIf(count -> count <= 5);
        Map<Object, Object> found = rows("SELECT Industry, COUNT(Id) FROM Account WHERE Industry != null"
                        + " GROUP BY Industry HAVING COUNT(Id) > 5")
                .stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
        assertEquals(counts, found);
    }

    @Test
    void date_functions_group_rows() throws SQLException {
        Map<Integer, Long> years = opportunities
                .rows()
                .collect(Collectors.groupingBy(
                        row -> ((Date) row.get("CloseDate")).toLocalDate().getYear(),
                        TreeMap::new,
                        Collectors.counting()));
        List<List<Object>> rows = rows("SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) n FROM Opportunity"
                + " GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)");
        assertEquals(
                years.entrySet().stream()
                        .map(e -> List.<Object>of(e.getKey(), e.getValue()))
                        .toList(),
                rows);
    }

    @Test
    void a_grouped_parents_field_comes_under_its_own_name() throws SQLException {
        String soql = "SELECT Owner.Name, COUNT(Id) n FROM Account GROUP BY Owner.Name";
        Map<Object, Long> owners =
                accounts.rows().collect(Collectors.groupingBy(row -> row.get("Owner.Name"), Collectors.counting()));
        Map<Object, Object> found = rows(soql).stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
        assertEquals(owners, found);
        assertEquals(List.of("Owner.Name", "n"), labels(soql));
    }

    @Test
    void an_aggregate_over_no_rows_is_one_row() throws SQLException {
        List<List<Object>> rows =
                rows("SELECT COUNT(Id), SUM(Amount), MAX(CloseDate) FROM Opportunity WHERE Id = null");
        assertEquals(1, rows.size());
        assertEquals(0L, rows.get(0).get(0));
        assertNull(rows.get(0).get(1));
        assertNull(rows.get(0).get(2));
    }

    // ---- order -----------------------------------------------------------------------------------------------

    @Test
    void rows_come_in_the_order_asked_for_with_nulls_first_unless_last() throws SQLException {
        Comparator<Table.Row> byNumber = Comparator.comparing(
                row -> (Integer) row.get("NumberOfEmployees"), Comparator.nullsFirst(Comparator.naturalOrder()));
        Comparator<Table.Row> byId = Comparator.comparing(row -> row.text("Id"));
        ordered("NumberOfEmployees, Id", byNumber.thenComparing(byId));
        ordered(
                "NumberOfEmployees DESC NULLS LAST, Id DESC",
                byNumber.thenComparing(byId).reversed());
        Comparator<Table.Row> nullsLast = Comparator.comparing(
                row -> (Integer) row.get("NumberOfEmployees"), Comparator.nullsLast(Comparator.naturalOrder()));
        ordered("NumberOfEmployees ASC NULLS LAST, Id", nullsLast.thenComparing(byId));
    }

    private static void ordered(String orderBy, Comparator<Table.Row> order) throws SQLException {
        List<Object> expected =
                accounts.rows().sorted(order).map(row -> row.get("Id")).toList();
        List<Object> found = rows("SELECT Id FROM Account ORDER BY " + orderBy).stream()
                .map(row -> row.get(0))
                .toList();
        assertEquals(expected, found, orderBy);
    }

    @Test
    void limit_and_offset_cut_the_ordered_rows() throws SQLException {
        List<String> ids = accounts.ids(row -> true);
        List<Object> found = rows("SELECT Id FROM Account ORDER BY Id LIMIT 7 OFFSET 11").stream()
                .map(row -> row.get(0))
                .toList();
        assertEquals(ids.subList(11, 18), found);
    }

    @Test
    void scope_mine_gives_the_users_own_rows() throws SQLException {
        String me = accounts.rows()
                .map(row -> row.text("OwnerId"))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertEquals(
                accounts.ids(row -> row.text("OwnerId").equals(me)).size(),
                rows("SELECT Id FROM Account USING SCOPE mine").size());
    }
}
