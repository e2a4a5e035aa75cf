package org.soqljdbc.jdbc;

import java.io.InputStream;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.config.Transactions;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.Engine;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.write.BatchEntry;
import org.soqljdbc.exec.write.EntryOutcome;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.exec.write.WriteUnit;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.base.KeyRequest;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.value.Values;
import org.soqljdbc.metadata.ConnectionFacts;
import org.soqljdbc.metadata.OrgMetaData;
import org.soqljdbc.types.WallClock;
import org.soqljdbc.types.conversion.Conversions;

/** A connection to an org: makes statements and metadata, and closes them with itself. */
final class ConnectionFace extends ConnectionSettings {

    private final Engine engine;
    private final Settings settings;
    private final WallClock clock;
    private final Conversions conversions;
    private final Liveness liveness;
    private final ClientInfo clientInfo;
    private final Dependents dependents = new Dependents();
    private final DetachedResults detached = new DetachedResults(this, null);
    /** Ends what no statement does: metadata, and the reading of Blobs, which live longer than their statement. */
    private final CallControl reading = CallControl.unlimited();

    private volatile boolean closed;

    /** @param engine closed with this connection */
    ConnectionFace(Engine engine, Settings settings, LongSupplier nanoTime) {
        super(settings.get(ConnectionProperties.READ_ONLY));
        this.engine = engine;
        this.settings = settings;
        this.clock = WallClock.in(settings.get(ConnectionProperties.TIME_ZONE));
        this.conversions = new Conversions(this::openBytes);
        this.liveness = new Liveness(engine, settings.get(ConnectionProperties.VALIDATION_INTERVAL), nanoTime);
        this.clientInfo = new ClientInfo(settings.get(ConnectionProperties.APPLICATION_NAME));
        settings.warnings().forEach(warnings()::add);
    }

    @Override
    void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.of(SqlState.CONNECTION_CLOSED, "The connection is closed");
        }
    }

    WallClock clock() {
        return clock;
    }

    Conversions conversions() {
        return conversions;
    }

    Dependents dependents() {
        return dependents;
    }

    DetachedResults detached() {
        return detached;
    }

    CallControl reading() {
        return reading;
    }

    InputStream openBytes(String path) throws SQLException {
        return openBytes(path, reading);
    }

    InputStream openBytes(String path, CallControl control) throws SQLException {
        requireOpen();
        return liveness.heeding(() -> engine.openBlob(path, control));
    }

    Blob blob(String path) {
        return Values.blob(this::openBytes, path);
    }

    /** The values of one cell. */
    Array array(String[] values) {
        return Values.array("VARCHAR", values, detached);
    }

    Prepared read(String sql) throws SQLException {
        return engine.prepare(Arguments.given(sql, "The statement's text"));
    }

    /** The statement, so written that it gives the generated columns that are asked for. */
    Prepared read(String sql, KeyRequest keys) throws SQLException {
        return read(
                KeyColumns.areKnown(keys)
                        ? sql
                        : KeyColumns.withReturning(Arguments.given(sql, "The statement's text"), keys));
    }

    List<EntryOutcome> runBatch(List<BatchEntry> entries, UpdateOptions options, CallControl control)
            throws SQLException {
        return engine.runBatch(entries, options, control);
    }

    @Override
    <T> T heeding(Liveness.Work<T> work) throws SQLException {
        return liveness.heeding(work);
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        requireOpen();
        ResultKind kind = ResultKind.nearest(type, concurrency, holdability, warnings());
        return dependents.add(new StatementFace(this, kind));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        requireOpen();
        Prepared prepared = read(sql);
        ResultKind kind = ResultKind.nearest(type, concurrency, holdability, warnings());
        return dependents.add(new PreparedStatementFace(this, kind, sql, prepared, KeyRequest.NONE));
    }

    /** Takes any statement; what only CallableStatement has is for CALL. */
    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        requireOpen();
        Prepared prepared = read(sql);
        ResultKind kind = ResultKind.nearest(type, concurrency, holdability, warnings());
        return dependents.add(new CallableStatementFace(this, kind, sql, prepared));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, KeyRequest keys) throws SQLException {
        requireOpen();
        Prepared prepared = read(sql, keys);
        return dependents.add(new PreparedStatementFace(this, ResultKind.STREAMING, sql, prepared, keys));
    }

    /** The SOQL that would be sent, parameters still as {@code ?}. */
    @Override
    public String nativeSQL(String sql) throws SQLException {
        requireOpen();
        return read(sql).nativeText();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        requireOpen();
        ConnectionFacts facts = new ConnectionFacts(
                this,
                "jdbc:soql://" + settings.loginUrl().replaceFirst("^https?://", ""),
                settings.find(ConnectionProperties.USER).orElse(""),
                settings.get(ConnectionProperties.API_VERSION),
                DriverVersion.NAME,
                DriverVersion.TEXT,
                settings.get(ConnectionProperties.COMPOUND_FIELDS),
                isReadOnly(),
                settings.get(ConnectionProperties.TRANSACTIONS) == Transactions.ATOMIC,
                settings.get(ConnectionProperties.TOOLING));
        return OrgMetaData.of(facts, engine.catalog(), detached);
    }

    /** @param typeName a plain SQL name such as VARCHAR; another is kept and means Types.OTHER */
    @Override
    public Array createArrayOf(String typeName, Object[] elements) throws SQLException {
        requireOpen();
        return Values.array(
                Arguments.given(typeName, "The type name"),
                Arguments.given(elements, "The array").clone(),
                detached);
    }

    @Override
    public Blob createBlob() throws SQLException {
        requireOpen();
        return Values.blob(new byte[0]);
    }

    @Override
    public Clob createClob() throws SQLException {
        return createNClob();
    }

    @Override
    public NClob createNClob() throws SQLException {
        requireOpen();
        return Values.clob("");
    }

    @Override
    public boolean isValid(int timeoutSeconds) throws SQLException {
        Arguments.notNegative(timeoutSeconds, "The time-out in seconds");
        return !closed && liveness.isLive(timeoutSeconds);
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        release();
    }

    private void release() throws SQLException {
        try {
            reading.cancel();
            cancelEnding();
            dependents.closeAll();
        } finally {
            engine.close();
        }
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        Arguments.given(executor, "The executor");
        if (closed) {
            return;
        }
        closed = true;
        try {
            executor.execute(this::releaseQuietly);
        } catch (RejectedExecutionException busy) {
            releaseQuietly();
        }
    }

    private void releaseQuietly() {
        try {
            release();
        } catch (SQLException nobodyToTell) {
            warnings().add("Closing after abort failed: " + nobodyToTell.getMessage());
        }
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public String getClientInfo(String name) throws SQLException {
        requireOpen();
        return clientInfo.get(name);
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        requireOpen();
        return clientInfo.all();
    }

    @Override
    public void setClientInfo(String name, String value) throws SQLClientInfoException {
        requireOpenForClientInfo();
        clientInfo.set(name, value, warnings());
    }

    @Override
    public void setClientInfo(Properties given) throws SQLClientInfoException {
        requireOpenForClientInfo();
        clientInfo.setAll(given, warnings());
    }

    private void requireOpenForClientInfo() throws SQLClientInfoException {
        if (closed) {
            throw ClientInfo.refused("The connection is closed", SqlState.CONNECTION_CLOSED);
        }
    }

    @Override
    WriteUnit writes() {
        return engine.writes();
    }

    @Override
    public long apiCallsMade() {
        return engine.apiCallsMade();
    }

    @Override
    public Optional<ApiUsage> apiUsage() {
        return engine.apiUsage().map(usage -> new ApiUsage(usage.used(), usage.allowed()));
    }

    @Override
    public String instanceUrl() throws SQLException {
        requireOpen();
        return engine.instanceUrl();
    }
}
