package org.soqljdbc.jdbc;

import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.Calendar;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.jdbc.base.ParameterSetters;
import org.soqljdbc.jdbc.parameter.Parameters;
import org.soqljdbc.jdbc.parameter.StreamSetters;
import org.soqljdbc.jdbc.parameter.TargetTypes;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.jdbc.result.ResultSets;

/** Runs one statement any number of times, each time with the parameters set by then. */
final class PreparedStatementFace extends StatementFace implements ParameterSetters, StreamSetters {

    private final Prepared prepared;
    private final Parameters parameters;

    PreparedStatementFace(ConnectionFace connection, ResultKind kind, Prepared prepared) {
        super(connection, kind);
        this.prepared = prepared;
        this.parameters = new Parameters(prepared, connection.clock());
        poolableByDefault();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        requireOpen();
        forgetLastRun();
        return run(query(prepared), parameters.all());
    }

    @Override
    public boolean execute() throws SQLException {
        executeQuery();
        return true;
    }

    @Override
    public int executeUpdate() throws SQLException {
        return (int) executeLargeUpdate();
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        requireOpen();
        throw queryInUpdate();
    }

    /** Refused, as JDBC demands: the text of a prepared statement is settled. */
    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        throw settled("executeQuery");
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        throw settled("execute");
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        throw settled("executeUpdate");
    }

    private static SQLException settled(String call) {
        return SqlErrors.of(
                SqlState.OBJECT_NOT_IN_STATE,
                "A prepared statement has its text already; use " + call + "() without one");
    }

    /** Known before the first run; may cost describes, never a query. */
    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        return ResultSets.metaData(query(prepared).columns());
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
