package org.soqljdbc.jdbc.value;

import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.jdbc.argument.Arguments;

/** Checks the positions, from 1, and lengths that callers of Blob, Clob and Array give. */
final class Ranges {

    private Ranges() {}

    /** @return from 0, at most {@code size}. @throws SQLException 22023 if position is less than 1 or length less than 0 */
    static int start(long position, long length, int size) throws SQLException {
        Arguments.notNegative(length, "The length");
        if (position < 1) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE, "Positions are counted from 1; " + position + " is none");
        }
        return (int) Math.min(position - 1, size);
    }

    /** The end of what is there to be read, from 0, exclusive. */
    static int end(int start, long length, int size) {
        return (int) Math.min(start + length, size);
    }

    /** @throws SQLException 22023 if the range is not inside */
    static void requireInside(long position, long length, int size) throws SQLException {
        if (position < 1 || length < 0 || position - 1 > size - length) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    length + " from position " + position + " is not inside the length, " + size);
        }
    }

    /** @throws SQLException 22023 if the part of the caller's own value is not inside it */
    static void requirePart(int offset, int length, int size) throws SQLException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    length + " from offset " + offset + " is not inside the length, " + size);
        }
    }

    /** Where to write, from 0: inside or at the end. @throws SQLException 22023 beyond */
    static int writeStart(long position, int size) throws SQLException {
        if (position < 1 || position > size + 1L) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "Writing begins at positions 1 to " + (size + 1L) + ", not at " + position);
        }
        return (int) position - 1;
    }

    /** @throws SQLException 22001 if it exceeds what memory can address */
    static int writeEnd(int start, int length) throws SQLException {
        if (start > Integer.MAX_VALUE - 8 - length) {
            throw SqlErrors.of(SqlState.STRING_TOO_LONG, "The value would exceed 2 GB");
        }
        return start + length;
    }

    static SQLException freed(String what) {
        return SqlErrors.of(SqlState.OBJECT_NOT_IN_STATE, "The " + what + " was freed");
    }
}
