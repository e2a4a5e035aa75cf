package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.runtime.Bindable;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** The rows of a plan as it makes them, in the spelling of the wire. The plan begins with the first row asked for. */
final class LocalRows implements RowStream {

    // LocalTime.toString leaves out seconds that are zero.
    private static final DateTimeFormatter WIRE_TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'", Locale.ROOT);

    private static final long NANOS_OF_MILLI = 1_000_000L;

    private final List<Column> columns;
    private final Bindable<?> plan;
    private final LocalRun run;
    private final Failures failures;
    private Enumerator<?> rows;
    private ListRows current;
    private volatile boolean closed;

    LocalRows(List<Column> columns, Bindable<?> plan, LocalRun run, Failures failures) {
        this.columns = columns;
        this.plan = plan;
        this.run = run;
        this.failures = failures;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean advance() throws SQLException {
        if (closed) {
            return false;
        }
        try {
            if (rows == null) {
                rows = plan.bind(run).enumerator();
            }
            run.requireNotCancelled();
            if (!rows.moveNext()) {
                close();
                return false;
            }
            current = new ListRows(columns, List.<Object[]>of(wire(rows.current())));
            return current.advance();
        } catch (RuntimeException | StackOverflowError | AssertionError | ExceptionInInitializerError failed) {
            run.close();
            throw failures.ofRunning(failed);
        }
    }

    private Object[] wire(Object row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = row instanceof Object[] several ? several[i] : row;
            values[i] = value == null ? null : wire(columns.get(i), value);
        }
        return values;
    }

    private static Object wire(Column column, Object value) throws SQLException {
        return switch (column.type().sqlType()) {
            case DATE -> LocalDate.ofEpochDay(((Number) value).longValue()).toString();
            case TIME -> WIRE_TIME.format(LocalTime.ofNanoOfDay(((Number) value).longValue() * NANOS_OF_MILLI));
            case TIMESTAMP -> Instant.ofEpochMilli(((Number) value).longValue()).toString();
            case DECIMAL -> decimal(value);
            default -> value instanceof Number || value instanceof Boolean ? value : value.toString();
        };
    }

    private static Object decimal(Object value) throws SQLException {
        try {
            return value instanceof BigDecimal ? value : new BigDecimal(value.toString());
        } catch (NumberFormatException infinite) {
            throw SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, value + " is no number of SQL", infinite);
        }
    }

    @Override
    public RowValues keep() throws SQLException {
        return current.keep();
    }

    @Override
    public boolean isNull(int ordinal) {
        return current.isNull(ordinal);
    }

    @Override
    public CharSequence textAt(int ordinal) throws SQLException {
        return current.textAt(ordinal);
    }

    @Override
    public boolean booleanAt(int ordinal) {
        return current.booleanAt(ordinal);
    }

    @Override
    public long longAt(int ordinal) throws SQLException {
        return current.longAt(ordinal);
    }

    @Override
    public double doubleAt(int ordinal) throws SQLException {
        return current.doubleAt(ordinal);
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        return current.nestedAt(ordinal);
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        run.close();
    }
}
