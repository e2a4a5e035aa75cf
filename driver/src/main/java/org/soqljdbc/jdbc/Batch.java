package org.soqljdbc.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.write.BatchEntry;
import org.soqljdbc.exec.write.EntryOutcome;
import org.soqljdbc.exec.write.GeneratedKey;
import org.soqljdbc.exec.write.PreparedUpdate;
import org.soqljdbc.types.ParameterValue;

/** What is collected for the next executeBatch, in order. */
final class Batch {

    private List<BatchEntry> entries = new ArrayList<>();

    /**
     * Adds one.
     *
     * @throws SQLException 07003 for a statement that gives rows: JDBC allows none in a batch
     */
    void add(Prepared prepared, List<ParameterValue> parameters) throws SQLException {
        if (!(prepared instanceof PreparedUpdate update) || !update.returning().isEmpty()) {
            throw SqlErrors.of(
                    SqlState.QUERY_IN_UPDATE,
                    "A batch takes only statements that give a count, and this one gives rows; it was not added");
        }
        entries.add(new BatchEntry(update, parameters));
    }

    void clear() {
        entries = new ArrayList<>();
    }

    /** All that was added; the batch is empty afterwards, however it ends. */
    List<BatchEntry> take() {
        List<BatchEntry> taken = entries;
        clear();
        return taken;
    }

    /** The keys of all entries, in order. */
    static List<GeneratedKey> keys(List<EntryOutcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.keys().stream()).toList();
    }

    /**
     * The counts of all entries, in order.
     *
     * @throws BatchUpdateException if one failed: it has the counts too, EXECUTE_FAILED for each that failed, and its
     *     next exceptions are those of all failed rows, each naming its entry, from 1
     */
    static long[] counts(List<EntryOutcome> outcomes) throws BatchUpdateException {
        long[] counts = new long[outcomes.size()];
        List<SQLException> failures = new ArrayList<>();
        int failed = 0;
        for (int at = 0; at < counts.length; at++) {
            EntryOutcome outcome = outcomes.get(at);
            counts[at] = outcome.failure().isPresent() ? Statement.EXECUTE_FAILED : outcome.count();
            if (outcome.failure().isPresent()) {
                failed++;
                // An exception may stand for many entries, as where one request of theirs was lost: each gets its own.
                for (SQLException one = outcome.failure().get(); one != null; one = one.getNextException()) {
                    failures.add(SqlErrors.ofPart("Batch entry " + (at + 1) + " of " + counts.length, one));
                }
            }
        }
        if (failed > 0) {
            throw failure(counts, failed, failures);
        }
        return counts;
    }

    private static BatchUpdateException failure(long[] counts, int failed, List<SQLException> failures) {
        SQLException first = failures.get(0);
        BatchUpdateException thrown = new BatchUpdateException(
                failed + " of " + counts.length + " batch entries failed, as getUpdateCounts tells; the first: "
                        + first.getMessage(),
                first.getSQLState(),
                first.getErrorCode(),
                counts,
                first);
        // From the last to the first: setNextException walks to the end of the chain it is given.
        for (int at = failures.size() - 1; at > 0; at--) {
            failures.get(at - 1).setNextException(failures.get(at));
        }
        thrown.setNextException(first);
        return thrown;
    }

    /** The counts as ints; SUCCESS_NO_INFO for one beyond them. */
    static int[] narrow(long[] counts) {
        int[] narrow = new int[counts.length];
        for (int at = 0; at < counts.length; at++) {
            narrow[at] = counts[at] > Integer.MAX_VALUE ? Statement.SUCCESS_NO_INFO : (int) counts[at];
        }
        return narrow;
    }
}
