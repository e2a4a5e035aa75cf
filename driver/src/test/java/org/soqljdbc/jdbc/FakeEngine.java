package org.soqljdbc.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.soqljdbc.api.ApiUsage;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.Engine;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.exec.write.BatchEntry;
import org.soqljdbc.exec.write.EntryOutcome;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.exec.write.WriteUnit;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/**
 * An engine that answers each SELECT with the rows it was given, in memory, writes to {@link FakeWrites}, and remembers what
 * was asked of it.
 */
final class FakeEngine implements Engine {

    final List<Column> columns;
    final List<Object[]> rows;
    final List<List<ParameterValue>> runs = new ArrayList<>();
    /** The text of each run. */
    final List<String> texts = new ArrayList<>();

    final List<RunOptions> options = new ArrayList<>();
    final List<FakeRows> streams = new ArrayList<>();
    final List<CallControl> blobControls = new ArrayList<>();
    final AtomicInteger pings = new AtomicInteger();
    final AtomicLong calls = new AtomicLong();
    boolean pingAnswer = true;
    boolean closed;
    /** When set, advance() waits until its run is cancelled or its stream closed. */
    boolean stuck;
    /** When set, run() throws it. */
    SQLException failure;
    /** What a parameter is compared with. */
    Optional<Column> parameterColumn = Optional.empty();

    FakeEngine(List<Column> columns, List<Object[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Takes what is written. */
    final FakeWrites writes = new FakeWrites(this);

    /** Takes what procedures call. */
    final FakeCalls procedures = new FakeCalls();

    @Override
    public Prepared prepare(String text) throws SQLException {
        if (text.toUpperCase(java.util.Locale.ROOT).contains("CALL ")) {
            return procedures.prepare(text);
        }
        if (FakeWrites.isWrite(text)) {
            return writes.prepare(text);
        }
        if (!text.strip().toUpperCase(java.util.Locale.ROOT).startsWith("SELECT ")) {
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, "line 1:1: expected SELECT");
        }
        return new Query(text);
    }

    @Override
    public List<EntryOutcome> runBatch(List<BatchEntry> entries, UpdateOptions options, CallControl control)
            throws SQLException {
        return writes.runBatch(entries, options);
    }

    @Override
    public WriteUnit writes() {
        return writes;
    }

    @Override
    public boolean ping(Duration timeout) {
        pings.incrementAndGet();
        calls.incrementAndGet();
        return pingAnswer;
    }

    @Override
    public InputStream openBlob(String path, CallControl control) {
        blobControls.add(control);
        calls.incrementAndGet();
        return new ByteArrayInputStream(("bytes of " + path).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Catalog catalog() {
        return new Catalog() {
            @Override
            public List<ObjectSummary> objects(CallControl control) {
                return List.of();
            }

            @Override
            public SObject object(String name, CallControl control) throws SQLException {
                throw SqlErrors.of(SqlState.NO_SUCH_TABLE, "There is no object " + name);
            }

            @Override
            public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control) {
                return Map.of();
            }
        };
    }

    @Override
    public long apiCallsMade() {
        return calls.get();
    }

    @Override
    public Optional<ApiUsage> apiUsage() {
        return Optional.of(new ApiUsage(7, 15_000));
    }

    @Override
    public String instanceUrl() {
        return "https://example.my.salesforce.com";
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class Query implements PreparedQuery {

        private final String text;

        Query(String text) {
            this.text = text;
        }

        @Override
        public List<String> explain(List<ParameterValue> parameters, CallControl control) {
            return List.of("a fake has no plan");
        }

        @Override
        public int parameterCount() {
            return (int) text.chars().filter(c -> c == '?').count();
        }

        @Override
        public Optional<Column> parameter(int index) {
            return parameterColumn;
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public String nativeText() {
            return text.strip();
        }

        @Override
        public RowStream run(List<ParameterValue> parameters, RunOptions given, CallControl control)
                throws SQLException {
            if (failure != null) {
                throw failure;
            }
            calls.incrementAndGet();
            runs.add(parameters);
            texts.add(text);
            options.add(given);
            FakeRows stream = new FakeRows(columns, rows, control, stuck);
            streams.add(stream);
            return stream;
        }
    }
}
