package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.simulated.schema.Ids;

/** The 18 characters of a record's Id. */
class IdsTest {

    /** Ids with the suffix that Salesforce gave them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "001B000001LntWlIAJ",
                "005B0000008UC2PIAW",
                "a01B0000009ZjAmIAK",
                "0017Q00000EZlbyQAD",
                "0689A0000002c13QAA",
                "701E0000000JuFHIA0",
                "012000000000000AAA"
            })
    void the_suffix_tells_the_letter_case(String id) {
        assertEquals(id.substring(15), Ids.suffix(id.substring(0, 15)));
        assertEquals(Optional.of(id), Ids.normalize(id));
        assertEquals(Optional.of(id), Ids.normalize(id.substring(0, 15)));
        assertTrue(Ids.normalize(id.toLowerCase(Locale.ROOT)).isEmpty());
    }

    @Test
    void numbers_come_back_from_their_ids() {
        for (long number : new long[] {1, 61, 62, 3843, 3844, 200_000, 123_456_789_012L}) {
            String id = Ids.of("003", number);
            assertEquals(18, id.length());
            assertEquals(number, Ids.number(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "001B000001Lnt", "001B000001LntWlI", "001B000001Lnt-l", "001B000001LntWlIAJ0"})
    void other_texts_are_no_ids(String text) {
        assertTrue(Ids.normalize(text).isEmpty());
    }
}
