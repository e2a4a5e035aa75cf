package org.soqljdbc.exec;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.bind.sql.SqlTranslator;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.SyntaxException;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.RuleViolation;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.reader.SqlReader;

/** Reads the text of a statement, in the language it is written in. */
final class StatementReader {

    private final Settings settings;
    private final Catalog catalog;
    private final QueryRunner runner;

    StatementReader(Settings settings, Catalog catalog, QueryRunner runner) {
        this.settings = settings;
        this.catalog = catalog;
        this.runner = runner;
    }

    /** @throws SQLException 42000 with line:column, of the reader that got further; 0A000 for what only SQL can say */
    PreparedQuery read(String text) throws SQLException {
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

    private PreparedQuery soqlOnly(String text) throws SQLException {
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

    private PreparedQuery sqlOnly(String text) throws SQLException {
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
        EitherLanguage either = new EitherLanguage(new SoqlStatement(soql, catalog, runner, true), sql(sql));
        return new ReadStatement(either, either::reason);
    }

    /** Where neither reader takes the text, the one that got further understood more of it. */
    private PreparedQuery sqlOrFurther(String text, SyntaxException notSoql) throws SQLException {
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

    private PreparedQuery sql(SqlText sql) throws SQLException {
        if (!(sql.statement() instanceof Query query)) {
            String kind = sql.statement().getClass().getSimpleName().toUpperCase(Locale.ROOT);
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED, kind + " is not supported: this version runs queries only");
        }
        ZoneId zone = settings.get(ConnectionProperties.TIME_ZONE);
        Clock clock = Clock.systemUTC();
        SqlTranslator translator =
                new SqlTranslator(sql, query, catalog, zone, clock, settings.get(ConnectionProperties.COMPOUND_FIELDS));
        SqlSelect oneQuery = new SqlSelect(translator, sql.parameterCount(), catalog, runner);
        boolean pushesDown = settings.get(ConnectionProperties.PUSH_DOWN);
        return new SqlOverflow(oneQuery, sql, query, new ScannedTables(catalog, zone, clock, pushesDown, runner));
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
