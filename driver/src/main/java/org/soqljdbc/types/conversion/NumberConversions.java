package org.soqljdbc.types.conversion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.NumberText;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;
import org.soqljdbc.types.TruthText;

/** What numbers and booleans become, and how whatever reads as a number or a boolean is read without boxes. */
final class NumberConversions {

    private NumberConversions() {}

    static void addTo(ConversionTable table) {
        List<SfType> decimals = ConversionTable.types(SfType::isDecimal);
        table.addMade(decimals, BigDecimal.class, NumberConversions::decimal)
                .addMade(decimals, Object.class, NumberConversions::decimal)
                .addMade(decimals, String.class, NumberConversions::plainText)
                .add(decimals, BigInteger.class, (row, ordinal, clock) -> NumberText.integer(row.textAt(ordinal)));

        List<SfType> whole = List.of(SfType.INT, SfType.LONG);
        table.add(whole, BigDecimal.class, (row, ordinal, clock) -> BigDecimal.valueOf(row.longAt(ordinal)))
                .add(whole, BigInteger.class, (row, ordinal, clock) -> BigInteger.valueOf(row.longAt(ordinal)))
                .add(whole, String.class, (row, ordinal, clock) -> Long.toString(row.longAt(ordinal)))
                .addMade(List.of(SfType.INT), Object.class, NumberConversions::boxedInt)
                .add(List.of(SfType.LONG), Object.class, (row, ordinal, clock) -> row.longAt(ordinal));

        List<SfType> booleans = List.of(SfType.BOOLEAN);
        table.addSure(booleans, String.class, (row, ordinal, clock) -> Boolean.toString(row.booleanAt(ordinal)))
                .addSure(booleans, Object.class, (row, ordinal, clock) -> row.booleanAt(ordinal))
                .addSure(booleans, BigDecimal.class, (row, ordinal, clock) -> BigDecimal.valueOf(bit(row, ordinal)))
                .addSure(booleans, BigInteger.class, (row, ordinal, clock) -> BigInteger.valueOf(bit(row, ordinal)));
        addBoxed(table, ConversionTable.types(NumberConversions::readsAsNumber));
    }

    /** The boxes of what the readers below read, for {@code getObject(i, Integer.class)}. */
    private static void addBoxed(ConversionTable table, List<SfType> types) {
        table.addMade(types, Boolean.class, column -> {
            BooleanReader reader = truth(column);
            return (row, ordinal, clock) -> reader.read(row, ordinal);
        });
        table.addMade(types, Byte.class, column -> {
            LongReader reader = wholeNumber(column, Byte.MIN_VALUE, Byte.MAX_VALUE);
            return (row, ordinal, clock) -> (byte) reader.read(row, ordinal);
        });
        table.addMade(types, Short.class, column -> {
            LongReader reader = wholeNumber(column, Short.MIN_VALUE, Short.MAX_VALUE);
            return (row, ordinal, clock) -> (short) reader.read(row, ordinal);
        });
        table.addMade(types, Integer.class, NumberConversions::boxedInt);
        table.addMade(types, Long.class, column -> {
            LongReader reader = wholeNumber(column, Long.MIN_VALUE, Long.MAX_VALUE);
            return (row, ordinal, clock) -> reader.read(row, ordinal);
        });
        table.addMade(types, Float.class, column -> {
            DoubleReader reader = singlePrecision(column);
            return (row, ordinal, clock) -> (float) reader.read(row, ordinal);
        });
        table.addMade(types, Double.class, column -> {
            DoubleReader reader = realNumber(column);
            return (row, ordinal, clock) -> reader.read(row, ordinal);
        });
    }

    /** Whether the getters of numbers and booleans take it: numbers, booleans, and text that may spell one. */
    static boolean readsAsNumber(SfType type) {
        return type.isNumber() || type == SfType.BOOLEAN || type.isText() && !type.isJson();
    }

    /** @param column of a type that {@link #readsAsNumber} */
    static LongReader wholeNumber(Column column, long min, long max) {
        LongReader any = anyWholeNumber(column.type());
        return (row, ordinal) -> {
            long value;
            try {
                value = any.read(row, ordinal);
            } catch (SQLDataException unfit) {
                throw ConversionTable.labelled(column, unfit);
            }
            if (value < min || value > max) {
                throw outside(column, value + " is not between " + min + " and " + max);
            }
            return value;
        };
    }

    private static LongReader anyWholeNumber(SfType type) {
        if (type == SfType.BOOLEAN) {
            return NumberConversions::bit;
        }
        return type.isNumber()
                ? (row, ordinal) -> row.longAt(ordinal)
                : (row, ordinal) -> NumberText.wholeNumber(row.textAt(ordinal));
    }

    /** @param column of a type that {@link #readsAsNumber} */
    static DoubleReader realNumber(Column column) {
        DoubleReader any = anyRealNumber(column.type());
        return (row, ordinal) -> {
            try {
                return any.read(row, ordinal);
            } catch (SQLDataException unfit) {
                throw ConversionTable.labelled(column, unfit);
            }
        };
    }

    private static DoubleReader anyRealNumber(SfType type) {
        if (type == SfType.BOOLEAN) {
            return NumberConversions::bit;
        }
        return type.isNumber()
                ? (row, ordinal) -> row.doubleAt(ordinal)
                : (row, ordinal) -> NumberText.realNumber(row.textAt(ordinal));
    }

    /** @param column of a type that {@link #readsAsNumber} */
    static DoubleReader singlePrecision(Column column) {
        DoubleReader any = realNumber(column);
        return (row, ordinal) -> {
            double value = any.read(row, ordinal);
            // Not by comparing with MAX_VALUE: a double just above it still rounds to it.
            if (Float.isInfinite((float) value)) {
                throw outside(column, value + " exceeds a float");
            }
            return value;
        };
    }

    /** @param column of a type that {@link #readsAsNumber} */
    static BooleanReader truth(Column column) {
        if (column.type() == SfType.BOOLEAN) {
            return (row, ordinal) -> row.booleanAt(ordinal);
        }
        boolean number = column.type().isNumber();
        return (row, ordinal) -> {
            try {
                return number ? TruthText.read(row.doubleAt(ordinal)) : TruthText.read(row.textAt(ordinal));
            } catch (SQLDataException unfit) {
                throw ConversionTable.labelled(column, unfit);
            }
        };
    }

    private static Conversion<BigDecimal> decimal(Column column) {
        int scale = column.scale();
        return ConversionTable.labelling(
                column, (row, ordinal, clock) -> NumberText.decimal(row.textAt(ordinal), scale));
    }

    private static Conversion<String> plainText(Column column) {
        Conversion<BigDecimal> exact = decimal(column);
        return (row, ordinal, clock) -> exact.read(row, ordinal, clock).toPlainString();
    }

    private static Conversion<Integer> boxedInt(Column column) {
        LongReader reader = wholeNumber(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return (row, ordinal, clock) -> (int) reader.read(row, ordinal);
    }

    private static int bit(RowValues row, int ordinal) {
        return row.booleanAt(ordinal) ? 1 : 0;
    }

    private static SQLException outside(Column column, String problem) {
        return ConversionTable.labelled(column, SqlState.NUMBER_OUT_OF_RANGE, problem);
    }
}
