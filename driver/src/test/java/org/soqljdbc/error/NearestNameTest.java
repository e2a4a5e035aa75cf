package org.soqljdbc.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("Name", "NumberOfEmployees", "Industry", "Id");

    @Test
    void a_letter_too_few_or_swapped_finds_the_name() {
        assertEquals(Optional.of("Name"), NearestName.of("Nam", NAMES));
        assertEquals(Optional.of("NumberOfEmployees"), NearestName.of("numberofemploeyes", NAMES));
    }

    @Test
    void two_letters_that_changed_places_are_one_slip() {
        assertEquals(Optional.of("Name"), NearestName.of("Nmae", NAMES));
        assertEquals(Optional.of("Id"), NearestName.of("dI", NAMES));
    }

    @Test
    void letter_case_is_no_difference() {
        assertEquals(Optional.of("Industry"), NearestName.of("INDUSTRI", NAMES));
    }

    @Test
    void what_is_far_from_all_has_no_hint() {
        assertEquals("", NearestName.hint("Zebra", NAMES));
    }

    @Test
    void an_empty_name_is_near_nothing_long() {
        assertEquals(Optional.empty(), NearestName.of("", NAMES));
    }
}
