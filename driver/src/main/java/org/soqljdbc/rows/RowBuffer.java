package org.soqljdbc.rows;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.soqljdbc.types.NumberText;
import org.soqljdbc.types.RowValues;

/**
 * One row's values as characters, all in one array that is used again for the next row. Not thread-safe.
 *
 * <p>{@link #textAt} gives a view that the next call of it moves.
 */
public final class RowBuffer implements RowValues {

    private static final int NULL = -1;

    private final Slice slice = new Slice();
    private final int[] starts;
    private final int[] lengths;
    private char[] chars;
    private int used;

    public RowBuffer(int slots) {
        this.starts = new int[slots];
        this.lengths = new int[slots];
        this.chars = new char[Math.max(64, slots * 24)];
        Arrays.fill(lengths, NULL);
    }

    /** Forgets the row: every slot is null. */
    public void clear() {
        used = 0;
        Arrays.fill(lengths, NULL);
    }

    /** Sets a slot. The characters are copied. */
    public void set(int slot, char[] source, int offset, int length) {
        if (length > chars.length - used) {
            grow(length);
        }
        System.arraycopy(source, offset, chars, used, length);
        starts[slot] = used;
        lengths[slot] = length;
        used += length;
    }

    /** Sets a slot. */
    public void set(int slot, String text) {
        int length = text.length();
        if (length > chars.length - used) {
            grow(length);
        }
        text.getChars(0, length, chars, used);
        starts[slot] = used;
        lengths[slot] = length;
        used += length;
    }

    private void grow(int more) {
        chars = Arrays.copyOf(chars, Math.max(chars.length * 2, Math.addExact(used, more)));
    }

    @Override
    public boolean isNull(int ordinal) {
        return lengths[ordinal] == NULL;
    }

    @Override
    public CharSequence textAt(int ordinal) {
        return slice.over(chars, starts[ordinal], lengths[ordinal]);
    }

    @Override
    public boolean booleanAt(int ordinal) {
        // Only true begins so. A comparison of one character, since this is asked for each row.
        return lengths[ordinal] > 0 && chars[starts[ordinal]] == 't';
    }

    @Override
    public long longAt(int ordinal) throws SQLException {
        int at = starts[ordinal];
        int end = at + lengths[ordinal];
        boolean negative = at < end && chars[at] == '-';
        at += negative ? 1 : 0;
        if (at == end || end - at > 18) {
            return NumberText.wholeNumber(textAt(ordinal));
        }
        long value = 0;
        for (; at < end; at++) {
            int digit = chars[at] - '0';
            if (digit < 0 || digit > 9) {
                return NumberText.wholeNumber(textAt(ordinal));
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    /** A copy that stays as it is, as small as the row is. */
    public RowValues keep() {
        int[] ends = new int[lengths.length];
        StringBuilder text = new StringBuilder(used);
        for (int slot = 0; slot < lengths.length; slot++) {
            if (lengths[slot] > 0) {
                text.append(chars, starts[slot], lengths[slot]);
            }
            // A null ends before it begins, by one, as no text does.
            ends[slot] = lengths[slot] == NULL ? ~text.length() : text.length();
        }
        return new KeptRow(text.toString(), ends);
    }

    /** Part of an array as a CharSequence, without a copy. */
    private static final class Slice implements CharSequence {

        private char[] source = {};
        private int offset;
        private int length;

        Slice over(char[] chars, int from, int count) {
            source = chars;
            offset = from;
            length = Math.max(0, count);
            return this;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            return source[offset + Objects.checkIndex(index, length)];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().substring(start, end);
        }

        @Override
        public String toString() {
            return new String(source, offset, length);
        }
    }
}
