package org.soqljdbc.types.conversion;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.BlobSource;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/**
 * How the wire value of each Salesforce type becomes a Java value: a table of (type, class). A pair that is not in the
 * table is refused, never guessed.
 *
 * <p>Ask once for each column and keep the answer. One object serves a whole connection; safe for use by many threads.
 * What is not here, because it needs faces of {@code java.sql}, is made by the faces: Blob (from InputStream), Clob,
 * Array (from {@code String[]}), the ResultSet of a child subquery. So BASE64 has no conversion to Object.
 */
public final class Conversions {

    private final Map<SfType, Map<Class<?>, Function<Column, Conversion<?>>>> table;

    /** @param blobs asked for the bytes of base64 fields */
    public Conversions(BlobSource blobs) {
        ConversionTable filled = new ConversionTable();
        TextConversions.addTo(filled, blobs);
        NumberConversions.addTo(filled);
        TemporalConversions.addTo(filled);
        this.table = new EnumMap<>(filled.rows());
    }

    /**
     * The conversion for a column.
     *
     * @param target the class wanted, a primitive one included; Object for the class of {@link SqlType#className}
     * @throws SQLException 22018 if the type is never read as this class
     */
    public <T> Conversion<T> resolve(Column column, Class<T> target) throws SQLException {
        Function<Column, Conversion<?>> maker =
                table.getOrDefault(column.type(), Map.of()).get(boxed(target));
        if (maker == null) {
            throw refused(column, target.getSimpleName());
        }
        @SuppressWarnings("unchecked") // ConversionTable.add pairs the class with a conversion to it.
        Conversion<T> conversion = (Conversion<T>) maker.apply(column);
        return conversion;
    }

    /**
     * Reads whole numbers: getByte, getShort, getInt, getLong. A boolean reads as 1 or 0.
     *
     * @return refuses by 22003 what has a fraction or lies outside min and max, by 22018 text that is no number
     * @throws SQLException 22018 if the type is never read as a number
     */
    public LongReader wholeNumber(Column column, long min, long max) throws SQLException {
        requireNumber(column, "a whole number");
        return NumberConversions.wholeNumber(column, min, max);
    }

    /** Reads getDouble: the nearest double. @throws SQLException 22018 if the type is never read as a number */
    public DoubleReader realNumber(Column column) throws SQLException {
        requireNumber(column, "double");
        return NumberConversions.realNumber(column);
    }

    /** Reads getFloat: as {@link #realNumber}, and refuses by 22003 what exceeds a float. */
    public DoubleReader singlePrecision(Column column) throws SQLException {
        requireNumber(column, "float");
        return NumberConversions.singlePrecision(column);
    }

    /** Reads getBoolean: numbers 1 and 0, and the words of {@code true} and {@code false}. @throws SQLException 22018 */
    public BooleanReader truth(Column column) throws SQLException {
        requireNumber(column, "boolean");
        return NumberConversions.truth(column);
    }

    private static void requireNumber(Column column, String target) throws SQLException {
        if (!NumberConversions.readsAsNumber(column.type())) {
            throw refused(column, target);
        }
    }

    private static SQLException refused(Column column, String target) {
        return SqlErrors.of(
                SqlState.INVALID_CAST,
                "Column " + column.label() + " of type " + ConversionTable.typeOf(column) + " cannot be read as "
                        + target);
    }

    private static Class<?> boxed(Class<?> target) {
        return target.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(target).wrap().returnType()
                : target;
    }
}
