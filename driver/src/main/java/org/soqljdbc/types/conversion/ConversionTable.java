package org.soqljdbc.types.conversion;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** Collects the conversions, each of (type, class) once, and makes their errors name the column. */
final class ConversionTable {

    private final Map<SfType, Map<Class<?>, Function<Column, Conversion<?>>>> rows = new EnumMap<>(SfType.class);

    /** Adds a conversion that accepts every value. */
    <T> ConversionTable addSure(Collection<SfType> from, Class<T> to, Conversion<T> conversion) {
        return addMade(from, to, column -> conversion);
    }

    /** Adds a conversion that may refuse a value; the error then names the column. */
    <T> ConversionTable add(Collection<SfType> from, Class<T> to, Conversion<T> conversion) {
        return addMade(from, to, column -> labelling(column, conversion));
    }

    /** Adds a conversion that depends on the column. */
    <T> ConversionTable addMade(Collection<SfType> from, Class<T> to, Function<Column, Conversion<?>> maker) {
        for (SfType type : from) {
            if (rows.computeIfAbsent(type, any -> new HashMap<>()).put(to, maker) != null) {
                throw new IllegalStateException(type + " to " + to + " is defined twice");
            }
        }
        return this;
    }

    Map<SfType, Map<Class<?>, Function<Column, Conversion<?>>>> rows() {
        return rows;
    }

    /** The types of which the test holds. */
    static List<SfType> types(Predicate<SfType> test) {
        return Stream.of(SfType.values()).filter(test).toList();
    }

    static <T> Conversion<T> labelling(Column column, Conversion<T> conversion) {
        return (row, ordinal, clock) -> {
            try {
                return conversion.read(row, ordinal, clock);
            } catch (SQLDataException unfit) {
                throw labelled(column, unfit);
            }
        };
    }

    static SQLException labelled(Column column, SQLDataException unfit) {
        return SqlErrors.about(named(column), unfit);
    }

    static SQLException labelled(Column column, SqlState state, String problem) {
        return SqlErrors.of(state, named(column) + ": " + problem);
    }

    private static String named(Column column) {
        return "Column " + column.label() + " of type " + typeOf(column);
    }

    static String typeOf(Column column) {
        return column.type() == SfType.CHILD_ROWS ? "child rows" : column.type().describeName();
    }
}
