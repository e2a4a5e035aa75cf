package org.soqljdbc.simulated.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.soqljdbc.simulated.bulk.Jobs;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.oauth.Sessions;
import org.soqljdbc.simulated.oauth.TokenEndpoint;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.write.RowWriter;

/** Finds the endpoint of a request and checks the session before it. */
public final class Api {

    private static final String DATA = "/services/data";
    private static final String APEX_REST = "/services/apexrest/";

    private final ToolingEndpoint tooling;
    private final Sessions sessions;
    private final TokenEndpoint tokens;
    private final String identityPath;
    private final Supplier<String> orgUrl;
    private final ApiVersions versions = new ApiVersions();
    private final OrgData data;
    private final CompositeFamily composite;
    private final JobsEndpoint jobs;
    private final SObjectEndpoint objects;
    private final QueryEndpoint queries;
    private final LimitsEndpoint limits;
    private final EchoEndpoint echo = new EchoEndpoint();
    private final Cursors cursors = new Cursors();

    /** @param used how many calls counted so far */
    public Api(
            ToolingEndpoint tooling,
            Schema schema,
            RowWriter writer,
            Jobs jobs,
            QueryEngine engine,
            Sessions sessions,
            Function<Consumer<String>, TokenEndpoint> tokens,
            String identityPath,
            Supplier<String> orgUrl,
            LongSupplier used) {
        this.tooling = tooling;
        this.sessions = sessions;
        this.tokens = tokens.apply(cursors::endSession);
        this.identityPath = identityPath;
        this.orgUrl = orgUrl;
        this.data = writer.data();
        this.objects = new SObjectEndpoint(schema, writer, engine, writer.clock(), orgUrl);
        this.jobs = new JobsEndpoint(jobs);
        this.composite = new CompositeFamily(schema, writer, engine);
        this.queries = new QueryEndpoint(engine, cursors);
        this.limits = new LimitsEndpoint(schema, data, used);
    }

    /** The describes of the whole org count as changed at that time. */
    public void metadataChanged(Instant when) {
        objects.metadataChanged(when);
    }

    /** Lets that many calls of Connect REST pass before one is refused with 503. */
    public void limitConnect(int calls) {
        echo.limitConnect(calls);
    }

    /** Ends every cursor, as two days do. */
    public void endCursors() {
        cursors.endAll();
    }

    /** Whether a call counts towards the daily limit: all of the data API but the list of versions, and Apex REST. */
    static boolean isBilled(Request request) {
        return request.path().startsWith(DATA + "/v") || request.path().startsWith(APEX_REST);
    }

    /** How many calls a request counts for: a batch for each of its parts (REST API, "Batch"), others for one. */
    static int cost(Request request) {
        return request.path().endsWith("/composite/batch") ? BatchEndpoint.parts(request) : 1;
    }

    /** The SOQL of a request, also inside a composite one. */
    Optional<String> soql(Request request) {
        return composite.soql(request);
    }

    Reply answer(Request request) {
        String path = request.path();
        if (path.equals("/services/oauth2/token")) {
            return token(request);
        }
        if (path.equals(DATA) || path.equals(DATA + "/")) {
            return Reply.json(200, versions.list());
        }
        boolean apex = path.startsWith(APEX_REST);
        if (!apex && !path.startsWith(DATA + "/")) {
            return Reply.html(404, "<html><body><h1>URL No Longer Exists</h1></body></html>");
        }
        Optional<String> authorization = request.header("Authorization");
        if (authorization.isPresent() && !authorization.get().matches("(?i)(Bearer|OAuth) +\\S+")) {
            return Reply.error(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE")
                    .with("WWW-Authenticate", "Token");
        }
        String session = authorization.map(text -> text.split(" +")[1]).orElse("");
        if (!sessions.isOpen(session)) {
            return Reply.error(401, "INVALID_SESSION_ID", "Session expired or invalid")
                    .with("WWW-Authenticate", "Token");
        }
        if (apex) {
            return echo.echo(request);
        }
        String method = request.parameter("_HttpMethod")
                .filter(any -> request.method().equals("POST"))
                .orElse(request.method());
        return locked(request.withMethod(method), session);
    }

    private Reply token(Request request) {
        if (!request.method().equals("POST")) {
            return Reply.methodNotAllowed(request.method(), "POST");
        }
        TokenEndpoint.Answer answer = tokens.answer(request.form(), request.header("Authorization"));
        return Reply.json(answer.status(), answer.body()).with("Cache-Control", "no-cache, no-store");
    }

    /** Readers see either nothing or all of a request that writes. */
    private Reply locked(Request request, String session) {
        Optional<String> foreign = request.header("Content-Type")
                .filter(type -> request.body().length > 0)
                .filter(type -> !type.matches("(?i)(application/json|multipart/form-data|text/csv)\\b.*"));
        if (foreign.isPresent()) {
            return Reply.error(415, "UNSUPPORTED_MEDIA_TYPE", "Content type " + foreign.get() + " is not supported");
        }
        // A job goes on when it is asked how it stands.
        boolean reads = Set.of("GET", "HEAD").contains(request.method())
                && !request.segments().contains("jobs");
        if (reads) {
            return data.reading(() -> resource(request, session, true));
        }
        return data.writing(() -> {
            Reply reply = resource(request, session, true);
            data.undo().commit();
            return reply;
        });
    }

    private Reply resource(Request request, String session, boolean outer) {
        // Before the version stand nothing, "services" and "data".
        List<String> parts = request.segments().subList(3, request.segments().size());
        String version = parts.isEmpty() ? "" : parts.get(0);
        Optional<Reply> refusal = versions.refusal(version);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<String> rest = parts.size() > 2 ? parts.subList(2, parts.size()) : List.of();
        return switch (parts.size() < 2 ? "" : parts.get(1)) {
            case "" -> Reply.json(200, versions.resources(version, orgUrl.get() + identityPath));
            case "sobjects" -> objects.answer(request, version, rest);
            case "query" -> queries.answer(request, version, false, String.join("/", rest), session);
            case "queryAll" -> queries.answer(request, version, true, String.join("/", rest), session);
            case "tooling" -> tooling.answer(request, version, rest, session);
            case "limits" -> rest.isEmpty() ? limits.limits() : limits(request, rest.get(0));
            case "connect", "chatter" -> echo.connect(request);
            case "actions" -> echo.echo(request);
            case "jobs" -> outer ? jobs.answer(request, version, rest) : Reply.notFound();
            case "composite" -> composite.answer(request, version, rest, outer, part -> inside(part, session));
            default -> Reply.notFound();
        };
    }

    private Reply limits(Request request, String resource) {
        return resource.equals("recordCount") ? limits.recordCount(request) : Reply.notFound();
    }

    private Reply inside(Request part, String session) {
        return part.path().startsWith(DATA + "/") ? resource(part, session, false) : Reply.notFound();
    }
}
