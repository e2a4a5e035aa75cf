package org.soqljdbc.exec.write;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.WallClock;
import org.soqljdbc.types.conversion.Conversion;
import org.soqljdbc.types.conversion.Conversions;

/** Reads the values of a query's rows as a caller would set them for a write. */
final class RowReader {

    private final List<Conversion<?>> conversions;
    private final WallClock clock;
    private final ZoneId zone;

    /** @throws SQLException 22018 for a column that holds no value, such as a child subquery */
    RowReader(List<Column> columns, Conversions table, ZoneId zone) throws SQLException {
        this.conversions = new ArrayList<>(columns.size());
        for (Column column : columns) {
            conversions.add(table.resolve(column, classOf(column)));
        }
        this.clock = WallClock.in(zone);
        this.zone = zone;
    }

    private static Class<?> classOf(Column column) {
        return switch (column.sqlType()) {
            case BOOLEAN -> Boolean.class;
            case SMALLINT, INTEGER, BIGINT, DECIMAL -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalTime.class;
            case TIMESTAMP -> Instant.class;
            case BLOB -> byte[].class;
            case VARCHAR, LONGVARCHAR, OTHER -> String.class;
        };
    }

    List<ParameterValue> read(RowValues row) throws SQLException {
        List<ParameterValue> values = new ArrayList<>(conversions.size());
        for (int ordinal = 0; ordinal < conversions.size(); ordinal++) {
            Object value = row.isNull(ordinal) ? null : conversions.get(ordinal).read(row, ordinal, clock);
            values.add(new ParameterValue(value, zone));
        }
        return values;
    }
}
