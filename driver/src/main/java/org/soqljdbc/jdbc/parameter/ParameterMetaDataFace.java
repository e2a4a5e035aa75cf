package org.soqljdbc.jdbc.parameter;

import java.sql.ParameterMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.exec.procedure.PreparedCall;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.jdbc.argument.Ordinals;
import org.soqljdbc.jdbc.base.PlainWrapper;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** What a statement's parameters are compared with; one compared with nothing known is shown as VARCHAR. */
final class ParameterMetaDataFace implements ParameterMetaData, PlainWrapper {

    private final Prepared query;

    ParameterMetaDataFace(Prepared query) {
        this.query = query;
    }

    private Optional<Column> known(int parameter) throws SQLException {
        return query.parameter(Ordinals.ofParameter(parameter, query.parameterCount()));
    }

    private Column shown(int parameter) throws SQLException {
        return known(parameter).orElseGet(() -> Column.of("", SfType.STRING));
    }

    @Override
    public int getParameterCount() {
        return query.parameterCount();
    }

    @Override
    public int isNullable(int parameter) throws SQLException {
        int nullability = known(parameter).map(Column::nullability).orElse(ResultSetMetaData.columnNullableUnknown);
        return switch (nullability) {
            case ResultSetMetaData.columnNoNulls -> parameterNoNulls;
            case ResultSetMetaData.columnNullable -> parameterNullable;
            default -> parameterNullableUnknown;
        };
    }

    @Override
    public boolean isSigned(int parameter) throws SQLException {
        return shown(parameter).isSigned();
    }

    @Override
    public int getPrecision(int parameter) throws SQLException {
        return shown(parameter).jdbcPrecision();
    }

    @Override
    public int getScale(int parameter) throws SQLException {
        return shown(parameter).jdbcScale();
    }

    @Override
    public int getParameterType(int parameter) throws SQLException {
        return shown(parameter).jdbcType();
    }

    @Override
    public String getParameterTypeName(int parameter) throws SQLException {
        return shown(parameter).typeName();
    }

    @Override
    public String getParameterClassName(int parameter) throws SQLException {
        return shown(parameter).className();
    }

    @Override
    public int getParameterMode(int parameter) throws SQLException {
        int index = Ordinals.ofParameter(parameter, query.parameterCount());
        boolean out =
                query instanceof PreparedCall call && call.markers().get(index).out();
        return out ? parameterModeOut : parameterModeIn;
    }
}
