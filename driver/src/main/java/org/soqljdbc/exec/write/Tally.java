package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.exec.write.chunk.RowVerdict;
import org.soqljdbc.exec.write.chunk.SentRows;

/** Counts what became of the rows of one statement, and says it in one exception where not all is well. */
final class Tally {

    /** So many refused rows are told one by one. */
    private static final int MOST_TOLD = 200;

    /** A row that was refused. @param number from 1 */
    private record Refused(long number, SQLException why) {}

    private final WriteOperation operation;
    private final Optional<Long> total;
    private final List<GeneratedKey> keys = new ArrayList<>();
    private final boolean keysWanted;
    private final List<Refused> refusals = new ArrayList<>();
    private Optional<SQLException> broken = Optional.empty();
    private long seen;
    private long written;
    private long notThere;
    private long refused;
    private long undone;
    private long notSent;
    private long unknown;

    /** @param total of rows to write; empty while they are still being read */
    Tally(WriteOperation operation, Optional<Long> total, boolean keysWanted) {
        this.operation = operation;
        this.total = total;
        this.keysWanted = keysWanted && operation.hasKeys();
    }

    void add(List<WriteRecord> records, SentRows sent) {
        for (int i = 0; i < records.size(); i++) {
            add(seen + 1, records.get(i), sent.results().get(i));
        }
        if (broken.isEmpty()) {
            broken = sent.broken();
        }
    }

    /** @param number of the row, from 1 */
    void add(long number, WriteRecord record, RowResult result) {
        seen++;
        switch (RowVerdict.of(operation, record, result)) {
            case WRITTEN -> {
                written++;
                if (keysWanted) {
                    keys.add(new GeneratedKey(result.id().orElse(null), result.created()));
                }
            }
            case NOT_THERE -> notThere++;
            case REFUSED, LOCKED -> {
                refused++;
                if (refusals.size() < MOST_TOLD) {
                    refusals.add(new Refused(number, SalesforceErrors.ofRow(result.failures())));
                }
            }
            case UNDONE -> undone++;
            case NOT_SENT -> notSent++;
            case UNKNOWN -> unknown++;
        }
    }

    /** Rows that came to nothing because reading them failed. */
    void broke(SQLException cause) {
        if (broken.isEmpty()) {
            broken = Optional.of(cause);
        }
    }

    long written() {
        return written;
    }

    /** Rows added so far, whatever became of them. */
    long seen() {
        return seen;
    }

    WriteProgress progress() {
        return new WriteProgress(
                operation.object().name(), operation.verbText(), written, refused + undone, total, Optional.empty());
    }

    List<GeneratedKey> keys() {
        return keys;
    }

    /** Whether a row was not written that should have been. */
    boolean hasFailed() {
        return refused + undone + unknown + notSent > 0 || broken.isPresent();
    }

    /** Whether nothing more can be sent: the call did not come to its end. */
    boolean isBroken() {
        return broken.isPresent();
    }

    /**
     * What is wrong, with what became of all rows.
     *
     * @return of the class and SQLState of what went wrong first; further refused rows are chained
     */
    SQLException failure() {
        boolean single = total.filter(rows -> rows == 1).isPresent();
        if (single && broken.isPresent()) {
            return broken.get();
        }
        if (single && refusals.size() == 1) {
            return refusals.get(0).why();
        }
        SQLException first = broken.isPresent() ? broken.get() : refusals.get(0).why();
        String where = broken.isPresent() ? "" : "Row " + refusals.get(0).number() + ": ";
        SQLException told = SqlErrors.retold(first, where + first.getMessage() + ". " + account());
        refusals.stream().skip(broken.isPresent() ? 0 : 1).forEach(row -> {
            SQLException why = row.why();
            told.setNextException(SqlErrors.retold(why, "Row " + row.number() + ": " + why.getMessage()));
        });
        return told;
    }

    /** Where each row stands. */
    private String account() {
        StringBuilder account = new StringBuilder("Rows written: ").append(written);
        add(account, refused, "refused");
        add(account, undone, "undone with them");
        add(account, notThere, "not there");
        add(account, unknown, "unknown whether written");
        long open = total.map(rows -> rows - seen).orElse(0L) + notSent;
        add(account, open, "not sent");
        if (total.isEmpty()) {
            account.append("; those after row ").append(seen).append(" were not sent");
        }
        return account.toString();
    }

    private static void add(StringBuilder account, long rows, String what) {
        if (rows > 0) {
            account.append(", ").append(what).append(": ").append(rows);
        }
    }

    /** 08007 in the chain of a failure means that some rows may have been written. */
    boolean leavesUnknown() {
        return unknown > 0 || broken.filter(SqlErrors::leavesUnknown).isPresent();
    }
}
