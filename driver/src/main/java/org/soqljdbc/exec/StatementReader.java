package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.write.Writes;
import org.soqljdbc.grammar.soql.RuleViolation;
import org.soqljdbc.grammar.soql.SoqlReader;
import org.soqljdbc.grammar.soql.SoqlRules;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.SyntaxException;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlReader;
import org.soqljdbc.grammar.sql.SqlText;

/** Reads the text of a statement, in the language it is written in. */
final class StatementReader {

    private final Settings settings;
    private final Catalog catalog;
    private final QueryRunner runner;
    private final SqlQueries queries;
    private final Writes writes;

    StatementReader(Settings settings, Catalog catalog, QueryRunner runner, SqlQueries queries, Writes writes) {
        this.settings = settings;
        this.catalog = catalog;
        this.runner = runner;
        this.queries = queries;
        this.writes = writes;
    }

    /** @throws SQLException 42000 with line:column, of the reader that got further */
    Prepared read(String text) throws SQLException {
        Optional<String> explained = explained(text);
        if (explained.isPresent()) {
            return new ExplainStatement(read(explained.get()));
        }
        return switch (settings.get(ConnectionProperties.DIALECT)) {
            case SOQL -> soqlOnly(text);
            case SQL -> sqlOnly(text);
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
        return new SoqlStatement(soql, catalog, runner);
    }

    private Prepared sqlOnly(String text) throws SQLException {
        try {
            return sql(SqlReader.read(text));
        } catch (SyntaxException refused) {
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, refused.getMessage(), refused);
        }
    }

    private Prepared either(String text) throws SQLException {
        SoqlText soql;
        try {
            soql = SoqlReader.read(text);
        } catch (SyntaxException notSoql) {
            return sqlOrFurther(text, notSoql);
        }
        List<RuleViolation> violations = SoqlRules.violations(soql.query());
        boolean isSoql = violations.isEmpty() && !soql.usesAngleNotEqual();
        SqlText sql;
        try {
            sql = SqlReader.read(text);
        } catch (SyntaxException notSql) {
            if (violations.isEmpty()) {
                return new SoqlStatement(soql, catalog, runner);
            }
            throw broken(soql, violations.get(0));
        }
        return isSoql && sql.statement() instanceof Query query
                ? new EitherLanguage(new SoqlStatement(soql, catalog, runner), queries.prepare(sql, query))
                : sql(sql);
    }

    /** Where neither reader takes the text, the one that got further understood more of it. */
    private Prepared sqlOrFurther(String text, SyntaxException notSoql) throws SQLException {
        try {
            return sql(SqlReader.read(text));
        } catch (SyntaxException notSql) {
            boolean soqlGotFurther =
                    notSoql.position().offset() > notSql.position().offset();
            SyntaxException further = soqlGotFurther ? notSoql : notSql;
            throw SqlErrors.of(SqlState.SYNTAX_ERROR, further.getMessage(), further);
        }
    }

    private Prepared sql(SqlText sql) throws SQLException {
        return sql.statement() instanceof Query query ? queries.prepare(sql, query) : writes.prepare(sql);
    }

    private static SQLException broken(SoqlText text, RuleViolation violation) {
        String place = text.positionOf(violation.node())
                .map(at -> "line " + at.line() + ":" + at.column() + ": ")
                .orElse("");
        return SqlErrors.of(SqlState.SYNTAX_ERROR, place + violation.message());
    }
}
