package org.soqljdbc.simulated.data;

/**
 * The value of one field for the row of a number.
 *
 * <p>Values are String (text, Ids), Boolean, Integer, Long, Double (double, currency, percent), LocalDate, Instant,
 * LocalTime, {@link Place}, {@link Address}, {@link Blob} or null.
 */
@FunctionalInterface
public interface Formula {

    /** The value. @param row from 0 */
    Object at(int row);
}
