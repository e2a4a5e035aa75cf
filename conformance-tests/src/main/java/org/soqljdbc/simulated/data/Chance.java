package org.soqljdbc.simulated.data;

/** Numbers that look like chance but are the same in every run: a pure function of a name and a row. */
final class Chance {

    private Chance() {}

    /** A number from 0 to {@code bound - 1}. */
    static int of(String name, int row, int bound) {
        // The finalizer of SplitMix64: every bit of name and row reaches every bit of the result.
        long z = name.hashCode() * 0x9E3779B97F4A7C15L + row * 0xD1B54A32D192ED03L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (int) Math.floorMod(z ^ z >>> 31, (long) bound);
    }

    /** One of the values. */
    @SafeVarargs
    static <T> T pick(String name, int row, T... values) {
        return values[of(name, row, values.length)];
    }
}
