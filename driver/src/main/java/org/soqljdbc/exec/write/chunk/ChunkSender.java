package org.soqljdbc.exec.write.chunk;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.CallControl;

/**
 * Sends the rows of one call, and again those of them that Salesforce surely did not write for a reason that passes: rows
 * that another program held, and the rest of an all-or-none call that was undone because a record to update is gone.
 */
public final class ChunkSender implements ChunkWriter {

    /** How often rows are sent that another program held. */
    /** How often rows are sent at most while other programs hold them. */
    public static final int MOST_TRIES = 5;

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);

    private final RowCalls calls;

    public ChunkSender(RowCalls calls) {
        this.calls = calls;
    }

    /** One call. */
    public interface Call {
        List<RowResult> send(List<WriteRecord> records) throws SQLException;
    }

    /** @param records 1 to 200 of one operation, none twice */
    @Override
    public SentRows send(
            WriteOperation operation, List<WriteRecord> records, WriteOptions options, CallControl control) {
        return send(records, operation, options, control, some -> calls.send(operation, some, options, control));
    }

    /** @param call by which the records, or those of them that are sent again, are written */
    public SentRows send(
            List<WriteRecord> records, WriteOperation operation, WriteOptions options, CallControl control, Call call) {
        RowResult[] results = new RowResult[records.size()];
        List<Integer> pending = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            results[i] = RowResult.notSent(records.get(i).id());
            pending.add(i);
        }
        int locks = 0;
        while (!pending.isEmpty()) {
            try {
                if (locks > 0) {
                    control.pause(backOff(locks));
                }
                List<WriteRecord> sent = pending.stream().map(records::get).toList();
                List<RowResult> answered = call.send(sent);
                for (int i = 0; i < answered.size(); i++) {
                    results[pending.get(i)] = answered.get(i);
                }
            } catch (SQLException broken) {
                boolean unknown = SqlErrors.leavesUnknown(broken);
                for (int i : pending) {
                    Optional<String> id = records.get(i).id();
                    results[i] = unknown ? RowResult.unknown(id) : RowResult.notSent(id);
                }
                return new SentRows(List.of(results), Optional.of(broken));
            }
            Again again = again(operation, records, results, pending, options.allOrNone());
            if (!again.rows().stream().map(records::get).allMatch(ChunkSender::canBeSentAgain)) {
                break;
            }
            locks += again.afterLock() ? 1 : 0;
            pending = locks < MOST_TRIES ? again.rows() : List.of();
        }
        return new SentRows(List.of(results), Optional.empty());
    }

    /** Which rows to send again. @param afterLock whether because of a lock, which takes time to go */
    private record Again(List<Integer> rows, boolean afterLock) {}

    private static Again again(
            WriteOperation operation,
            List<WriteRecord> records,
            RowResult[] results,
            List<Integer> sent,
            boolean allOrNone) {
        List<Integer> locked = new ArrayList<>();
        List<Integer> undone = new ArrayList<>();
        boolean refused = false;
        boolean gone = false;
        for (int i : sent) {
            switch (RowVerdict.of(operation, records.get(i), results[i])) {
                case LOCKED -> locked.add(i);
                case UNDONE -> undone.add(i);
                case REFUSED -> refused = true;
                case NOT_THERE -> gone = true;
                default -> {
                    // Nothing to repeat.
                }
            }
        }
        boolean afterLock = !locked.isEmpty();
        if (!allOrNone) {
            return new Again(locked, afterLock);
        }
        if (refused || !gone && !afterLock) {
            return new Again(List.of(), false);
        }
        List<Integer> rows = new ArrayList<>(locked);
        rows.addAll(undone);
        rows.sort(null);
        return new Again(rows, afterLock);
    }

    /** A stream has been read by then. */
    private static boolean canBeSentAgain(WriteRecord record) {
        return record.values().stream()
                .allMatch(value -> !(value.value() instanceof WriteValue.Bytes file)
                        || file.bytes().canBeReadAgain());
    }

    /** How long to wait for a lock to go. @param tries so far, from 1 */
    public static Duration backOff(int tries) {
        long whole = FIRST_WAIT.toMillis() << (tries - 1);
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }
}
