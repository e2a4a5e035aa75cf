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
    private String reason = "";

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
        SQLException asSoql = null;
        try {
            if (soql.literalsFit(control)) {
                reason = "it is SOQL in every respect";
                return soql;
            }
            reason = "a literal has another kind than its field, which SOQL refuses and SQL converts";
        } catch (SQLException refused) {
            if (!isUnknownName(refused)) {
                throw refused;
            }
            asSoql = refused;
            reason = "it is no SOQL: " + refused.getMessage();
        }
        try {
            sql.columns();
            return sql;
        } catch (SQLException refused) {
            // A name that neither knows: SOQL's word counts, since the text is SOQL by its shape. A literal that
            // neither
            // takes: SQL's word does, which says what is wrong with it, and where, without a call.
            throw asSoql != null ? asSoql : refused;
        }
    }

    /** Why it is the language that it is. */
    String reason(CallControl control) throws SQLException {
        chosen(control);
        return reason;
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
