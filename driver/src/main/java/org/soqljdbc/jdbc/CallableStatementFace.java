package org.soqljdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.procedure.PreparedCall;
import org.soqljdbc.exec.procedure.ProcedureParameter;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.jdbc.argument.Ordinals;
import org.soqljdbc.jdbc.base.KeyRequest;
import org.soqljdbc.jdbc.base.NamedParameters;
import org.soqljdbc.jdbc.base.OutParameters;
import org.soqljdbc.jdbc.parameter.TargetTypes;
import org.soqljdbc.jdbc.result.ResultKind;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/**
 * Calls a procedure. Its {@code ?} are numbered from 1 and named after the procedure's parameters, whatever their case; those
 * that the procedure gives are registered before they are read.
 */
final class CallableStatementFace extends PreparedStatementFace implements NamedParameters, OutParameters {

    private final List<ProcedureParameter> markers;
    private final boolean[] registered;
    private Map<String, Object> read = Map.of();
    private ResultSet values;

    CallableStatementFace(ConnectionFace connection, ResultKind kind, String text, Prepared prepared) {
        super(connection, kind, text, prepared, KeyRequest.NONE);
        this.markers = prepared instanceof PreparedCall call ? call.markers() : List.of();
        this.registered = new boolean[prepared.parameterCount()];
    }

    private boolean isOut(int index) {
        return index < markers.size() && markers.get(index).out();
    }

    /** What the procedure gives need not be set. */
    @Override
    List<ParameterValue> values() throws SQLException {
        return parameters().all(this::isOut);
    }

    @Override
    public int parameterNamed(String name) throws SQLException {
        requireOpen();
        Arguments.given(name, "The parameter's name");
        for (int at = 0; at < markers.size(); at++) {
            if (markers.get(at).name().equalsIgnoreCase(name)) {
                return at + 1;
            }
        }
        List<String> names = markers.stream().map(ProcedureParameter::name).toList();
        throw SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE,
                "The call has no ? for a parameter " + name + NearestName.hint(name, names));
    }

    /** @return from 0 */
    private int out(int parameter) throws SQLException {
        requireOpen();
        int index = Ordinals.ofParameter(parameter, registered.length);
        if (!isOut(index)) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "Parameter " + parameter + " is none that the procedure gives: it can be set and not read");
        }
        return index;
    }

    @Override
    public void registerOutParameter(int parameter, int sqlType) throws SQLException {
        int index = out(parameter);
        TargetTypes.requireKnown(sqlType);
        registered[index] = true;
    }

    @Override
    public void registerOutParameter(int parameter, int sqlType, int scale) throws SQLException {
        Arguments.scale(scale);
        registerOutParameter(parameter, sqlType);
    }

    @Override
    public void registerOutParameter(int parameter, int sqlType, String typeName) throws SQLException {
        registerOutParameter(parameter, sqlType);
    }

    @Override
    public void registerOutParameter(int parameter, SQLType sqlType) throws SQLException {
        registerOutParameter(parameter, TargetTypes.code(sqlType));
    }

    @Override
    public void registerOutParameter(int parameter, SQLType sqlType, int scale) throws SQLException {
        registerOutParameter(parameter, TargetTypes.code(sqlType), scale);
    }

    @Override
    public void registerOutParameter(int parameter, SQLType sqlType, String typeName) throws SQLException {
        registerOutParameter(parameter, TargetTypes.code(sqlType), typeName);
    }

    @Override
    public ResultSet given(int parameter) throws SQLException {
        int index = out(parameter);
        if (!registered[index]) {
            throw notThere("Parameter " + parameter + " was not registered; call registerOutParameter before the call");
        }
        Map<String, Object> given = last().given();
        if (given.isEmpty()) {
            throw notThere("Nothing was called yet, so parameter " + parameter + " has no value");
        }
        if (given != read) {
            open(given);
        }
        return values;
    }

    private static SQLException notThere(String why) {
        return SqlErrors.of(SqlState.OBJECT_NOT_IN_STATE, why);
    }

    private void open(Map<String, Object> given) throws SQLException {
        List<Column> columns = new ArrayList<>();
        List<Object> row = new ArrayList<>();
        for (ProcedureParameter marker : markers) {
            columns.add(Column.of(marker.name(), marker.type()));
            row.add(given.get(marker.name()));
        }
        List<Object[]> rows = List.<Object[]>of(row.toArray());
        values = new DetachedResults(connection(), this).open(new ListRows(columns, rows));
        values.next();
        read = given;
    }

    /** The row has a column for every {@code ?}. */
    @Override
    public int outColumn(int parameter) {
        return parameter;
    }

    @Override
    public boolean wasNull() throws SQLException {
        requireOpen();
        return values != null && values.wasNull();
    }
}
