package org.soqljdbc.exec;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.soqljdbc.bind.sql.OnlyInSoqlException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.FullSql;
import org.soqljdbc.exec.spi.OrgTables;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/**
 * A SELECT that runs as one SOQL query if that can say it, and else by the module {@code full-sql}, if it is there. The
 * module is looked for only when it is needed, so that a statement that needs none loads nothing of it. Not thread-safe.
 */
final class SqlOverflow implements PreparedQuery {

    private final SqlSelect oneQuery;
    private final SqlText text;
    private final Query query;
    private final OrgTables org;
    private PreparedQuery chosen;

    SqlOverflow(SqlSelect oneQuery, SqlText text, Query query, OrgTables org) {
        this.oneQuery = oneQuery;
        this.text = text;
        this.query = query;
        this.org = org;
    }

    /** Whether one query can say a statement does not depend on the values of its parameters, only what it says. */
    private PreparedQuery chosen() throws SQLException {
        if (chosen == null) {
            chosen = org.pushesDown()
                    ? oneQueryIfItCan()
                    : inModule(
                            new SQLFeatureNotSupportedException("With pushDown=false no SOQL query answers SQL alone"));
        }
        return chosen;
    }

    private PreparedQuery oneQueryIfItCan() throws SQLException {
        try {
            oneQuery.columns();
            return oneQuery;
        } catch (OnlyInSoqlException nobodyCan) {
            throw nobodyCan;
        } catch (SQLFeatureNotSupportedException tooMuch) {
            return inModule(tooMuch);
        }
    }

    private PreparedQuery inModule(SQLFeatureNotSupportedException tooMuch) throws SQLException {
        return module(tooMuch).prepare(text, query, org);
    }

    /** What only the values show to be too much (a fraction of a day, say) still goes to the module. */
    private interface Use<T> {
        T of(PreparedQuery statement) throws SQLException;
    }

    private <T> T with(Use<T> use) throws SQLException {
        PreparedQuery statement = chosen();
        try {
            return use.of(statement);
        } catch (SQLFeatureNotSupportedException tooMuch) {
            if (statement != oneQuery || tooMuch instanceof OnlyInSoqlException) {
                throw tooMuch;
            }
            return use.of(inModule(tooMuch));
        }
    }

    private static FullSql module(SQLFeatureNotSupportedException tooMuch) throws SQLException {
        // Never the thread's context class loader: a SQL client's knows nothing of this jar.
        Optional<FullSql> module = ServiceLoader.load(FullSql.class, SqlOverflow.class.getClassLoader())
                .findFirst();
        return module.orElseThrow(() -> SqlErrors.of(
                SqlState.FEATURE_NOT_SUPPORTED,
                tooMuch.getMessage() + ". The module full-sql, which would run it, is not on the class path",
                tooMuch));
    }

    @Override
    public int parameterCount() {
        return oneQuery.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        return chosen().parameter(index);
    }

    @Override
    public List<Column> columns() throws SQLException {
        return chosen().columns();
    }

    @Override
    public String nativeText() throws SQLException {
        return chosen().nativeText();
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        return with(statement -> statement.run(parameters, options, control));
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        return with(statement -> statement.explain(parameters, control));
    }
}
