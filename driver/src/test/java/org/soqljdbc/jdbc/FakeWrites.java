package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.BatchEntry;
import org.soqljdbc.exec.write.EntryOutcome;
import org.soqljdbc.exec.write.GeneratedKey;
import org.soqljdbc.exec.write.PreparedUpdate;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.exec.write.UpdateOutcome;
import org.soqljdbc.exec.write.WriteProgress;
import org.soqljdbc.exec.write.WriteUnit;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/** Writes that change nothing, are remembered, and fail where they are told to. */
final class FakeWrites implements WriteUnit {

    /** The text of each write that was run, in order, entries of batches too. */
    final List<String> texts = new ArrayList<>();

    final List<List<ParameterValue>> parameters = new ArrayList<>();
    final List<UpdateOptions> options = new ArrayList<>();
    /** What was asked of the unit: {@code manual true}, {@code commit}, {@code rollback}. */
    final List<String> unit = new ArrayList<>();
    /** Thrown for the write that has this number among those run, from 0. */
    final Map<Integer, SQLException> failures = new HashMap<>();
    /** Rows each write says it wrote. */
    long count = 1;
    /** The first value of RETURNING's one row. */
    Object returned = "001000000000001AAA";

    SQLException rollbackFailure;
    private final FakeEngine engine;

    FakeWrites(FakeEngine engine) {
        this.engine = engine;
    }

    static boolean isWrite(String text) {
        return text.strip().toUpperCase(Locale.ROOT).matches("(?s)(INSERT|UPDATE|UPSERT|DELETE)\\b.*");
    }

    PreparedUpdate prepare(String text) {
        return new Write(text);
    }

    List<EntryOutcome> runBatch(List<BatchEntry> entries, UpdateOptions given) throws SQLException {
        List<EntryOutcome> outcomes = new ArrayList<>();
        for (BatchEntry entry : entries) {
            try {
                UpdateOutcome outcome = entry.statement().run(entry.parameters(), given, CallControl.unlimited());
                outcomes.add(new EntryOutcome(outcome.count(), outcome.keys(), Optional.empty()));
            } catch (SQLException failure) {
                if (given.readOnly()) {
                    throw failure;
                }
                outcomes.add(new EntryOutcome(0, List.of(), Optional.of(failure)));
            }
        }
        return outcomes;
    }

    @Override
    public void manual(boolean manual, CallControl control) {
        unit.add("manual " + manual);
    }

    @Override
    public void commit(UpdateOptions given, CallControl control) {
        unit.add("commit");
    }

    @Override
    public void rollback(Consumer<SQLWarning> warnings) throws SQLException {
        unit.add("rollback");
        if (rollbackFailure != null) {
            throw rollbackFailure;
        }
    }

    private final class Write implements PreparedUpdate {

        private final String text;

        Write(String text) {
            this.text = text;
        }

        private boolean isReturning() {
            return text.contains("RETURNING");
        }

        @Override
        public List<Column> returning() {
            return isReturning() ? List.of(Column.of("Name", SfType.STRING)) : List.of();
        }

        @Override
        public UpdateOutcome run(List<ParameterValue> given, UpdateOptions how, CallControl control)
                throws SQLException {
            if (how.readOnly()) {
                throw SqlErrors.of(SqlState.READ_ONLY, "The connection is read-only");
            }
            int number = texts.size();
            texts.add(text);
            parameters.add(given);
            options.add(how);
            if (failures.containsKey(number)) {
                throw failures.get(number);
            }
            engine.calls.incrementAndGet();
            how.progress()
                    .accept(new WriteProgress("Account", "insert", count, 0, Optional.of(count), Optional.empty()));
            List<GeneratedKey> keys = how.keysWanted() && (text.startsWith("INSERT") || text.startsWith("UPSERT"))
                    ? List.of(new GeneratedKey("00100000000000" + number + "AAA", text.startsWith("INSERT")))
                    : List.of();
            List<Object[]> rows = new ArrayList<>();
            rows.add(new Object[] {returned});
            return new UpdateOutcome(
                    count, keys, isReturning() ? Optional.of(new ListRows(returning(), rows)) : Optional.empty());
        }

        @Override
        public int parameterCount() {
            return (int) text.chars().filter(c -> c == '?').count();
        }

        @Override
        public Optional<Column> parameter(int index) {
            return engine.parameterColumn;
        }

        @Override
        public String nativeText() {
            return text;
        }

        @Override
        public List<String> explain(List<ParameterValue> given, CallControl control) {
            return List.of("a fake has no plan");
        }
    }
}
