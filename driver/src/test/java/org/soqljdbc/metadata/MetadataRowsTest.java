package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.soqljdbc.types.Column.bool;
import static org.soqljdbc.types.Column.integer;
import static org.soqljdbc.types.Column.text;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shape;
import org.soqljdbc.rows.RowStream;

class MetadataRowsTest {

    private static final Shape SHAPE = Shape.of(text("NAME"), integer("NUMBER"), bool("FLAG"));

    @Test
    void a_column_not_named_is_null() throws SQLException {
        MetadataRows rows = new MetadataRows(SHAPE);
        rows.add().with("NUMBER", 1).with("NAME", Optional.empty());
        RowStream stream = rows.open();
        assertTrue(stream.advance());
        assertTrue(stream.isNull(0));
        assertFalse(stream.isNull(1));
        assertTrue(stream.isNull(2));
        assertFalse(stream.advance());
    }

    @Test
    void a_column_the_shape_does_not_have_fails_at_once() {
        MetadataRows.Row row = new MetadataRows(SHAPE).add();
        assertEquals(
                "no column NAMES",
                assertThrows(IllegalArgumentException.class, () -> row.with("NAMES", "x"))
                        .getMessage());
    }

    @Test
    void a_shape_names_each_column_once() {
        assertThrows(IllegalStateException.class, () -> Shape.of(text("NAME"), integer("NAME")));
    }

    @Test
    void rows_are_ordered_by_number_and_not_by_digits_with_nulls_first() throws SQLException {
        MetadataRows rows = new MetadataRows(SHAPE);
        rows.add().with("NAME", "b").with("NUMBER", 10).with("FLAG", true);
        rows.add().with("NAME", "b").with("NUMBER", 9).with("FLAG", true);
        rows.add().with("NAME", "a").with("NUMBER", 1).with("FLAG", true);
        rows.add().with("NAME", "z").with("FLAG", false);
        rows.add().with("NUMBER", 7).with("FLAG", true);
        assertEquals(
                List.of("z/null/false", "null/7/true", "a/1/true", "b/9/true", "b/10/true"),
                Told.rows(rows.sortedBy("FLAG", "NAME", "NUMBER").open(), "NAME", "NUMBER", "FLAG"));
    }
}
