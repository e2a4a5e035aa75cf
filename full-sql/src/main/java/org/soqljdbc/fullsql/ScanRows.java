package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.apache.calcite.linq4j.Enumerator;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.NumberText;
import org.soqljdbc.types.WallClock;
import org.soqljdbc.types.conversion.Conversion;
import org.soqljdbc.types.conversion.Conversions;

/** Turns the rows of a query into what plans work on: days since 1970, milliseconds, text, numbers. */
final class ScanRows implements Enumerator<Object> {

    private static final long NANOS_OF_MILLI = 1_000_000L;
    private static final WallClock UTC = WallClock.in(ZoneOffset.UTC);
    private static final Conversions CONVERSIONS = new Conversions(path -> {
        throw new IllegalStateException("The bytes of " + path + " are read from results only");
    });

    /** Reads one column of the current row, which is not null there. */
    interface Reader {
        Object read(RowStream rows, int ordinal) throws SQLException;

        /** Null where there is none. */
        default Object valueOf(RowStream rows, int ordinal) throws SQLException {
            return rows.isNull(ordinal) ? null : read(rows, ordinal);
        }
    }

    private final LocalRun run;
    private final Iterator<SoqlQuery> queries;
    private final ScanSource source;
    private RowStream rows;
    private Reader[] readers;
    private Object current;

    /** @param queries asked one after the other */
    ScanRows(ScanSource source, Iterator<SoqlQuery> queries, LocalRun run) {
        this.source = source;
        this.queries = queries;
        this.run = run;
        this.readers = source.readers();
    }

    static Reader reader(Column column) throws SQLException {
        return switch (column.sqlType()) {
            case BOOLEAN -> RowStream::booleanAt;
            case SMALLINT, INTEGER -> (rows, ordinal) -> (int) rows.longAt(ordinal);
            case BIGINT -> RowStream::longAt;
            case DECIMAL -> (rows, ordinal) -> NumberText.decimal(rows.textAt(ordinal), column.scale());
            case DATE -> {
                Conversion<LocalDate> day = CONVERSIONS.resolve(column, LocalDate.class);
                yield (rows, ordinal) -> (int) day.read(rows, ordinal, UTC).toEpochDay();
            }
            case TIME -> {
                Conversion<LocalTime> time = CONVERSIONS.resolve(column, LocalTime.class);
                yield (rows, ordinal) -> (int) (time.read(rows, ordinal, UTC).toNanoOfDay() / NANOS_OF_MILLI);
            }
            case TIMESTAMP -> {
                Conversion<Instant> instant = CONVERSIONS.resolve(column, Instant.class);
                yield (rows, ordinal) -> instant.read(rows, ordinal, UTC).toEpochMilli();
            }
            default -> (rows, ordinal) -> rows.textAt(ordinal).toString();
        };
    }

    /** What the org counted: a whole number, however it spells it. */
    static Reader count() {
        return (rows, ordinal) -> NumberText.decimal(rows.textAt(ordinal), 0).longValue();
    }

    /** One for a row that has a value, to be added up where the org could not count. */
    static Reader one() {
        return (rows, ordinal) -> 1L;
    }

    @Override
    public boolean moveNext() {
        try {
            while (true) {
                run.requireNotCancelled();
                if (rows != null && rows.advance()) {
                    // Calcite has a row of one column as the value itself.
                    current = readers.length == 1 ? value(0) : row();
                    return true;
                }
                close();
                if (!queries.hasNext()) {
                    return false;
                }
                open(queries.next());
            }
        } catch (SQLException refused) {
            throw new Carried(refused);
        }
    }

    private void open(SoqlQuery query) {
        try {
            readers = source.readers();
            rows = run.scan(query);
        } catch (Carried refused) {
            if (!source.canAskForRows(refused.carried())) {
                throw refused;
            }
            readers = source.rowReaders();
            rows = run.scan(source.rowsInsteadOfGroups(query));
        }
    }

    private Object[] row() throws SQLException {
        Object[] row = new Object[readers.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(i);
        }
        return row;
    }

    private Object value(int column) throws SQLException {
        return readers[column].valueOf(rows, column);
    }

    @Override
    public Object current() {
        return current;
    }

    @Override
    public void reset() {
        throw new IllegalStateException("The rows of a query are read once");
    }

    @Override
    public void close() {
        if (rows != null) {
            RowStream ended = rows;
            rows = null;
            run.close(ended);
        }
    }
}
