package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.simulated.SimulatedOrg;

/** Conditions: each query must find just the rows that plain Java finds in the whole table, and travel as written. */
class WhereTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;
    private static Table accounts;
    private static Table opportunities;
    private static Table tasks;

    @BeforeAll
    static void read_whole_tables() throws SQLException {
        connection = ORG.open();
        accounts = Table.read(
                connection,
                "Account",
                "Id",
                "Name",
                "Industry",
                "AnnualRevenue",
                "NumberOfEmployees",
                "Active__c",
                "Regions__c",
                "CreatedDate",
                "Founded__c",
                "OwnerId",
                "Owner.Name",
                "ParentId",
                "Parent.Name",
                "Code__c",
                "Opens_At__c");
        opportunities = Table.read(
                connection,
                "Opportunity",
                "Id",
                "AccountId",
                "Amount",
                "CloseDate",
                "IsWon",
                "StageName",
                "Account.Industry",
                "Account.Owner.Name",
                "CreatedDate");
        tasks = Table.read(connection, "Task", "Id", "WhatId", "What.Type", "What.Name", "OwnerId", "Owner.Type");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static void finds(Table table, String object, String where, Predicate<Table.Row> condition)
            throws SQLException {
        String soql = "SELECT Id FROM " + object + " WHERE " + where;
        List<String> found = TestOrg.rows(connection, soql).stream()
                .map(row -> (String) row.get(0))
                .sorted()
                .toList();
        assertEquals(table.ids(condition), found, soql);
        assertTrue(ORG.soqlSent().contains(soql), () -> ORG.soqlSent().toString());
    }

    private static void accounts(String where, Predicate<Table.Row> condition) throws SQLException {
        finds(accounts, "Account", where, condition);
    }

    private static void opportunities(String where, Predicate<Table.Row> condition) throws SQLException {
        finds(opportunities, "Opportunity", where, condition);
    }

    @Test
    void text_is_compared_without_case() throws SQLException {
        accounts("Name = 'ACME'", row -> row.is("Name", "acme"));
        accounts("name = 'EDGE communications'", row -> row.is("Name", "Edge Communications"));
        accounts("Name IN ('acme', 'SFORCE', 'nobody')", row -> row.is("Name", "Acme") || row.is("Name", "sForce"));
        accounts("Industry = null", row -> row.get("Industry") == null);
        accounts("Industry = ''", row -> row.get("Industry") == null);
    }

    @Test
    void a_case_sensitive_field_is_compared_with_it() throws SQLException {
        accounts("Code__c = 'key3'", row -> "key3".equals(row.get("Code__c")));
        accounts("Code__c = 'KEY3'", row -> "KEY3".equals(row.get("Code__c")));
        accounts("Code__c = 'Key3'", row -> false);
    }

    @Test
    void not_equal_and_not_in_find_null_too() throws SQLException {
        accounts("Industry != 'Energy'", row -> !row.is("Industry", "Energy"));
        accounts(
                "Industry NOT IN ('Energy', 'Banking')",
                row -> !row.is("Industry", "Energy") && !row.is("Industry", "Banking"));
        accounts("NOT Industry = 'Energy'", row -> !row.is("Industry", "Energy"));
        accounts("Industry != null", row -> row.get("Industry") != null);
    }

    @Test
    void like_knows_wildcards_and_their_escapes() throws SQLException {
        accounts("Name LIKE 'united%'", row -> Table.fold(row.text("Name")).startsWith("UNITED"));
        accounts("Name LIKE '%100\\%%'", row -> row.text("Name").contains("100%"));
        accounts("Name LIKE 'under\\_score%'", row -> row.text("Name").startsWith("under_score"));
        accounts("Name LIKE 'under_score%'", row -> row.text("Name").startsWith("under"));
        accounts("Name LIKE '_cme'", row -> row.is("Name", "Acme"));
        accounts("Name LIKE 'O\\'Brien \\\\ Sons'", row -> row.text("Name").equals("O'Brien \\ Sons"));
        accounts("(NOT Name LIKE 'Company%')", row -> !row.text("Name").startsWith("Company"));
    }

    @Test
    void special_characters_are_compared_as_they_are() throws SQLException {
        accounts("Name = 'O\\'Brien \\\\ Sons'", row -> row.text("Name").equals("O'Brien \\ Sons"));
        accounts("Name = 'Holding \\\"Quoted\\\"'", row -> row.text("Name").equals("Holding \"Quoted\""));
        accounts("Name = 'Holding \"Quoted\"'", row -> row.text("Name").equals("Holding \"Quoted\""));
        accounts("Name = '日本商事株式会社'", row -> row.text("Name").equals("日本商事株式会社"));
        accounts("Name = '\\u65e5本商事株式会社'", row -> row.text("Name").equals("日本商事株式会社"));
        accounts("Name LIKE 'İstanbul%'", row -> row.text("Name").startsWith("İstanbul"));
    }

    @Test
    void numbers_are_compared_as_numbers() throws SQLException {
        accounts("AnnualRevenue > 10000000", row -> compare(row, "AnnualRevenue", "10000000") > 0);
        accounts("AnnualRevenue = 99213206", row -> compare(row, "AnnualRevenue", "99213206") == 0);
        accounts(
                "AnnualRevenue <= 350000.0",
                row -> row.get("AnnualRevenue") != null && compare(row, "AnnualRevenue", "350000") <= 0);
        accounts(
                "NumberOfEmployees >= 200 AND NumberOfEmployees < 300",
                row -> row.get("NumberOfEmployees") != null
                        && (Integer) row.get("NumberOfEmployees") >= 200
                        && (Integer) row.get("NumberOfEmployees") < 300);
        accounts("AnnualRevenue = null", row -> row.get("AnnualRevenue") == null);
    }

    private static int compare(Table.Row row, String column, String number) {
        return row.get(column) == null ? -1 : ((BigDecimal) row.get(column)).compareTo(new BigDecimal(number));
    }

    @Test
    void and_or_and_not_are_grouped_by_parentheses() throws SQLException {
        accounts(
                "(Industry = 'Energy' OR Industry = 'Banking') AND (NOT (Active__c = TRUE OR NumberOfEmployees > 100))",
                row -> (row.is("Industry", "Energy") || row.is("Industry", "Banking"))
                        && !(row.isTrue("Active__c")
                                || row.get("NumberOfEmployees") != null
                                        && (Integer) row.get("NumberOfEmployees") > 100));
        accounts("Active__c = FALSE", row -> !row.isTrue("Active__c"));
        accounts(
                "Active__c != null AND Industry = 'Energy'",
                row -> row.isTrue("Active__c") && row.is("Industry", "Energy"));
    }

    @Test
    void includes_and_excludes_look_into_multi_select_picklists() throws SQLException {
        accounts(
                "Regions__c INCLUDES ('AMER;EMEA', 'APAC')",
                row -> regions(row).containsAll(Set.of("AMER", "EMEA"))
                        || regions(row).contains("APAC"));
        accounts("Regions__c EXCLUDES ('AMER')", row -> !regions(row).contains("AMER"));
        accounts("Regions__c = 'AMER;EMEA'", row -> regions(row).equals(Set.of("AMER", "EMEA")));
    }

    private static Set<String> regions(Table.Row row) {
        return row.get("Regions__c") == null
                ? Set.of()
                : Arrays.stream(row.text("Regions__c").split(";")).collect(Collectors.toSet());
    }

    @Test
    void days_and_instants_are_compared_with_literals() throws SQLException {
        opportunities("CloseDate >= 2026-03-10", row -> !day(row, "CloseDate").isBefore(LocalDate.of(2026, 3, 10)));
        opportunities("CloseDate = 2026-03-10", row -> day(row, "CloseDate").equals(LocalDate.of(2026, 3, 10)));
        Instant instant = Instant.parse("2026-03-01T00:00:00Z");
        opportunities(
                "CreatedDate < 2026-03-01T00:00:00Z",
                row -> instant(row, "CreatedDate").isBefore(instant));
        opportunities(
                "CreatedDate < 2026-03-01T05:45:00+05:45",
                row -> instant(row, "CreatedDate").isBefore(instant));
        accounts(
                "Opens_At__c < 12:00:00Z",
                row -> row.get("Opens_At__c") != null
                        && row.get("Opens_At__c").toString().compareTo("12:00:00") < 0);
    }

    @Test
    void date_literals_go_by_the_users_time_zone() throws SQLException {
        LocalDate today = LocalDate.ofInstant(SimulatedOrg.NOW, SimulatedOrg.TIME_ZONE);
        opportunities("CloseDate = TODAY", row -> day(row, "CloseDate").equals(today));
        opportunities(
                "CloseDate = THIS_MONTH",
                row -> day(row, "CloseDate").getYear() == today.getYear()
                        && day(row, "CloseDate").getMonth() == today.getMonth());
        opportunities(
                "CloseDate = LAST_N_DAYS:30",
                row -> !day(row, "CloseDate").isBefore(today.minusDays(30))
                        && !day(row, "CloseDate").isAfter(today));
        opportunities(
                "CloseDate > NEXT_N_MONTHS:3",
                row -> !day(row, "CloseDate").isBefore(today.withDayOfMonth(1).plusMonths(4)));
        opportunities("CloseDate < LAST_YEAR", row -> day(row, "CloseDate").getYear() < today.getYear() - 1);
        opportunities("CreatedDate = TODAY", row -> localDay(row).equals(today));
        opportunities("CreatedDate >= N_DAYS_AGO:7", row -> !localDay(row).isBefore(today.minusDays(7)));
        opportunities(
                "CreatedDate = THIS_QUARTER",
                row -> localDay(row).getYear() == today.getYear()
                        && (localDay(row).getMonthValue() - 1) / 3 == (today.getMonthValue() - 1) / 3);
    }

    private static LocalDate day(Table.Row row, String column) {
        return ((Date) row.get(column)).toLocalDate();
    }

    private static Instant instant(Table.Row row, String column) {
        return ((Timestamp) row.get(column)).toInstant();
    }

    private static LocalDate localDay(Table.Row row) {
        return LocalDate.ofInstant(instant(row, "CreatedDate"), SimulatedOrg.TIME_ZONE);
    }

    @Test
    void date_functions_are_conditions_and_go_by_utc() throws SQLException {
        opportunities(
                "CALENDAR_YEAR(CloseDate) = 2026", row -> day(row, "CloseDate").getYear() == 2026);
        opportunities(
                "DAY_IN_WEEK(CloseDate) = 1",
                row -> day(row, "CloseDate").getDayOfWeek().getValue() == 7);
        opportunities(
                "DAY_ONLY(CreatedDate) = 2026-03-01",
                row -> instant(row, "CreatedDate").toString().startsWith("2026-03-01"));
        opportunities(
                "HOUR_IN_DAY(CreatedDate) < 3",
                row -> Integer.parseInt(instant(row, "CreatedDate").toString().substring(11, 13)) < 3);
        opportunities(
                "HOUR_IN_DAY(convertTimezone(CreatedDate)) = 5",
                row -> instant(row, "CreatedDate")
                                .atZone(SimulatedOrg.TIME_ZONE)
                                .getHour()
                        == 5);
    }

    @Test
    void parents_are_reached_over_several_levels() throws SQLException {
        String owner = (String) opportunities
                .rows()
                .map(row -> row.get("Account.Owner.Name"))
                .filter(name -> name != null)
                .findFirst()
                .orElseThrow();
        opportunities("Account.Owner.Name = '" + owner + "'", row -> row.is("Account.Owner.Name", owner));
        opportunities("Account.Industry = null", row -> row.get("Account.Industry") == null);
        accounts("Parent.Name = null", row -> row.get("Parent.Name") == null);
        accounts(
                "Parent.Owner.Name != null AND Owner.Name != '" + owner + "'",
                row -> row.get("ParentId") != null && !row.is("Owner.Name", owner));
    }

    @Test
    void polymorphic_parents_are_told_apart_by_type() throws SQLException {
        finds(tasks, "Task", "What.Type = 'Account'", row -> row.is("What.Type", "Account"));
        finds(
                tasks,
                "Task",
                "What.Type IN ('Account', 'Opportunity')",
                row -> row.is("What.Type", "Account") || row.is("What.Type", "Opportunity"));
        finds(tasks, "Task", "Owner.Type = 'Group'", row -> row.text("OwnerId").startsWith("00G"));
        finds(
                tasks,
                "Task",
                "What.Name LIKE 'Acme%'",
                row -> row.get("What.Name") != null
                        && Table.fold(row.text("What.Name")).startsWith("ACME"));
        finds(tasks, "Task", "WhatId = null", row -> row.get("WhatId") == null);
    }

    @Test
    void semi_joins_and_anti_joins_go_by_the_inner_rows() throws SQLException {
        Set<Object> withWon = opportunities
                .rows()
                .filter(row -> row.isTrue("IsWon"))
                .map(row -> row.get("AccountId"))
                .collect(Collectors.toSet());
        accounts(
                "Id IN (SELECT AccountId FROM Opportunity WHERE IsWon = TRUE)", row -> withWon.contains(row.get("Id")));
        accounts(
                "Id NOT IN (SELECT AccountId FROM Opportunity WHERE IsWon = TRUE)",
                row -> !withWon.contains(row.get("Id")));
        Set<Object> energetic = accounts.rows()
                .filter(row -> row.is("Industry", "Energy"))
                .map(row -> row.get("Id"))
                .collect(Collectors.toSet());
        opportunities(
                "AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy') AND IsWon = TRUE",
                row -> row.isTrue("IsWon") && energetic.contains(row.get("AccountId")));
    }

    @Test
    void ids_of_fifteen_and_eighteen_characters_are_the_same() throws SQLException {
        String id = accounts.rows().findFirst().orElseThrow().text("Id");
        accounts("Id = '" + id.substring(0, 15) + "'", row -> row.text("Id").equals(id));
        accounts(
                "Id IN ('" + id + "', '" + id.substring(0, 15) + "')",
                row -> row.text("Id").equals(id));
        assertFalse(id.substring(0, 15).equals(id));
    }

    @Test
    void distance_is_a_condition() throws SQLException {
        Table places = Table.read(connection, "Account", "Id", "BillingLatitude", "BillingLongitude");
        finds(
                places,
                "Account",
                "DISTANCE(BillingAddress, GEOLOCATION(37.2,-122.2), 'km') < 30",
                row -> row.get("BillingLatitude") != null && kilometres(row, 37.2, -122.2) < 30);
    }

    /** Great-circle distance on a sphere of the Earth's mean radius. */
    private static double kilometres(Table.Row row, double latitude, double longitude) {
        double a = Math.toRadians(((BigDecimal) row.get("BillingLatitude")).doubleValue());
        double b = Math.toRadians(latitude);
        double across = Math.toRadians(((BigDecimal) row.get("BillingLongitude")).doubleValue() - longitude);
        double h = Math.pow(Math.sin((a - b) / 2), 2) + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(across / 2), 2);
        return 2 * 6371 * Math.asin(Math.sqrt(h));
    }
}
