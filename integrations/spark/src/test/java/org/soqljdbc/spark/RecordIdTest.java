package org.soqljdbc.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.sql.SQLDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"001D000000IRFmaIAH", "001D000000IqhSLIAZ", "0013000000KX2gdAAD"})
    void an_id_is_written_as_it_was_read(String id) throws SQLDataException {
        assertEquals(id, RecordId.of(id).text());
        assertEquals(id, RecordId.of(id.substring(0, 15)).text());
    }

    @Test
    void digits_come_before_capitals_and_these_before_small_letters() throws SQLDataException {
        BigInteger nine = RecordId.of("001000000000009").number();
        BigInteger capital = RecordId.of("00100000000000A").number();
        BigInteger small = RecordId.of("00100000000000a").number();
        assertEquals(BigInteger.ONE, capital.subtract(nine));
        assertTrue(capital.compareTo(small) < 0);
        assertEquals(
                "001000000000010AAA",
                RecordId.of("00100000000000z")
                        .at(RecordId.of("00100000000000z").number().add(BigInteger.ONE))
                        .text());
    }

    @Test
    void what_is_no_id_is_refused() {
        SQLDataException refused = assertThrows(SQLDataException.class, () -> RecordId.of("001' OR Id != '"));
        assertEquals("22000", refused.getSQLState());
    }
}
