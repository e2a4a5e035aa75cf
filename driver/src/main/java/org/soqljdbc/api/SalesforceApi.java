package org.soqljdbc.api;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.soqljdbc.api.bulk.BulkIngestApi;
import org.soqljdbc.api.bulk.BulkQueryApi;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.write.CollectionApi;
import org.soqljdbc.api.write.CompositeApi;
import org.soqljdbc.api.write.RowApi;
import org.soqljdbc.auth.Session;
import org.soqljdbc.auth.SharedSessions;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.Transport;

/** The REST API of one org as one connection uses it. Thread-safe. */
public final class SalesforceApi implements AutoCloseable {

    /** Where the resources of Tooling API are. */
    static final String TOOLING = "/tooling";

    private final SharedSessions.Lease session;
    private final String apiVersion;
    private final ApiCaller caller;
    private final QueryApi queries;
    private final DescribeApi describes;
    private final BlobApi blobs;
    private final ResourcesApi resources;
    private final LimitsApi limits;
    private final RowApi rows;
    private final CollectionApi collections;
    private final CompositeApi composites;
    private final ReplicationApi replication;
    private final RestApi rest;
    private final BulkQueryApi bulkQueries;
    private final BulkIngestApi bulkIngests;

    private SalesforceApi(Settings settings, Transport transport, SharedSessions.Lease session) {
        this.session = session;
        this.apiVersion = settings.get(ConnectionProperties.API_VERSION);
        this.caller = new ApiCaller(settings, transport, session);
        this.queries = new QueryApi(caller, "");
        this.describes = new DescribeApi(caller, "");
        this.blobs = new BlobApi(caller);
        this.collections = new CollectionApi(caller);
        this.rows = new RowApi(caller, collections);
        this.composites = new CompositeApi(caller);
        this.limits = new LimitsApi(caller);
        this.replication = new ReplicationApi(caller);
        this.rest = new RestApi(caller);
        this.bulkQueries = new BulkQueryApi(caller);
        this.bulkIngests = new BulkIngestApi(caller);
        this.resources = new ResourcesApi(caller, settings.get(ConnectionProperties.VALIDATION_INTERVAL));
    }

    /**
     * Prepares calls; makes none.
     *
     * @throws SQLException 08001 if the settings do not say how to log in, or name a key or store that cannot be read
     */
    public static SalesforceApi open(Settings settings) throws SQLException {
        return open(settings, SharedSessions.OF_JVM);
    }

    /** With sessions of its own, for tests. */
    static SalesforceApi open(Settings settings, SharedSessions sessions) throws SQLException {
        Transport transport = Transport.of(settings);
        return new SalesforceApi(settings, transport, sessions.lease(settings, transport));
    }

    /**
     * Gets the session: one token call, none if a connection with equal credentials has it already or it is ready.
     *
     * @throws SQLException 28000 if refused, with advice; 08xxx if the login host cannot be reached; HYT00 after
     *     {@code loginTimeout}
     */
    public void login() throws SQLException {
        caller.login(Deadline.of(CallControl.unlimited()));
    }

    /** Queries of Tooling API (REST API Developer Guide, "Resources"): the same shapes as those of the org's objects. */
    public QueryApi toolingQueries() {
        return new QueryApi(caller, TOOLING);
    }

    /** Describes of Tooling API's objects. */
    public DescribeApi toolingDescribes() {
        return new DescribeApi(caller, TOOLING);
    }

    /**
     * What all connections of this user and API version have learnt together; made when first asked for.
     *
     * @param name tells several things of a type apart
     */
    public <T> T shared(String name, Class<T> type, Supplier<T> first) {
        return session.shared(List.of(name, type, apiVersion), type, first);
    }

    /**
     * Whose eyes the org is seen with: equal for the same user of the same org and API version, whoever logs in how.
     *
     * @return empty if the login did not tell, as a ready token does not
     */
    public Optional<String> viewer() {
        return session.known().flatMap(Session::user).map(user -> user + " " + apiVersion);
    }

    public QueryApi queries() {
        return queries;
    }

    public DescribeApi describes() {
        return describes;
    }

    public BlobApi blobs() {
        return blobs;
    }

    public ResourcesApi resources() {
        return resources;
    }

    /** What the org has left of each of its limits. */
    public LimitsApi limits() {
        return limits;
    }

    /** Writes of one row. */
    public RowApi rows() {
        return rows;
    }

    /** Writes of up to 200 rows. */
    public CollectionApi collections() {
        return collections;
    }

    /** Writes of rows that belong together, with reading back. */
    public CompositeApi composites() {
        return composites;
    }

    /** What changed in a span of time. */
    public ReplicationApi replication() {
        return replication;
    }

    /** Calls of the user's own. */
    public RestApi rest() {
        return rest;
    }

    /** Queries of very many rows. */
    public BulkQueryApi bulkQueries() {
        return bulkQueries;
    }

    /** Writes of very many rows. */
    public BulkIngestApi bulkIngests() {
        return bulkIngests;
    }

    /** Requests sent for this connection: token, describe, query and page requests, repeated ones too. */
    public long callsMade() {
        return caller.budget().made();
    }

    /** What {@code Sforce-Limit-Info} last said; empty before the first reply that carries it. */
    public Optional<ApiUsage> usage() {
        return ApiUsage.parse(caller.limitInfo());
    }

    /** The base of all calls, without a trailing slash; logs in if need be. */
    public String instanceUrl() throws SQLException {
        return caller.login(Deadline.of(CallControl.unlimited())).instance().toString();
    }

    /** Gives back the share of the session, which lives on for others and is not revoked. */
    @Override
    public void close() {
        session.close();
    }
}
