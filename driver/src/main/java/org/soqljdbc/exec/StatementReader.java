package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.procedure.CallStatements;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.write.RowQueries;
import org.soqljdbc.exec.write.Writes;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.RuleViolation;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.text.SyntaxException;

/** Reads the text of a statement, in the language it is written in. */
final class StatementReader {

    private final Settings settings;
    private final Catalog catalog;
    private final QueryRunner runner;
    private final RowQueries queries;
    private final Writes writes;
    private final CallStatements calls;

    StatementReader(
            Settings settings,
            Catalog catalog,
            QueryRunner runner,
            RowQueries queries,
            Writes writes,
            CallStatements calls) {
        this.settings = settings;
        this.catalog = catalog;
        this.runner = runner;
        this.queries = queries;
        this.writes = writes;
        this.calls = calls;
    }

    /** @throws SQLException 42000 with line:column, of the reader that got further */
    Prepared read(String text) throws SQLException {
        Optional<String> explained = explained(text);
        return explained.isPresent()
                ? new ExplainStatement(readOne(explained.get()))
                : readOne(text).statement();
    }

    /** Reads what is no EXPLAIN; one under another explains what the inner one would do. */
    private ReadStatement readOne(String text) throws SQLException {
        if (explained(text).isPresent()) {
            return ReadStatement.because("EXPLAIN is the driver's own", read(text));
        }
        return switch (settings.get(ConnectionProperties.DIALECT)) {
            case SOQL -> ReadStatement.because("the connection says dialect=soql", soqlOnly(text));
            case SQL -> ReadStatement.because("the connection says dialect=sql", sqlOnly(text));
            case AUTO -> either(text);
        };
    }

    private static Optional<String> explained(String text) throws SQLException {
        try {
            return SqlReader.explained(text);
        } catch (SyntaxException refused) {
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, refused.getMessage(), refused);
        }
    }

    private Prepared soqlOnly(String text) throws SQLException {
        SoqlText soql;
        try {
            soql = SoqlReader.read(text);
        } catch (SyntaxException refused) {
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, "This is not SOQL: " + refused.getMessage(), refused);
        }
        List<RuleViolation> violations = SoqlRules.violations(soql.query());
        if (!violations.isEmpty()) {
            throw broken(soql, violations.get(0));
        }
        return new SoqlStatement(soql, catalog, runner, false);
    }

    private Prepared sqlOnly(String text) throws SQLException {
        try {
            return sql(SqlReader.read(text));
        } catch (SyntaxException refused) {
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, refused.getMessage(), refused);
        }
    }

    private ReadStatement either(String text) throws SQLException {
        SoqlText soql;
        try {
            soql = SoqlReader.read(text);
        } catch (SyntaxException notSoql) {
            return ReadStatement.because("it is no SOQL: " + notSoql.getMessage(), sqlOrFurther(text, notSoql));
        }
        List<RuleViolation> violations = SoqlRules.violations(soql.query());
        SqlText sql;
        try {
            sql = SqlReader.read(text);
        } catch (SyntaxException notSql) {
            if (violations.isEmpty()) {
                return ReadStatement.because(
                        "it is SOQL in every respect, and no SQL", new SoqlStatement(soql, catalog, runner, false));
            }
            throw broken(soql, violations.get(0));
        }
        if (!violations.isEmpty()) {
            return ReadStatement.because(
                    "it is no SOQL: " + place(soql, violations.get(0))
                            + violations.get(0).message(),
                    sql(sql));
        }
        if (soql.usesAngleNotEqual()) {
            return ReadStatement.because("<> is SQL's operator; SOQL's is !=", sql(sql));
        }
        if (soql.query().root().path().names().size() > 1) {
            return ReadStatement.because("SOQL's FROM names no schema", sql(sql));
        }
        if (!(sql.statement() instanceof Query query)) {
            return ReadStatement.because("it is no query", sql(sql));
        }
        EitherLanguage either =
                new EitherLanguage(new SoqlStatement(soql, catalog, runner, true), queries.prepare(sql, query));
        return new ReadStatement(either, either::reason);
    }

    /** Where neither reader takes the text, the one that got further understood more of it. */
    private Prepared sqlOrFurther(String text, SyntaxException notSoql) throws SQLException {
        SqlText sql;
        try {
            sql = SqlReader.read(text);
        } catch (SyntaxException notSql) {
            boolean soqlGotFurther =
                    notSoql.position().offset() > notSql.position().offset();
            SyntaxException further = soqlGotFurther ? notSoql : notSql;
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, further.getMessage(), further);
        }
        return sql(sql);
    }

    private Prepared sql(SqlText sql) throws SQLException {
        if (sql.statement() instanceof SqlStatement.Call call) {
            return calls.prepare(sql, call);
        }
        return sql.statement() instanceof Query query ? queries.prepare(sql, query) : writes.prepare(sql);
    }

    private static SQLException broken(SoqlText text, RuleViolation violation) {
        return SqlErrors.of(SqlState.SYNTAX_ERROR, place(text, violation) + violation.message());
    }

    private static String place(SoqlText text, RuleViolation violation) {
        return text.positionOf(violation.node())
                .map(at -> "line " + at.line() + ":" + at.column() + ": ")
                .orElse("");
    }
}
