package org.soqljdbc.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "1.0E7, 2, 10000000.00",
        "1.0E7, 0, 10000000",
        "100.0, 0, 100",
        "0.63, 2, 0.63",
        "0.630, 0, 0.63",
        "1.0E-4, 2, 0.0001",
        "0.0, 3, 0.000",
        "-0.0, 0, 0",
        "0E-999999999, 1, 0.0",
        "1.6147805824397E13, 0, 16147805824397",
        "999999999999999999, 2, 999999999999999999.00",
        "1.0E18, 18, 1000000000000000000.000000000000000000",
        "123456789012345678901234567890.5, 0, 123456789012345678901234567890.5",
        "12345678901234567890000, 0, 12345678901234567890000",
        "1E300, 0, 1" + "000000000000000000000000000000000000000000000000000000000000"
                + "000000000000000000000000000000000000000000000000000000000000"
                + "000000000000000000000000000000000000000000000000000000000000"
                + "000000000000000000000000000000000000000000000000000000000000"
                + "000000000000000000000000000000000000000000000000000000000000"
    })
    void decimals_are_exact_plain_and_padded(String text, int scale, String plain) throws SQLException {
        BigDecimal number = NumberText.decimal(text, scale);
        assertEquals(plain, number.toString());
        assertTrue(number.scale() >= 0);
    }

    @Test
    void a_number_that_would_fill_the_memory_is_refused() {
        for (String huge :
                new String[] {"1E999999999", "1E-999999999", "1E99999999999999999999", "9".repeat(200_000)}) {
            SQLException refusal = assertThrows(SQLException.class, () -> NumberText.decimal(huge, 0));
            assertEquals("22003", refusal.getSQLState());
            assertTrue(refusal.getMessage().length() < 200, refusal.getMessage());
        }
    }

    @Property
    void doubles_come_back_as_they_went(@ForAll double value) throws SQLException {
        assertEquals(value, NumberText.realNumber(Double.toString(value)));
    }

    @Property
    void short_decimals_are_the_nearest_double(@ForAll long digits, @ForAll @IntRange(min = -30, max = 30) int scale)
            throws SQLException {
        for (long mantissa : new long[] {digits, digits % 10_000_000_000_000_000L, digits % 1_000_000}) {
            String text = mantissa + "E" + -scale;
            assertEquals(Double.parseDouble(text), NumberText.realNumber(text), text);
        }
    }

    @Property
    void longs_come_back_as_they_went(@ForAll long value) throws SQLException {
        assertEquals(value, NumberText.wholeNumber(Long.toString(value)));
        assertEquals(value, NumberText.wholeNumber(value + ".00"));
    }

    @Property
    void decimals_keep_their_value(@ForAll BigDecimal value, @ForAll @IntRange(max = 18) int scale)
            throws SQLException {
        for (String text : new String[] {value.toString(), value.toPlainString(), value.toEngineeringString()}) {
            BigDecimal read = NumberText.decimal(text, scale);
            assertEquals(0, value.compareTo(read), text);
            assertTrue(read.scale() >= scale);
            assertEquals(Math.max(scale, Math.max(0, value.stripTrailingZeros().scale())), read.scale(), text);
        }
    }
}
