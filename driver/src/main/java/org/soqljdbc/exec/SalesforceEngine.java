package org.soqljdbc.exec;

import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.api.ApiUsage;
import org.soqljdbc.api.SalesforceApi;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.CatalogCache;
import org.soqljdbc.catalog.DescribedCatalog;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.RuleViolation;
import org.soqljdbc.grammar.soql.SoqlReader;
import org.soqljdbc.grammar.soql.SoqlRules;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.SyntaxException;
import org.soqljdbc.http.CallControl;

/** The floors below a connection, put together for one org and one user. */
public final class SalesforceEngine implements Engine {

    /** Words that begin statements of SQL which are no queries. */
    private static final Set<String> OTHER_STATEMENTS = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "UPSERT",
            "MERGE",
            "CREATE",
            "ALTER",
            "DROP",
            "TRUNCATE",
            "CALL",
            "SET",
            "EXPLAIN",
            "WITH",
            "VALUES");

    private final Settings settings;
    private final SalesforceApi api;
    private final Catalog catalog;

    private SalesforceEngine(Settings settings, SalesforceApi api) {
        this.settings = settings;
        this.api = api;
        this.catalog = new DescribedCatalog(api.describes(), api.shared(CatalogCache.class, CatalogCache::new));
    }

    /**
     * Logs in, unless a connection with equal credentials has done so: one call, and nothing more.
     *
     * @throws SQLException 28000 if Salesforce refuses the login, 08001 if it cannot be reached
     */
    public static SalesforceEngine open(Settings settings) throws SQLException {
        SalesforceApi api = SalesforceApi.open(settings);
        try {
            api.login();
        } catch (SQLException refused) {
            api.close();
            throw refused;
        }
        return new SalesforceEngine(settings, api);
    }

    @Override
    public PreparedQuery prepare(String text) throws SQLException {
        SoqlText read;
        try {
            read = SoqlReader.read(text);
        } catch (SyntaxException refused) {
            throw notSoql(text, refused);
        }
        if (read.usesAngleNotEqual()) {
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "<> is SQL's operator, and this version runs SOQL only; SOQL writes !=, which also finds rows whose"
                            + " field is null");
        }
        List<RuleViolation> violations = SoqlRules.violations(read.query());
        if (!violations.isEmpty()) {
            throw broken(read, violations.get(0));
        }
        return new SoqlStatement(read, settings, catalog, api.queries());
    }

    private static SQLException notSoql(String text, SyntaxException refused) {
        String firstWord = text.strip().split("\\W", 2)[0].toUpperCase(Locale.ROOT);
        if (OTHER_STATEMENTS.contains(firstWord)) {
            return SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    firstWord + " is not supported: this version runs SOQL queries only",
                    refused);
        }
        return SqlErrors.of(SqlState.SYNTAX_ERROR, "This is not SOQL: " + refused.getMessage(), refused);
    }

    private static SQLException broken(SoqlText text, RuleViolation violation) {
        String place = text.positionOf(violation.node())
                .map(at -> "line " + at.line() + ":" + at.column() + ": ")
                .orElse("");
        return SqlErrors.of(SqlState.SYNTAX_ERROR, place + violation.message());
    }

    @Override
    public boolean ping(Duration timeout) {
        return api.resources().ping(timeout);
    }

    @Override
    public InputStream openBlob(String path, CallControl control) throws SQLException {
        return api.blobs().open(path, control);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public long apiCallsMade() {
        return api.callsMade();
    }

    @Override
    public Optional<ApiUsage> apiUsage() {
        return api.usage();
    }

    @Override
    public String instanceUrl() throws SQLException {
        return api.instanceUrl();
    }

    @Override
    public void close() {
        api.close();
    }
}
