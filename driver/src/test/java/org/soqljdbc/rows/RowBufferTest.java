package org.soqljdbc.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.types.RowValues;

class RowBufferTest {

    @Test
    void a_new_row_is_all_null() {
        RowBuffer row = new RowBuffer(2);
        row.set(1, "x");
        row.clear();
        assertTrue(row.isNull(0) && row.isNull(1));
    }

    @Test
    void empty_text_is_not_null() throws SQLException {
        RowBuffer row = new RowBuffer(3);
        row.set(1, "");
        row.set(2, "z");
        assertEquals(Arrays.asList(null, "", "z"), Pages.texts(row, 3));
        assertEquals(Arrays.asList(null, "", "z"), Pages.texts(row.keep(), 3));
    }

    @Test
    void a_kept_row_stays_when_the_buffer_is_used_again() throws SQLException {
        RowBuffer row = new RowBuffer(3);
        row.set(2, "Zoë");
        row.set(0, "3.0");
        RowValues kept = row.keep();
        row.clear();
        row.set(0, "9");
        assertEquals(Arrays.asList("3.0", null, "Zoë"), Pages.texts(kept, 3));
        assertEquals(3, kept.longAt(0));
        assertEquals(3.0, kept.doubleAt(0));
    }

    @Test
    void long_texts_make_it_grow() throws SQLException {
        RowBuffer row = new RowBuffer(2);
        String text = "x".repeat(131_072);
        row.set(0, "a");
        row.set(1, text.toCharArray(), 0, text.length());
        assertEquals(Arrays.asList("a", text), Pages.texts(row, 2));
    }

    @Test
    void booleans_are_read_from_buffer_and_copy() {
        RowBuffer row = new RowBuffer(2);
        row.set(0, "true");
        row.set(1, "false");
        assertTrue(row.booleanAt(0) && row.keep().booleanAt(0));
        assertFalse(row.booleanAt(1) || row.keep().booleanAt(1));
    }

    @Test
    void a_view_is_a_char_sequence_like_any_other() {
        RowBuffer row = new RowBuffer(2);
        row.set(0, "abc");
        row.set(1, "defg");
        CharSequence view = row.textAt(1);
        assertEquals(4, view.length());
        assertEquals('e', view.charAt(1));
        assertEquals("ef", view.subSequence(1, 3).toString());
        assertThrows(IndexOutOfBoundsException.class, () -> view.charAt(4));
        assertThrows(IndexOutOfBoundsException.class, () -> view.charAt(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> view.subSequence(2, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "7, 7",
        "3.0, 3",
        "-3.000, -3",
        "1.0E7, 10000000",
        "1e3, 1000",
        "120E-1, 12",
        "0e99, 0",
        "999999999999999999, 999999999999999999",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "9.223372036854775807E18, 9223372036854775807",
        "+5, 5",
        "' 5 ', 5",
        "0000000000000000000000000000005, 5"
    })
    void whole_numbers_are_read(String text, long value) throws SQLException {
        RowBuffer row = new RowBuffer(1);
        row.set(0, text);
        assertEquals(value, row.longAt(0));
        assertEquals(value, row.keep().longAt(0));
    }

    @ParameterizedTest
    @CsvSource({
        "3.5, 22003",
        "1E-1, 22003",
        "0.0000000000000000000000000000001, 22003",
        "9223372036854775808, 22003",
        "-9223372036854775809, 22003",
        "1E19, 22003",
        "1E999999999999999999999, 22003",
        "'', 22018",
        "-, 22018",
        "., 22018",
        "1., 1",
        ".5e1, 5",
        "1e, 22018",
        "1e+, 22018",
        "1 2, 22018",
        "0x10, 22018",
        "٣, 22018",
        "NaN, 22018",
        "Infinity, 22018",
        "1.2.3, 22018",
        "--1, 22018"
    })
    void what_is_no_whole_number_is_refused(String text, String outcome) throws SQLException {
        RowBuffer row = new RowBuffer(1);
        row.set(0, text);
        if (outcome.length() < 5) {
            assertEquals(Long.parseLong(outcome), row.longAt(0));
            return;
        }
        SQLException refusal = assertThrows(SQLException.class, () -> row.longAt(0));
        assertEquals(outcome, refusal.getSQLState(), refusal.getMessage());
    }
}
