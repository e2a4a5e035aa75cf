package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What days a date literal stands for: in the org it is Tuesday 10 March 2026, while UTC has the 11th already. */
class DateLiteralsTest {

    private static SimulatedOrg org;
    private static OrgClient client;

    /** So many opportunities that every day of the two years around the org's day closes one. */
    @BeforeAll
    static void start() {
        org = SimulatedOrg.builder()
                .withRows("Opportunity", 20_000)
                .withRows("Contact", 100_000)
                .start();
        client = new OrgClient(org);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource({
        "= TODAY, 2026-03-10, 2026-03-10",
        "= YESTERDAY, 2026-03-09, 2026-03-09",
        "= TOMORROW, 2026-03-11, 2026-03-11",
        "= LAST_N_DAYS:3, 2026-03-07, 2026-03-10",
        "= NEXT_N_DAYS:3, 2026-03-11, 2026-03-13",
        "= N_DAYS_AGO:3, 2026-03-07, 2026-03-07",
        "= LAST_90_DAYS, 2025-12-10, 2026-03-10",
        "= NEXT_90_DAYS, 2026-03-11, 2026-06-08",
        "= THIS_WEEK, 2026-03-08, 2026-03-14",
        "= LAST_WEEK, 2026-03-01, 2026-03-07",
        "= NEXT_WEEK, 2026-03-15, 2026-03-21",
        "= LAST_N_WEEKS:2, 2026-02-22, 2026-03-07",
        "= NEXT_N_WEEKS:2, 2026-03-15, 2026-03-28",
        "= N_WEEKS_AGO:2, 2026-02-22, 2026-02-28",
        "= THIS_MONTH, 2026-03-01, 2026-03-31",
        "= LAST_MONTH, 2026-02-01, 2026-02-28",
        "= NEXT_MONTH, 2026-04-01, 2026-04-30",
        "= LAST_N_MONTHS:2, 2026-01-01, 2026-02-28",
        "= NEXT_N_MONTHS:2, 2026-04-01, 2026-05-31",
        "= N_MONTHS_AGO:2, 2026-01-01, 2026-01-31",
        "= THIS_QUARTER, 2026-01-01, 2026-03-31",
        "= LAST_QUARTER, 2025-10-01, 2025-12-31",
        "= NEXT_FISCAL_QUARTER, 2026-04-01, 2026-06-30",
        "= LAST_N_QUARTERS:2, 2025-07-01, 2025-12-31",
        "= N_QUARTERS_AGO:2, 2025-07-01, 2025-09-30",
        "= NEXT_N_FISCAL_QUARTERS:2, 2026-04-01, 2026-09-30",
        "= THIS_YEAR, 2026-01-01, 2026-12-31",
        "= LAST_YEAR, 2025-03-10, 2025-12-31",
        "= NEXT_N_YEARS:1, 2027-01-01, 2027-03-10",
        "> TODAY, 2026-03-11, 2027-03-10",
        "< TODAY, 2025-03-10, 2026-03-09",
        ">= THIS_MONTH, 2026-03-01, 2027-03-10",
        "<= THIS_MONTH, 2025-03-10, 2026-03-31",
        "> THIS_MONTH, 2026-04-01, 2027-03-10",
        "< THIS_MONTH, 2025-03-10, 2026-02-28"
    })
    void a_literal_is_a_range_of_days(String condition, String first, String last) throws Exception {
        JsonNode row = client.query(
                        "SELECT MIN(CloseDate) a, MAX(CloseDate) b FROM Opportunity WHERE CloseDate " + condition)
                .get("records")
                .get(0);
        assertEquals(
                first + " " + last,
                row.get("a").textValue() + " " + row.get("b").textValue());
    }

    @ParameterizedTest
    @CsvSource({
        "TODAY, 2026-03-10T07:00:00Z, 2026-03-11T07:00:00Z",
        // The day on which summer time began has 23 hours.
        "N_DAYS_AGO:2, 2026-03-08T08:00:00Z, 2026-03-09T07:00:00Z",
        "LAST_MONTH, 2026-02-01T08:00:00Z, 2026-03-01T08:00:00Z"
    })
    void for_a_datetime_the_days_begin_at_midnight_in_the_users_zone(String literal, String start, String end)
            throws Exception {
        int expected = client.count("Contact WHERE CreatedDate >= " + start + " AND CreatedDate < " + end);
        assertTrue(expected > 0);
        assertEquals(expected, client.count("Contact WHERE CreatedDate = " + literal));
    }

    @Test
    void the_clock_can_be_set() throws Exception {
        org.setClock(Instant.parse("2026-01-15T12:00:00Z"));
        try {
            assertEquals(
                    "2026-01-15",
                    client.query("SELECT MIN(CloseDate) a FROM Opportunity WHERE CloseDate = TODAY")
                            .get("records")
                            .get(0)
                            .get("a")
                            .textValue());
        } finally {
            org.setClock(SimulatedOrg.NOW);
        }
    }
}
