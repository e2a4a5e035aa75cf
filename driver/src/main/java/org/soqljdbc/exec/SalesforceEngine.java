package org.soqljdbc.exec;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.ApiUsage;
import org.soqljdbc.api.SalesforceApi;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.CatalogCache;
import org.soqljdbc.catalog.CatalogStore;
import org.soqljdbc.catalog.DescribedCatalog;
import org.soqljdbc.catalog.FileStore;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.exec.procedure.ApiCalls;
import org.soqljdbc.exec.procedure.CallStatements;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.write.BatchEntry;
import org.soqljdbc.exec.write.EntryOutcome;
import org.soqljdbc.exec.write.RowQueries;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.exec.write.WriteUnit;
import org.soqljdbc.exec.write.Writes;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.conversion.Conversions;
import org.soqljdbc.views.InformationSchema;

/** The floors below a connection, put together for one org and one user. */
public final class SalesforceEngine implements Engine {

    private final SalesforceApi api;
    private final Catalog catalog;
    private final Writes writes;
    private final StatementReader reader;

    private SalesforceEngine(Settings settings, SalesforceApi api) {
        this.api = api;
        Catalog tooling = new DescribedCatalog(
                api.toolingDescribes(),
                api.shared(Catalog.TOOLING, CatalogCache.class, CatalogCache::new),
                CatalogStore.NONE,
                settings.get(ConnectionProperties.METADATA_MAX_AGE),
                System::nanoTime,
                Optional.empty());
        this.catalog = new DescribedCatalog(
                api.describes(),
                api.shared(Catalog.SCHEMA, CatalogCache.class, CatalogCache::new),
                store(settings, api),
                settings.get(ConnectionProperties.METADATA_MAX_AGE),
                System::nanoTime,
                Optional.of(tooling));
        QueryRunner runner = new QueryRunner(api.queries(), catalog, settings);
        InformationSchema views =
                new InformationSchema(catalog, api.limits(), settings.get(ConnectionProperties.COMPOUND_FIELDS));
        RowQueries queries = new SchemaQueries(
                new SqlQueries(settings, catalog, views, runner),
                new SqlQueries(settings, tooling, views, new QueryRunner(api.toolingQueries(), tooling, settings)));
        Conversions conversions = new Conversions(path -> openBlob(path, CallControl.unlimited()));
        this.writes = new Writes(settings, catalog, api, queries, conversions);
        String base = "/services/data/v" + settings.get(ConnectionProperties.API_VERSION);
        CallStatements calls = new CallStatements(
                new ApiCalls(api.replication(), api.rest(), base, writes::noteOther),
                settings.get(ConnectionProperties.TIME_ZONE));
        this.reader = new StatementReader(settings, catalog, runner, queries, writes, calls);
    }

    /** What two users may not share is apart in memory because their sessions are, and on disk by who they are. */
    private static CatalogStore store(Settings settings, SalesforceApi api) {
        Optional<Path> directory = settings.find(ConnectionProperties.METADATA_CACHE);
        Optional<String> viewer = api.viewer();
        return directory.isPresent() && viewer.isPresent()
                ? FileStore.in(directory.get(), viewer.get())
                : CatalogStore.NONE;
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
    public Prepared prepare(String text) throws SQLException {
        return reader.read(text);
    }

    @Override
    public List<EntryOutcome> runBatch(List<BatchEntry> entries, UpdateOptions options, CallControl control)
            throws SQLException {
        return writes.runBatch(entries, options, control);
    }

    @Override
    public WriteUnit writes() {
        return writes.unit();
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
