package org.soqljdbc.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "Account, Account, true",
        "account, Account, true",
        "Account, Accounts, false",
        "%, Account, true",
        "%%, Account, true",
        "A%, Account, true",
        "%t, Account, true",
        "%ccou%, Account, true",
        "%x%, Account, false",
        "A%n, Account, false",
        "A_count, Account, true",
        "_ccount, Account, true",
        "______, Account, false",
        "_______, Account, true",
        "Invoice__c, Invoice__c, true",
        "Invoice__c, InvoiceXYc, true",
        "Invoice\\_\\_c, Invoice__c, true",
        "Invoice\\_\\_c, InvoiceXYc, false",
        "100\\%, 100%, true",
        "100\\%, 1000, false",
        "a\\\\b, a\\b, true",
        "a\\, a\\, true",
        "%a%a%b, aaaaaab, true",
        "%a%b%, ab, true",
        "ID, id, true",
    })
    void patterns_match_as_jdbc_says(String pattern, String name, boolean expected) {
        assertEquals(expected, NamePattern.like(pattern).matches(name));
    }

    @Test
    void null_restricts_nothing() {
        assertTrue(NamePattern.like(null).matches("Account"));
        assertTrue(NamePattern.like(null).matches(""));
        assertTrue(NamePattern.exactly(null).matches("Account"));
    }

    @Test
    void the_empty_string_means_only_things_without_a_name() {
        assertFalse(NamePattern.like("").matches("Account"));
        assertTrue(NamePattern.like("").matches(""));
        assertFalse(NamePattern.exactly("").matches("Account"));
        assertTrue(NamePattern.exactly("").matches(""));
    }

    @Test
    void a_name_that_is_no_pattern_has_no_wild_characters() {
        assertTrue(NamePattern.exactly("invoice__C").matches("Invoice__c"));
        assertFalse(NamePattern.exactly("Invoice__c").matches("InvoiceXYc"));
        assertFalse(NamePattern.exactly("%").matches("Account"));
        assertFalse(NamePattern.exactly("Invoice\\_\\_c").matches("Invoice__c"));
    }

    @Test
    void one_name_is_told_from_several() {
        assertEquals(Optional.of("Account"), NamePattern.like("Account").onlyName());
        assertEquals(
                Optional.of("Invoice__c"), NamePattern.like("Invoice\\_\\_c").onlyName());
        assertEquals(
                Optional.of("Invoice__c"), NamePattern.exactly("Invoice__c").onlyName());
        assertEquals(Optional.empty(), NamePattern.like("Invoice__c").onlyName());
        assertEquals(Optional.empty(), NamePattern.like("A%").onlyName());
        assertEquals(Optional.empty(), NamePattern.like(null).onlyName());
        assertEquals(Optional.empty(), NamePattern.like("").onlyName());
    }

    @Test
    void many_wild_characters_take_no_time() {
        String pattern = "%a".repeat(500) + "%b";
        String name = "a".repeat(2_000);
        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertFalse(NamePattern.like(pattern).matches(name)));
    }
}
