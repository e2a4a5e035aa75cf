package org.soqljdbc.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;

class ListRowsTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("NAME"),
            Column.integer("SIZE"),
            Column.bool("OPEN"),
            Column.of("PRICE", SfType.CURRENCY, 0, 18, 2));

    private static ListRows rows() {
        return new ListRows(
                COLUMNS,
                List.of(
                        new Object[] {"a\"b", 7, true, new BigDecimal("1E+3")},
                        new Object[] {null, Short.MAX_VALUE, false, null},
                        new Object[] {"c\u0001", 9L, Boolean.TRUE, 2.5}));
    }

    @Test
    void values_are_read_as_from_the_wire() throws SQLException {
        ListRows rows = rows();
        assertTrue(rows.advance());
        assertEquals("a\"b", rows.textAt(0).toString());
        assertEquals(7, rows.longAt(1));
        assertTrue(rows.booleanAt(2));
        assertEquals("1000", rows.textAt(3).toString());
        RowValues kept = rows.keep();
        assertTrue(rows.advance());
        assertTrue(rows.isNull(0) && rows.isNull(3));
        assertEquals(32767.0, rows.doubleAt(1));
        assertFalse(rows.booleanAt(2));
        assertEquals("a\"b", kept.textAt(0));
    }

    @Test
    void a_limit_ends_the_rows_and_closes_them() throws SQLException {
        AtomicInteger closings = new AtomicInteger();
        ListRows rows = rows();
        RowStream watched = (RowStream) Proxy.newProxyInstance(
                RowStream.class.getClassLoader(), new Class<?>[] {RowStream.class}, (self, method, arguments) -> {
                    closings.addAndGet(method.getName().equals("close") ? 1 : 0);
                    return method.invoke(rows, arguments);
                });
        RowStream counted = new RowLimit(1, watched);
        assertTrue(counted.advance());
        assertEquals(7, counted.longAt(1));
        assertEquals(0, closings.get());
        assertFalse(counted.advance());
        assertEquals(1, closings.get());
        assertFalse(counted.advance());
    }

    @Test
    void a_limit_of_none_reads_nothing() throws SQLException {
        try (RowStream none = new RowLimit(0, rows())) {
            assertEquals(COLUMNS, none.columns());
            assertFalse(none.advance());
        }
    }

    @Test
    void a_limit_beyond_the_rows_gives_them_all() throws SQLException {
        RowStream all = new RowLimit(9, rows());
        int count = 0;
        while (all.advance()) {
            count++;
        }
        assertEquals(3, count);
    }

    @Test
    void no_column_holds_rows() {
        ListRows rows = rows();
        rows.advance();
        assertEquals(
                "22018",
                assertThrows(SQLException.class, () -> rows.nestedAt(0)).getSQLState());
    }

    @Test
    void rows_are_written_as_json() throws SQLException {
        assertEquals(
                "[{\"NAME\":\"a\\\"b\",\"SIZE\":7,\"OPEN\":true,\"PRICE\":1000},"
                        + "{\"NAME\":null,\"SIZE\":32767,\"OPEN\":false,\"PRICE\":null},"
                        + "{\"NAME\":\"c\\u0001\",\"SIZE\":9,\"OPEN\":true,\"PRICE\":2.5}]",
                JsonText.array(rows()));
        assertEquals("[]", JsonText.array(new ListRows(COLUMNS, List.of())));
    }
}
