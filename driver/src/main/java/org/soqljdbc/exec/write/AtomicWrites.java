package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.CompositeApi;
import org.soqljdbc.api.write.CompositeStep;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.chunk.ChunkSender;
import org.soqljdbc.exec.write.chunk.RowVerdict;
import org.soqljdbc.http.CallControl;

/** Writes that wait for commit, to be sent as one request of which all or nothing is written. Thread-safe. */
final class AtomicWrites {

    private final CompositeApi composites;
    private final WriteSession session;
    private final List<CompositeStep> steps = new ArrayList<>();

    AtomicWrites(CompositeApi composites, WriteSession session) {
        this.composites = composites;
        this.session = session;
    }

    /**
     * Keeps records until commit.
     *
     * @throws SQLException 54001 if there are too many now, 0A000 if one cannot travel so; nothing of these is kept then
     */
    synchronized void add(WriteOperation operation, List<WriteRecord> records) throws SQLException {
        if (steps.size() + records.size() > CompositeApi.MOST_NODES) {
            throw SqlErrors.of(
                    SqlState.QUERY_TOO_COMPLEX,
                    "transactions=atomic writes up to " + CompositeApi.MOST_NODES + " records as one; " + steps.size()
                            + " wait for commit, and there are " + records.size()
                            + " or more to add. Nothing was sent");
        }
        if (!records.stream().allMatch(CompositeApi::carries)) {
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "With transactions=atomic a row can hold no bytes, and no text with @{. Nothing was sent");
        }
        for (WriteRecord record : records) {
            steps.add(new CompositeStep(
                    "row" + steps.size(), operation.verb(), resolved(operation, record), operation.key()));
        }
    }

    /** A parent that waits for commit too is not there to be found by its external id: it is named as a step. */
    private WriteRecord resolved(WriteOperation operation, WriteRecord record) {
        List<FieldValue> values = record.values().stream()
                .map(value -> value.value() instanceof WriteValue.ParentKey parent
                        ? pending(operation, parent)
                                .map(step -> FieldValue.of(value.field(), new WriteValue.NewRow(step)))
                                .orElse(value)
                        : value)
                .toList();
        return new WriteRecord(record.object(), record.id(), values);
    }

    private Optional<String> pending(WriteOperation operation, WriteValue.ParentKey parent) {
        Optional<String> object = parent.type()
                .or(() -> operation.object().reference(parent.relationship()).map(AtomicWrites::onlyTarget));
        return steps.stream()
                .filter(step ->
                        object.filter(step.row().object()::equalsIgnoreCase).isPresent())
                .filter(step -> step.row().id().isEmpty())
                .filter(step -> step.row()
                        .value(parent.keyField())
                        .filter(parent.key()::equals)
                        .isPresent())
                .map(CompositeStep::referenceId)
                .findFirst();
    }

    private static String onlyTarget(Field reference) {
        return reference.referenceTo().get(0);
    }

    synchronized void forget() {
        steps.clear();
    }

    /** Sends what waits, if anything does. @throws SQLException as the first refused row says; nothing is written then */
    void send(CallControl control) throws SQLException {
        List<CompositeStep> sent;
        synchronized (this) {
            sent = List.copyOf(steps);
            steps.clear();
        }
        if (sent.isEmpty()) {
            return;
        }
        List<RowResult> results = sendUntilFree(sent, control);
        for (int i = 0; i < sent.size(); i++) {
            requireWritten(i, sent, results.get(i));
        }
        if (!results.stream().allMatch(RowResult::isWritten)) {
            throw SqlErrors.of(SqlState.GENERAL, "The commit was refused without a reason; nothing was written");
        }
    }

    /** Nothing is written of a graph one of whose records another program held, so it is sent again, as rows are. */
    private List<RowResult> sendUntilFree(List<CompositeStep> sent, CallControl control) throws SQLException {
        List<RowResult> results = composites.graph(sent, session.options(), control);
        for (int tries = 1; tries < ChunkSender.MOST_TRIES && isHeldUp(results); tries++) {
            control.pause(ChunkSender.backOff(tries));
            results = composites.graph(sent, session.options(), control);
        }
        return results;
    }

    /** Whether locks are all that was in the way. */
    private static boolean isHeldUp(List<RowResult> results) {
        return results.stream().anyMatch(AtomicWrites::isLocked)
                && results.stream()
                        .allMatch(result -> isLocked(result)
                                || !result.isWritten()
                                        && result.failures().stream()
                                                .allMatch(failure -> RowVerdict.isUndone(failure.code())));
    }

    private static boolean isLocked(RowResult result) {
        return result.failedWith("UNABLE_TO_LOCK_ROW");
    }

    private static void requireWritten(int index, List<CompositeStep> sent, RowResult result) throws SQLException {
        boolean own = result.failures().stream().anyMatch(failure -> !RowVerdict.isUndone(failure.code()));
        if (!result.isWritten() && own) {
            CompositeStep step = sent.get(index);
            throw SqlErrors.ofPart(
                    "Nothing was committed, because of record " + (index + 1) + " of " + sent.size() + " ("
                            + step.verb() + " of " + step.row().object() + ")",
                    SalesforceErrors.ofRow(result.failures()));
        }
    }
}
