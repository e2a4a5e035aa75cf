package org.soqljdbc.jdbc.result;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.conversion.BooleanReader;
import org.soqljdbc.types.conversion.Conversion;
import org.soqljdbc.types.conversion.Conversions;
import org.soqljdbc.types.conversion.DoubleReader;
import org.soqljdbc.types.conversion.LongReader;

/** The conversions of one result set: each looked up once, when a column is first read that way, and then kept. */
final class ColumnReaders {

    /** The whole numbers of Java. */
    enum Width {
        BYTE(Byte.MIN_VALUE, Byte.MAX_VALUE),
        SHORT(Short.MIN_VALUE, Short.MAX_VALUE),
        INT(Integer.MIN_VALUE, Integer.MAX_VALUE),
        LONG(Long.MIN_VALUE, Long.MAX_VALUE);

        private final long min;
        private final long max;

        Width(long min, long max) {
            this.min = min;
            this.max = max;
        }
    }

    /** One conversion of a column; a column is rarely read as more than two classes. */
    private record Kept(Class<?> type, Conversion<?> conversion, Kept next) {}

    private final Conversions conversions;
    private final List<Column> columns;
    private final LongReader[][] wholeNumbers;
    private final DoubleReader[] doubles;
    private final DoubleReader[] floats;
    private final BooleanReader[] truths;
    private final Kept[] kept;

    ColumnReaders(Conversions conversions, List<Column> columns) {
        this.conversions = conversions;
        this.columns = columns;
        this.wholeNumbers = new LongReader[Width.values().length][columns.size()];
        this.doubles = new DoubleReader[columns.size()];
        this.floats = new DoubleReader[columns.size()];
        this.truths = new BooleanReader[columns.size()];
        this.kept = new Kept[columns.size()];
    }

    LongReader wholeNumber(int slot, Width width) throws SQLException {
        LongReader[] readers = wholeNumbers[width.ordinal()];
        LongReader reader = readers[slot];
        if (reader == null) {
            reader = conversions.wholeNumber(columns.get(slot), width.min, width.max);
            readers[slot] = reader;
        }
        return reader;
    }

    DoubleReader realNumber(int slot) throws SQLException {
        DoubleReader reader = doubles[slot];
        if (reader == null) {
            reader = conversions.realNumber(columns.get(slot));
            doubles[slot] = reader;
        }
        return reader;
    }

    DoubleReader singlePrecision(int slot) throws SQLException {
        DoubleReader reader = floats[slot];
        if (reader == null) {
            reader = conversions.singlePrecision(columns.get(slot));
            floats[slot] = reader;
        }
        return reader;
    }

    BooleanReader truth(int slot) throws SQLException {
        BooleanReader reader = truths[slot];
        if (reader == null) {
            reader = conversions.truth(columns.get(slot));
            truths[slot] = reader;
        }
        return reader;
    }

    /** @throws SQLException 22018 if the column is never read as this class */
    <T> Conversion<T> conversion(int slot, Class<T> type) throws SQLException {
        for (Kept one = kept[slot]; one != null; one = one.next) {
            if (one.type == type) {
                @SuppressWarnings("unchecked") // kept below, under the class it converts to
                Conversion<T> conversion = (Conversion<T>) one.conversion;
                return conversion;
            }
        }
        Conversion<T> conversion = conversions.resolve(columns.get(slot), type);
        kept[slot] = new Kept(type, conversion, kept[slot]);
        return conversion;
    }
}
