package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/**
 * A text that reads as SOQL and as SQL. It is SOQL if its names are there and its literals have the kind their fields
 * take; else it is SQL, if SQL can make sense of it. Not thread-safe.
 */
final class EitherLanguage implements PreparedQuery {

    private final SoqlStatement soql;
    private final PreparedQuery sql;
    private PreparedQuery chosen;

    EitherLanguage(SoqlStatement soql, PreparedQuery sql) {
        this.soql = soql;
        this.sql = sql;
    }

    private PreparedQuery chosen(CallControl control) throws SQLException {
        if (chosen == null) {
            chosen = choose(control);
        }
        return chosen;
    }

    private PreparedQuery choose(CallControl control) throws SQLException {
        SQLException asSoql;
        try {
            if (soql.literalsFit(control)) {
                return soql;
            }
            asSoql = null;
        } catch (SQLException refused) {
            if (!isUnknownName(refused)) {
                throw refused;
            }
            asSoql = refused;
        }
        try {
            sql.columns();
            return sql;
        } catch (SQLException refused) {
            // Both refuse: SOQL's word counts, since the text is SOQL by its shape.
            if (asSoql != null) {
                throw asSoql;
            }
            return soql;
        }
    }

    private static boolean isUnknownName(SQLException refused) {
        return SqlState.NO_SUCH_TABLE.code().equals(refused.getSQLState())
                || SqlState.NO_SUCH_COLUMN.code().equals(refused.getSQLState());
    }

    @Override
    public int parameterCount() {
        return soql.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        return chosen(CallControl.unlimited()).parameter(index);
    }

    @Override
    public List<Column> columns() throws SQLException {
        return chosen(CallControl.unlimited()).columns();
    }

    @Override
    public String nativeText() throws SQLException {
        return chosen(CallControl.unlimited()).nativeText();
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        return chosen(control).run(parameters, options, control);
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        return chosen(control).explain(parameters, control);
    }
}
