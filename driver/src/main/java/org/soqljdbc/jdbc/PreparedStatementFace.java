package org.soqljdbc.jdbc;

import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.Calendar;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.procedure.PreparedCall;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.write.PreparedUpdate;
import org.soqljdbc.jdbc.base.GeneratedKeyForms;
import org.soqljdbc.jdbc.base.KeyRequest;
import org.soqljdbc.jdbc.base.ParameterSetters;
import org.soqljdbc.jdbc.parameter.Parameters;
import org.soqljdbc.jdbc.parameter.StreamSetters;
import org.soqljdbc.jdbc.parameter.TargetTypes;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.result.ResultSets;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** Runs one statement any number of times, each time with the parameters set by then. */
class PreparedStatementFace extends StatementFace implements ParameterSetters, StreamSetters {

    private final String text;
    private final Prepared prepared;
    private final KeyRequest keys;
    private final Parameters parameters;

    /**
     * @param text what was prepared
     * @param keys what is asked of each run's generated keys
     */
    PreparedStatementFace(ConnectionFace connection, ResultKind kind, String text, Prepared prepared, KeyRequest keys) {
        super(connection, kind);
        this.text = text;
        this.prepared = prepared;
        this.keys = keys;
        this.parameters = new Parameters(prepared, connection.clock());
        poolableByDefault();
    }

    final Parameters parameters() {
        return parameters;
    }

    /** What a run takes. @throws SQLException 07001 naming the first parameter that was not set */
    List<ParameterValue> values() throws SQLException {
        return parameters.all();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        requireOpen();
        forgetLastRun();
        return runForRows(text, prepared, values());
    }

    @Override
    public boolean execute() throws SQLException {
        requireOpen();
        forgetLastRun();
        return run(text, prepared, values(), keys);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return GeneratedKeyForms.narrow(executeLargeUpdate());
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        requireOpen();
        forgetLastRun();
        return runForCount(prepared, values(), keys);
    }

    /**
     * Adds the parameters as they are now.
     *
     * @throws SQLException 07001 if one was not set; 07003 for a statement that gives rows; 0A000 if generated columns were
     *     asked for that must be read from the new rows
     */
    @Override
    public void addBatch() throws SQLException {
        requireOpen();
        if (!KeyColumns.areKnown(keys)) {
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "Of the rows of a batch only the generated columns Id and Created can be told, not "
                            + keys.columns());
        }
        batch().add(prepared, values());
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        forgetLastRun();
        return runBatch(keys);
    }

    /** Refused, as JDBC demands: the text of a prepared statement is settled. */
    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        throw settled("executeQuery");
    }

    @Override
    public boolean execute(String sql, KeyRequest asked) throws SQLException {
        throw settled("execute");
    }

    @Override
    public long executeLargeUpdate(String sql, KeyRequest asked) throws SQLException {
        throw settled("executeUpdate");
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        throw settled("addBatch");
    }

    private static SQLException settled(String call) {
        return SqlErrors.of(
                SqlState.OBJECT_NOT_IN_STATE,
                "A prepared statement has its text already; use " + call + "() without one");
    }

    /** Known before the first run; may cost describes, never a query. @return null for a statement that gives no rows */
    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        List<Column> columns = columns(prepared);
        return columns.isEmpty() ? null : ResultSets.metaData(columns);
    }

    private static List<Column> columns(Prepared prepared) throws SQLException {
        if (prepared instanceof PreparedCall call) {
            return call.columns();
        }
        return prepared instanceof PreparedUpdate update ? update.returning() : ((PreparedQuery) prepared).columns();
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        return parameters.metaData();
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        parameters.clear();
    }

    @Override
    public void setAt(int parameter, Object value, Calendar calendar) throws SQLException {
        requireOpen();
        parameters.set(parameter, value, calendar);
    }

    @Override
    public void setObject(int parameter, Object value) throws SQLException {
        setAt(parameter, value, null);
    }

    @Override
    public void setObject(int parameter, Object value, int sqlType) throws SQLException {
        requireOpen();
        parameters.setAs(parameter, value, sqlType);
    }

    /** @param scaleOrLength digits after the point for DECIMAL and NUMERIC; else ignored, streams are read to their end */
    @Override
    public void setObject(int parameter, Object value, int sqlType, int scaleOrLength) throws SQLException {
        requireOpen();
        parameters.setAs(parameter, value, sqlType, scaleOrLength);
    }

    @Override
    public void setObject(int parameter, Object value, SQLType sqlType) throws SQLException {
        setObject(parameter, value, TargetTypes.code(sqlType));
    }

    @Override
    public void setObject(int parameter, Object value, SQLType sqlType, int scaleOrLength) throws SQLException {
        setObject(parameter, value, TargetTypes.code(sqlType), scaleOrLength);
    }
}
