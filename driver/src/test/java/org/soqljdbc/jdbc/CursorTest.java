package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a result set stands after each move, forward-only and scrolling. */
class CursorTest {

    private static ResultSet scrolling(int rows) throws SQLException {
        Statement statement = Fakes.connect(Fakes.numbered(rows))
                .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        return statement.executeQuery("SELECT Name FROM Account");
    }

    private static ResultSet streaming(int rows) throws SQLException {
        return Fakes.connect(Fakes.numbered(rows)).createStatement().executeQuery("SELECT Name FROM Account");
    }

    /** The position JDBC demands: 0 before the first row, rows + 1 after the last. */
    private static final class Model {
        final int rows;
        long position;

        Model(int rows) {
            this.rows = rows;
        }

        boolean moveTo(long row) {
            position = Math.max(0, Math.min(row, rows + 1L));
            return position >= 1 && position <= rows;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7})
    void random_moves_end_where_jdbc_says(int rows) throws SQLException {
        long seed = Long.getLong("seed", 20_260_311L);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            ResultSet result = scrolling(rows);
            Model model = new Model(rows);
            for (int step = 0; step < 30; step++) {
                String move = move(random, result, model);
                String where = "seed " + seed + ", round " + round + ", step " + step + ": " + move;
                boolean onRow = model.position >= 1 && model.position <= rows;
                assertEquals(onRow ? model.position : 0, result.getRow(), where);
                assertEquals(rows > 0 && model.position == 0, result.isBeforeFirst(), where);
                assertEquals(rows > 0 && model.position > rows, result.isAfterLast(), where);
                assertEquals(onRow && model.position == 1, result.isFirst(), where);
                assertEquals(onRow && model.position == rows, result.isLast(), where);
                if (onRow) {
                    assertEquals(Long.toString(model.position), result.getString("name"), where);
                }
            }
        }
    }

    private static String move(Random random, ResultSet result, Model model) throws SQLException {
        int by = random.nextInt(21) - 10;
        switch (random.nextInt(8)) {
            case 0 -> {
                assertEquals(model.moveTo(model.position + 1), result.next());
                return "next";
            }
            case 1 -> {
                assertEquals(model.moveTo(model.position - 1), result.previous());
                return "previous";
            }
            case 2 -> {
                assertEquals(model.moveTo(1), result.first());
                return "first";
            }
            case 3 -> {
                assertEquals(model.moveTo(model.rows), result.last());
                return "last";
            }
            case 4 -> {
                model.moveTo(0);
                result.beforeFirst();
                return "beforeFirst";
            }
            case 5 -> {
                model.moveTo(Long.MAX_VALUE);
                result.afterLast();
                return "afterLast";
            }
            case 6 -> {
                assertEquals(model.moveTo(by < 0 ? model.rows + 1L + by : by), result.absolute(by));
                return "absolute " + by;
            }
            default -> {
                assertEquals(model.moveTo(model.position + by), result.relative(by));
                return "relative " + by;
            }
        }
    }

    @Test
    void the_extremes_of_int_are_moves_like_others() throws SQLException {
        ResultSet result = scrolling(3);
        assertFalse(result.absolute(Integer.MAX_VALUE));
        assertTrue(result.isAfterLast());
        assertFalse(result.relative(Integer.MIN_VALUE));
        assertTrue(result.isBeforeFirst());
        assertFalse(result.absolute(Integer.MIN_VALUE));
        assertTrue(result.isBeforeFirst());
        assertTrue(result.next());
        assertFalse(result.relative(Integer.MAX_VALUE));
        assertTrue(result.isAfterLast());
    }

    @Test
    void scrolling_reads_no_further_than_it_is_sent() throws SQLException {
        FakeEngine engine = Fakes.numbered(100);
        ResultSet result = Fakes.connect(engine)
                .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)
                .executeQuery("SELECT Name FROM Account");
        assertTrue(result.absolute(10));
        assertEquals(10, engine.streams.get(0).advanced);
        assertTrue(result.absolute(3));
        assertEquals("3", result.getString(1));
        assertEquals(10, engine.streams.get(0).advanced);
    }

    @Test
    void streaming_knows_before_first_first_last_and_after_last() throws SQLException {
        ResultSet result = streaming(2);
        assertTrue(result.isBeforeFirst());
        assertEquals(0, result.getRow());
        assertTrue(result.next());
        assertTrue(result.isFirst());
        assertFalse(result.isLast());
        assertEquals("1", result.getString(1), "the row stays current while the next one is known");
        assertEquals(1, result.getRow());
        assertTrue(result.next());
        assertEquals("2", result.getString(1));
        assertTrue(result.isLast());
        assertEquals("2", result.getString(1));
        assertFalse(result.next());
        assertTrue(result.isAfterLast());
        assertEquals(0, result.getRow());
        assertFalse(result.next(), "and stays at the end");
    }

    @Test
    void an_empty_result_is_neither_before_the_first_row_nor_after_the_last() throws SQLException {
        ResultSet result = streaming(0);
        assertFalse(result.isBeforeFirst());
        assertFalse(result.next());
        assertFalse(result.isAfterLast());
        assertFalse(result.isLast());
    }

    @Test
    void streaming_refuses_to_go_anywhere_but_on() throws SQLException {
        ResultSet result = streaming(2);
        for (SQLException refusal : new SQLException[] {
            assertThrows(SQLException.class, result::previous),
            assertThrows(SQLException.class, result::first),
            assertThrows(SQLException.class, result::last),
            assertThrows(SQLException.class, result::beforeFirst),
            assertThrows(SQLException.class, result::afterLast),
            assertThrows(SQLException.class, () -> result.absolute(1)),
            assertThrows(SQLException.class, () -> result.relative(1))
        }) {
            assertEquals("24000", refusal.getSQLState());
            assertTrue(refusal.getMessage().contains("TYPE_SCROLL_INSENSITIVE"), refusal.getMessage());
        }
        assertTrue(result.next(), "and is none the worse for it");
        assertEquals("1", result.getString(1));
    }

    @Test
    void after_a_failure_rows_are_refused_and_never_left_out() throws SQLException {
        FakeEngine engine = Fakes.numbered(2);
        engine.stuck = true;
        Statement statement = Fakes.connect(engine).createStatement();
        ResultSet result = statement.executeQuery("SELECT Name FROM Account");
        statement.cancel();
        assertEquals("57014", assertThrows(SQLException.class, result::next).getSQLState());
        assertEquals("24000", assertThrows(SQLException.class, result::next).getSQLState());
    }

    @Test
    void children_can_be_read_on_the_row_last_read_only_when_scrolling() throws SQLException {
        ResultSet result = Fakes.connect(Fakes.everyType())
                .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)
                .executeQuery("SELECT a FROM b");
        result.next();
        ResultSet children = result.getObject("CHILD_ROWS", ResultSet.class);
        assertTrue(children.next());
        assertEquals("Khan", children.getString("LastName"));
        result.next();
        assertTrue(children.isClosed());
        assertNull(result.getObject("CHILD_ROWS", ResultSet.class));
        result.previous();
        assertEquals(
                "24000",
                assertThrows(SQLException.class, () -> result.getObject("CHILD_ROWS", ResultSet.class))
                        .getSQLState());
        assertTrue(result.getString("CHILD_ROWS").startsWith("{"));
    }
}
