package org.soqljdbc.simulated;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.soqljdbc.simulated.bulk.BulkSettings;
import org.soqljdbc.simulated.bulk.Jobs;
import org.soqljdbc.simulated.data.OrgContents;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.fault.Faults;
import org.soqljdbc.simulated.fault.Hold;
import org.soqljdbc.simulated.http.Api;
import org.soqljdbc.simulated.http.OrgTransformer;
import org.soqljdbc.simulated.http.ToolingEndpoint;
import org.soqljdbc.simulated.log.Call;
import org.soqljdbc.simulated.log.CallLog;
import org.soqljdbc.simulated.oauth.ConnectedApp;
import org.soqljdbc.simulated.oauth.Sessions;
import org.soqljdbc.simulated.oauth.TokenEndpoint;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.OrgCalendar;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.write.RowWriter;
import org.soqljdbc.simulated.write.WriteRules;

/**
 * A Salesforce org on a free loopback port. Two orgs started alike hold the same rows with the same Ids.
 *
 * <p>One app and one user can log in, with the credentials below; every grant is answered at {@link #url}. The org
 * serves API versions 31.0 to 67.0. Rows are computed when they are read, and kept once they are written: by the sObject
 * resources, the composite family and Bulk API 2.0, with Salesforce's own checks and errors. What hangs on a deleted
 * record goes as describe tells: an account with orders cannot be deleted. Among the usual rows:
 *
 * <ul>
 *   <li>60 accounts; by Name the first is {@code Acme}, two differ in letter case only ({@code Edge Communications}),
 *       others have quotes, backslashes, {@code %}, {@code _}, Turkish, German and Japanese letters;
 *   <li>5,000 contacts, a fifth of them of {@code Acme}, a tenth without an account, none of the last account;
 *   <li>{@code Type_Sample__c} with a field of every type: its first row ({@code Known values}) has known values, the
 *       second nulls, the third ({@code Ends of the ranges}) the ends of the types' ranges;
 *   <li>standard and custom objects in numbers from 1 to 600, among them ones that need a filter
 *       ({@code ContentDocumentLink}), {@code EntityDefinition}, {@code Rate__mdt}, {@code Reading__b} and
 *       {@code Remote_Order__x} with the limits of their kinds;
 *   <li>three deleted (of tasks and events, archived) records of each object, which only {@code queryAll} sees.
 * </ul>
 *
 * <p>Without ORDER BY rows come in the order of their Ids. Child subqueries page after 500 rows. All methods are safe
 * for many threads.
 */
public final class SimulatedOrg implements AutoCloseable {

    /** The consumer key of the app. */
    public static final String CLIENT_ID = "3MVG9simulatedConsumerKey.0123456789_abcdefghijklmnopqrstuvwxyz";

    /** The consumer secret of the app. */
    public static final String CLIENT_SECRET = "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";

    /** The user's login name. */
    public static final String USERNAME = "admin@simulated.example";

    /** The user's password; holds characters that a form must encode. */
    public static final String PASSWORD = "pa+ss w%rd&1";

    /** The user's security token; the password grant wants password and token as one text. */
    public static final String SECURITY_TOKEN = "SecToken0123456789abcdef";

    /** A refresh token that is valid from the start. */
    public static final String REFRESH_TOKEN = "5Aep861SimulatedRefreshToken.0123456789";

    /** The time zone of the user, which date literals go by. */
    public static final ZoneId TIME_ZONE = ZoneId.of("America/Los_Angeles");

    /** What the org takes for now unless told otherwise: 10 March 2026, 18:30 in {@link #TIME_ZONE}. */
    public static final Instant NOW = Instant.parse("2026-03-11T01:30:00Z");

    private static final String ORGANIZATION_ID = Ids.of("00D", 1);
    private static final String USER_ID = Ids.of("005", 1);
    private static final int LARGEST_HEAD_READ = 512 * 1024;
    private static final int THREADS = 40;

    private static final Set<Integer> PORTS_HAD = ConcurrentHashMap.newKeySet();

    private final AtomicReference<WireMockServer> server = new AtomicReference<>();
    private final int port;
    private final Sessions sessions = new Sessions(ORGANIZATION_ID);
    private final CallLog log = new CallLog();
    private final Faults faults = new Faults();
    private final AtomicReference<Instant> clock;
    private final AtomicReference<PublicKey> certificate = new AtomicReference<>();
    private final AtomicReference<KeyPair> keyPair = new AtomicReference<>();
    private final Api api;
    private final OrgContents contents;
    private final WriteRules rules = new WriteRules();
    private final BulkSettings bulk = new BulkSettings();
    private volatile boolean running;

    private SimulatedOrg(Builder builder) {
        clock = new AtomicReference<>(builder.now);
        Schema schema = Schema.standard(builder.generatedObjects);
        OrgData data = new OrgData(schema, builder.rows);
        contents = new OrgContents(schema, data);
        OrgCalendar calendar = new OrgCalendar(TIME_ZONE, clock::get);
        QueryEngine engine = new QueryEngine(schema, data, calendar, USER_ID);
        ConnectedApp app = new ConnectedApp(CLIENT_ID, CLIENT_SECRET, USERNAME, PASSWORD + SECURITY_TOKEN);
        String identity = "/id/" + ORGANIZATION_ID + "/" + USER_ID;
        sessions.allow(REFRESH_TOKEN);
        RowWriter writer = new RowWriter(schema, data, rules, clock::get, USER_ID);
        Schema tooling = Schema.tooling();
        OrgData toolingData = new OrgData(tooling, builder.rows);
        api = new Api(
                new ToolingEndpoint(
                        tooling,
                        new RowWriter(tooling, toolingData, rules, clock::get, USER_ID),
                        new QueryEngine(tooling, toolingData, calendar, USER_ID),
                        clock::get,
                        this::url),
                schema,
                writer,
                new Jobs(schema, writer, engine, bulk, clock::get, USER_ID),
                engine,
                sessions,
                ended -> new TokenEndpoint(app, sessions, identity, this::url, this::certificate, ended),
                identity,
                this::url,
                log::billed);
        server.set(started(builder.port));
        port = server.get().port();
        running = true;
    }

    /** Listens on the port, or for 0 on one that no org of this JVM has had: a client may remember the earlier one. */
    private WireMockServer started(int port) {
        while (true) {
            WireMockServer candidate = new WireMockServer(WireMockConfiguration.options()
                    .bindAddress("127.0.0.1")
                    .port(port)
                    .containerThreads(THREADS)
                    .jettyHeaderRequestSize(LARGEST_HEAD_READ)
                    .http2PlainDisabled(true)
                    .gzipDisabled(true)
                    .disableRequestJournal()
                    .stubRequestLoggingDisabled(true)
                    .extensions(new OrgTransformer(api, log, faults)));
            candidate.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
            candidate.start();
            if (PORTS_HAD.add(candidate.port()) || port != 0) {
                return candidate;
            }
            candidate.stop();
        }
    }

    /** Starts an org with the usual rows. */
    public static SimulatedOrg start() {
        return builder().start();
    }

    /** An org with other rows, more objects, or another day. */
    public static Builder builder() {
        return new Builder();
    }

    /** What an org may have that is not usual. */
    public static final class Builder {

        private final Map<String, Integer> rows = new HashMap<>();
        private int generatedObjects;
        private int port;
        private Instant now = NOW;

        private Builder() {}

        /** That many rows in an object; they are computed when they are read and take no memory. */
        public Builder withRows(String object, int count) {
            rows.put(object, count);
            return this;
        }

        /** That many more custom objects, {@code Generated_0001__c} and so on, at most 3,700. */
        public Builder withGeneratedObjects(int count) {
            generatedObjects = count;
            return this;
        }

        /** Another instant for the org's clock, which date literals go by; the rows stay as they are. */
        public Builder at(Instant instant) {
            now = instant;
            return this;
        }

        /** A port of the caller's choice; 0, the default, is any free one. */
        public Builder onPort(int number) {
            port = number;
            return this;
        }

        /** Starts the org. */
        public SimulatedOrg start() {
            return new SimulatedOrg(this);
        }
    }

    /** The address of the org, for login and API alike: {@code http://127.0.0.1:40123}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Host and port, as a JDBC URL takes them: {@code 127.0.0.1:40123}. */
    public String hostAndPort() {
        return "127.0.0.1:" + port;
    }

    /** Opens a session without a call and answers its access token. */
    public String openSession() {
        return sessions.open();
    }

    /** Every call answered so far, in order. */
    public List<Call> calls() {
        return log.calls();
    }

    /** Forgets the calls so far. */
    public void forgetCalls() {
        log.clear();
    }

    /** Ends every session: the next API call is answered 401 INVALID_SESSION_ID. Cursors and refresh tokens live on. */
    public void expireSessions() {
        sessions.expireAll();
    }

    /** Ends every cursor: the next page asked for is answered INVALID_QUERY_LOCATOR. */
    public void expireCursors() {
        api.endCursors();
    }

    /** From now on each use of a refresh token replaces it and ends its former session, with that session's cursors. */
    public void rotateRefreshTokens(boolean rotate) {
        sessions.rotateRefreshTokens(rotate);
    }

    /** Makes every refresh token invalid. */
    public void revokeRefreshTokens() {
        sessions.revokeRefreshTokens();
    }

    /** Makes {@code If-Modified-Since} find every describe changed, if it names an earlier time. */
    public void changeMetadata(Instant when) {
        api.metadataChanged(when);
    }

    /** Lets that many calls of Connect REST pass before one is refused with 503 and {@code Retry-After}. */
    public void limitConnect(int calls) {
        api.limitConnect(calls);
    }

    /** Sets the org's clock, which date literals go by. */
    public void setClock(Instant instant) {
        clock.set(instant);
    }

    /**
     * Plans a fault for the first call that fits; several planned for the same calls happen one after the other.
     *
     * @param call tests method, path and query as sent: {@code GET /services/data/v67.0/query?q=...}
     */
    public void plan(Predicate<String> call, Fault fault) {
        faults.plan(call, fault);
    }

    /** Plans the same fault for that many calls that fit. */
    public void plan(int times, Predicate<String> call, Fault fault) {
        for (int i = 0; i < times; i++) {
            faults.plan(call, fault);
        }
    }

    /** Plans a fault for the n-th call from now that fits. @param nth from 1 */
    public void planNth(int nth, Predicate<String> call, Fault fault) {
        faults.plan(nth, call, fault);
    }

    /** Makes the first call that fits wait after it had its effect. @return where the test meets it */
    public Hold holdReply(Predicate<String> call) {
        Hold hold = new Hold();
        faults.plan(call, new Fault.HeldReply(hold));
        return hold;
    }

    /** Refuses connections, also those that are open, until {@link #listenAgain}. */
    public void refuseConnections() {
        server.get().stop();
    }

    /** Listens again at the same address. */
    public void listenAgain() {
        server.set(started(port));
    }

    /** Validation rules, duplicate rules and locks that a test adds, and how often each record was written. */
    public WriteRules rules() {
        return rules;
    }

    /** How the org's bulk jobs go. */
    public BulkSettings bulk() {
        return bulk;
    }

    /**
     * The live rows of an object as they are now, by Id in order; each with every field by its name. Values are
     * String (text, Ids), Boolean, Integer, Long, Double, LocalDate, Instant, LocalTime, records of the package
     * {@code data}, or null.
     */
    public List<Map<String, Object>> rows(String object) {
        return contents.rows(object);
    }

    /** One record as it is now, deleted or not; empty if there never was one. @param id 15 or 18 characters */
    public Optional<Map<String, Object>> row(String id) {
        return contents.row(id);
    }

    /**
     * How often records with a value in a field were written, deleted ones too: more than were meant to be, where
     * something was written twice.
     */
    public int writes(String object, String field, Object value) {
        return contents.ids(object, field, value).stream()
                .mapToInt(rules::writes)
                .sum();
    }

    /** Gives the org the rows it began with again, and forgets rules, locks and counts of writes. Cheap. */
    public void restore() {
        contents.restore();
        rules.clear();
        rules.forgetWrites();
        bulk.usual();
    }

    /** How many calls there were of each {@link Call#template}, since the calls were last forgotten. */
    public Map<String, Integer> callCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        calls().forEach(call -> counts.merge(call.template(), 1, Integer::sum));
        return counts;
    }

    /** Makes the first call that fits wait before it has an effect. @return where the test meets it */
    public Hold hold(Predicate<String> call) {
        Hold hold = new Hold();
        faults.plan(call, new Fault.Held(hold));
        return hold;
    }

    /** Forgets planned faults and lets held calls go on. */
    public void forgetFaults() {
        faults.clear();
    }

    /** A key pair whose public half the org accepts for the JWT bearer flow; made at the first call. */
    public KeyPair keyPair() {
        KeyPair pair = keyPair.updateAndGet(known -> Optional.ofNullable(known).orElseGet(SimulatedOrg::newKeyPair));
        certificate.compareAndSet(null, pair.getPublic());
        return pair;
    }

    /** Makes the org accept assertions signed with the key's other half, instead of {@link #keyPair}'s. */
    public void acceptKey(PublicKey key) {
        certificate.set(key);
    }

    private PublicKey certificate() {
        PublicKey key = certificate.get();
        return key == null ? keyPair().getPublic() : key;
    }

    private static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Stops answering; lets held calls go on. Harmless when repeated. */
    @Override
    public void close() {
        if (running) {
            running = false;
            faults.clear();
            server.get().stop();
        }
    }
}
