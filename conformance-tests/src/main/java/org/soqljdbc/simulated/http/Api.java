package org.soqljdbc.simulated.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.oauth.Sessions;
import org.soqljdbc.simulated.oauth.TokenEndpoint;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.QueryEngine;

/** Finds the endpoint of a request and checks the session before it. */
public final class Api {

    private static final String DATA = "/services/data";

    private final Sessions sessions;
    private final TokenEndpoint tokens;
    private final String identityPath;
    private final Supplier<String> orgUrl;
    private final ApiVersions versions = new ApiVersions();
    private final CompositeEndpoint composite = new CompositeEndpoint();
    private final SObjectEndpoint objects;
    private final QueryEndpoint queries;
    private final LimitsEndpoint limits;
    private final Cursors cursors = new Cursors();

    /** @param used how many calls counted so far */
    public Api(
            Schema schema,
            OrgData data,
            QueryEngine engine,
            Sessions sessions,
            Function<Consumer<String>, TokenEndpoint> tokens,
            String identityPath,
            Supplier<String> orgUrl,
            LongSupplier used) {
        this.sessions = sessions;
        this.tokens = tokens.apply(cursors::endSession);
        this.identityPath = identityPath;
        this.orgUrl = orgUrl;
        this.objects = new SObjectEndpoint(schema, data, engine, orgUrl);
        this.queries = new QueryEndpoint(engine, cursors);
        this.limits = new LimitsEndpoint(schema, data, used);
    }

    /** The describes of the whole org count as changed at that time. */
    public void metadataChanged(Instant when) {
        objects.metadataChanged(when);
    }

    /** Ends every cursor, as two days do. */
    public void endCursors() {
        cursors.endAll();
    }

    /** Whether a call counts towards the daily limit: all of the data API but the list of versions. */
    static boolean isBilled(Request request) {
        return request.path().startsWith(DATA + "/v");
    }

    /** The SOQL of a request, also inside a composite one. */
    Optional<String> soql(Request request) {
        return request.path().endsWith("/composite") ? composite.soql(request) : request.soql();
    }

    Reply answer(Request request) {
        String path = request.path();
        if (path.equals("/services/oauth2/token")) {
            return token(request);
        }
        if (path.equals(DATA) || path.equals(DATA + "/")) {
            return Reply.json(200, versions.list());
        }
        if (!path.startsWith(DATA + "/")) {
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
        return resource(request, session, true);
    }

    private Reply token(Request request) {
        if (!request.method().equals("POST")) {
            return Reply.methodNotAllowed(request.method(), "POST");
        }
        TokenEndpoint.Answer answer = tokens.answer(request.form(), request.header("Authorization"));
        return Reply.json(answer.status(), answer.body()).with("Cache-Control", "no-cache, no-store");
    }

    private Reply resource(Request request, String session, boolean outer) {
        String[] parts = request.path().substring(DATA.length() + 1).split("/");
        String version = parts[0];
        Optional<Reply> refusal = versions.refusal(version);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String[] rest = parts.length > 2 ? Arrays.copyOfRange(parts, 2, parts.length) : new String[0];
        return switch (parts.length < 2 ? "" : parts[1]) {
            case "" -> Reply.json(200, versions.resources(version, orgUrl.get() + identityPath));
            case "sobjects" -> objects.answer(request, version, rest);
            case "query" -> queries.answer(request, version, false, String.join("/", rest), session);
            case "queryAll" -> queries.answer(request, version, true, String.join("/", rest), session);
            case "limits" -> rest.length == 0 ? limits.limits() : limits(request, rest[0]);
            case "composite" ->
                outer && rest.length == 0 ? composite.answer(request, part -> inside(part, session)) : Reply.notFound();
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
