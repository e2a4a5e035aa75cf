package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the driver told of the rows of one write.
 *
 * @param verdicts of each row, where it was told of each; else none
 * @param written rows said to be written
 * @param unknown rows of which it is said to be unknown
 * @param keys generated keys of rows said to be written, where they were asked for
 * @param failure what was thrown; null where nothing was
 */
record Told(List<Verdict> verdicts, long written, long unknown, List<String> keys, SQLException failure) {

    enum Verdict {
        WRITTEN,
        FAILED,
        UNKNOWN
    }

    private static final Pattern WRITTEN = Pattern.compile("Rows written(?: by earlier branches)?: (\\d+)");
    private static final Pattern UNKNOWN = Pattern.compile("unknown whether written: (\\d+)");
    private static final Pattern ENTRY = Pattern.compile("Batch entry (\\d+) of (\\d+)");

    static Told count(long written) {
        return count(written, List.of());
    }

    static Told count(long written, List<String> keys) {
        return new Told(List.of(), written, 0, keys, null);
    }

    static Told counts(int[] counts) {
        List<Verdict> each = Arrays.stream(counts)
                .mapToObj(count -> count > 0 ? Verdict.WRITTEN : Verdict.FAILED)
                .toList();
        return new Told(each, Arrays.stream(counts).sum(), 0, List.of(), null);
    }

    /** @param rows that were to be written */
    static Told failure(SQLException failure, int rows) {
        if (failure instanceof BatchUpdateException batch) {
            return batch(batch);
        }
        Matcher unknown = UNKNOWN.matcher(failure.getMessage());
        long open = unknown.find() ? Long.parseLong(unknown.group(1)) : leavesUnknown(failure) ? rows : 0;
        long written = WRITTEN.matcher(failure.getMessage())
                .results()
                .mapToLong(told -> Long.parseLong(told.group(1)))
                .sum();
        return new Told(List.of(), written, Math.min(open, rows - written), List.of(), failure);
    }

    private static Told batch(BatchUpdateException failure) {
        int[] counts = failure.getUpdateCounts();
        Verdict[] verdicts = new Verdict[counts.length];
        for (int entry = 0; entry < counts.length; entry++) {
            verdicts[entry] = counts[entry] == Statement.EXECUTE_FAILED ? null : Verdict.WRITTEN;
        }
        Set<Integer> told = new HashSet<>();
        for (SQLException each = failure.getNextException(); each != null; each = each.getNextException()) {
            Matcher entry = ENTRY.matcher(each.getMessage());
            if (entry.find()) {
                int index = Integer.parseInt(entry.group(1)) - 1;
                assertTrue(told.add(index), () -> "entry " + index + " is told twice");
                assertTrue(verdicts[index] == null, () -> "entry " + index + " has a count and an exception");
                boolean open = "08007".equals(each.getSQLState()) || chains08007To(each, index);
                verdicts[index] = open ? Verdict.UNKNOWN : Verdict.FAILED;
            }
        }
        for (int entry = 0; entry < verdicts.length; entry++) {
            int index = entry;
            assertTrue(verdicts[entry] != null, () -> "nothing is told of entry " + index);
        }
        List<Verdict> all = List.of(verdicts);
        return new Told(all, count(all, Verdict.WRITTEN), count(all, Verdict.UNKNOWN), List.of(), failure);
    }

    /** 57014 of an entry, followed by its 08007, which names no entry. */
    private static boolean chains08007To(SQLException each, int index) {
        SQLException next = each.getNextException();
        return next != null
                && "08007".equals(next.getSQLState())
                && !ENTRY.matcher(next.getMessage()).find();
    }

    private static long count(List<Verdict> verdicts, Verdict which) {
        return verdicts.stream().filter(which::equals).count();
    }

    static boolean leavesUnknown(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if ("08007".equals(each.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    boolean isUnknown() {
        return unknown > 0;
    }

    /** Compares with the org. @param effects how often each row took effect there */
    void requireTrue(int[] effects) {
        for (int row = 0; row < effects.length; row++) {
            int number = row;
            assertTrue(effects[row] <= 1, () -> "row " + number + " is there " + effects[number] + " times");
            if (!verdicts.isEmpty() && verdicts.get(row) != Verdict.UNKNOWN) {
                int expected = verdicts.get(row) == Verdict.WRITTEN ? 1 : 0;
                assertEquals(expected, effects[row], () -> "row " + number + " is told as " + verdicts.get(number));
            }
        }
        int there = Arrays.stream(effects).sum();
        assertTrue(
                written <= there && there <= written + unknown,
                () -> there + " rows took effect, told: written " + written + ", unknown " + unknown + ", " + failure);
    }

    /** For the table: what a person reads first. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("written ").append(written);
        if (unknown > 0) {
            text.append(", unknown ").append(unknown);
        }
        if (failure != null) {
            SQLException first = failure instanceof BatchUpdateException ? failure.getNextException() : failure;
            text.append(", ").append(first.getSQLState());
        }
        return text.toString();
    }
}
