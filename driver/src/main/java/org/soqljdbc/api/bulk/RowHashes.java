package org.soqljdbc.api.bulk;

import java.util.Arrays;

/**
 * Finds the row that a result echoes, since the results of a job come in no order (Bulk API 2.0, "Get Job Successful
 * Record Results"). Keeps 64 bits for each row instead of the row; equal rows are told apart by their order only, which
 * makes no difference to what they say.
 */
final class RowHashes {

    static final long START = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;
    private static final int NONE = -1;

    private long[] hashes = new long[1_024];
    private int count;

    private int[] heads = new int[0];
    private int[] nexts = new int[0];
    private int left;
    private int emptyPlaces;

    /** The hash with one more cell; null and empty cells count as equal, whichever way a job echoes them. */
    static long with(long hash, CharSequence cell) {
        long next = hash;
        if (!CsvColumns.NULL.contentEquals(cell)) {
            for (int i = 0; i < cell.length(); i++) {
                next = (next ^ cell.charAt(i)) * PRIME;
            }
        }
        // A character that is none, between cells.
        return (next ^ 0x1_0000) * PRIME;
    }

    void add(long hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        hashes[count++] = hash;
    }

    int size() {
        return count;
    }

    /** Ends adding. */
    void index() {
        int places = Integer.highestOneBit(Math.max(count, 1)) * 2;
        heads = new int[places];
        nexts = new int[count];
        Arrays.fill(heads, NONE);
        for (int row = count - 1; row >= 0; row--) {
            int place = place(hashes[row]);
            nexts[row] = heads[place];
            heads[place] = row;
        }
        left = count;
    }

    /** The first row of that hash that was not taken, from 0, which is then taken; -1 if there is none. */
    int take(long hash) {
        int before = NONE;
        for (int row = heads[place(hash)]; row != NONE; row = nexts[row]) {
            if (hashes[row] == hash) {
                unlink(place(hash), before, row);
                return row;
            }
            before = row;
        }
        return NONE;
    }

    /** Takes any row; -1 if none is left. */
    int takeAny() {
        for (; left > 0; emptyPlaces++) {
            int row = heads[emptyPlaces];
            if (row != NONE) {
                unlink(emptyPlaces, NONE, row);
                return row;
            }
        }
        return NONE;
    }

    /** Rows not taken. */
    int left() {
        return left;
    }

    private void unlink(int place, int before, int row) {
        if (before == NONE) {
            heads[place] = nexts[row];
        } else {
            nexts[before] = nexts[row];
        }
        left--;
    }

    private int place(long hash) {
        return (int) (hash ^ hash >>> 32) & heads.length - 1;
    }
}
