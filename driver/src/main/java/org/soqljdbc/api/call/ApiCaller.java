package org.soqljdbc.api.call;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.auth.Session;
import org.soqljdbc.auth.SharedSessions;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.RequestContent;
import org.soqljdbc.http.Transport;

/** Calls the REST API as one connection: adds session and names, renews the session once, counts. Thread-safe. */
public final class ApiCaller {

    /** A session that worked so recently is not asked after: they time out after 15 minutes of rest at the earliest. */
    private static final Duration TRUSTED_SESSION = Duration.ofMinutes(5);

    private static final String VERSION = Optional.ofNullable(
                    ApiCaller.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private final Transport transport;
    private final SharedSessions.Lease session;
    private final CallBudget budget;
    private final String base;
    private final List<HttpRequest.Header> headers;
    private volatile String limitInfo = "";
    private volatile long lastSuccessNanos;
    private volatile boolean succeeded;

    public ApiCaller(Settings settings, Transport transport, SharedSessions.Lease session) {
        this.transport = transport;
        this.session = session;
        this.budget = new CallBudget(settings);
        this.base = "/services/data/v" + settings.get(ConnectionProperties.API_VERSION);
        this.headers = List.of(
                new HttpRequest.Header("User-Agent", "soql-jdbc/" + VERSION),
                new HttpRequest.Header("Accept", "application/json"),
                new HttpRequest.Header(
                        "Sforce-Call-Options", "client=" + settings.get(ConnectionProperties.APPLICATION_NAME)));
    }

    /** {@code /services/data/vNN.0}. */
    public String base() {
        return base;
    }

    public CallBudget budget() {
        return budget;
    }

    /** What {@code Sforce-Limit-Info} last said, or "". */
    public String limitInfo() {
        return limitInfo;
    }

    /** When a call last succeeded, by {@link System#nanoTime}; empty before the first and after a lost session or org. */
    public Optional<Long> lastSuccess() {
        return succeeded ? Optional.of(lastSuccessNanos) : Optional.empty();
    }

    /** The session, logging in if need be. */
    public Session login(Deadline deadline) throws SQLException {
        return session.current(budget.loginGate(), deadline);
    }

    /** Checks a path or URL that a reply gave. @throws SQLException 08P01 if it leads away from the instance */
    public void requireOwn(String pathOrUrl, CallControl control) throws SQLException {
        login(Deadline.of(control)).instance().resolve(pathOrUrl);
    }

    /**
     * Makes a call; after 401 renews the session and makes it once more.
     *
     * @return a reply of status 2xx or 304, to be closed
     * @throws SQLException for every other status, as {@link Refusal#exception} says; 28000 if the session is refused
     *     and no other can be had; 53000 if a call limit is used up; else as {@link Transport#send}
     */
    public HttpReply call(ApiRequest request, Deadline deadline) throws SQLException {
        HttpReply reply = exchange(request, deadline);
        if (reply.isSuccess() || reply.status() == 304) {
            return reply;
        }
        throw noted(Refusal.of(request, reply).exception());
    }

    /**
     * Makes a call; after 401 renews the session and makes it once more.
     *
     * @return a reply of any status but 401, to be closed
     * @throws SQLException as {@link #call}, but for the reply's status
     */
    public HttpReply exchange(ApiRequest request, Deadline deadline) throws SQLException {
        try {
            return answered(request, deadline);
        } catch (SQLException failure) {
            throw noted(failure);
        }
    }

    private SQLException noted(SQLException failure) {
        String state = failure.getSQLState();
        if (state.startsWith("08") || state.startsWith("28")) {
            // What succeeded before says nothing any more: isValid must ask.
            succeeded = false;
        }
        return failure;
    }

    private HttpReply answered(ApiRequest request, Deadline deadline) throws SQLException {
        if (request.body().filter(RequestContent::isOnce).isPresent()) {
            requireLiveSession(deadline);
        }
        Session first = login(deadline);
        HttpReply reply = send(request, first, deadline);
        if (reply.status() == 401) {
            SQLException refusal = Refusal.of(request, reply).exception();
            if (!isExpiry(refusal)) {
                throw refusal;
            }
            Session next = renewed(first, refusal, deadline);
            if (!request.canBeSent()) {
                throw SqlErrors.of(
                        SqlState.INVALID_AUTHORIZATION,
                        request + ": the session had expired, and the stream that was to be sent has been read. The"
                                + " session is renewed; run the statement again with a new stream",
                        refusal);
            }
            reply = send(request, next, deadline);
            if (reply.status() == 401) {
                throw Refusal.of(request, reply).exception();
            }
        }
        if (reply.isSuccess() || reply.status() == 304) {
            lastSuccessNanos = System.nanoTime();
            succeeded = true;
        }
        return reply;
    }

    /** Asks cheaply, so that an expired session is renewed before a stream is used up. */
    private void requireLiveSession(Deadline deadline) throws SQLException {
        if (succeeded && System.nanoTime() - lastSuccessNanos < TRUSTED_SESSION.toNanos()) {
            return;
        }
        call(ApiRequest.get(base + "/", "/"), deadline).close();
    }

    private Session renewed(Session refused, SQLException refusal, Deadline deadline) throws SQLException {
        try {
            return session.renew(refused, budget.loginGate(), deadline);
        } catch (SQLException cannot) {
            cannot.addSuppressed(refusal);
            throw cannot;
        }
    }

    private HttpReply send(ApiRequest request, Session session, Deadline deadline) throws SQLException {
        List<HttpRequest.Header> all = new ArrayList<>(request.headers());
        headers.stream().filter(usual -> !request.names(usual.name())).forEach(all::add);
        all.add(new HttpRequest.Header("Authorization", "Bearer " + session.token()));
        HttpRequest sent = new HttpRequest(
                request.method(),
                session.instance().resolve(request.path()),
                request.label(),
                List.copyOf(all),
                request.body(),
                request.effect());
        HttpReply reply = transport.send(sent, budget.gate(deadline.control()), deadline);
        reply.header("Sforce-Limit-Info").ifPresent(seen -> limitInfo = seen);
        reply.usage("call " + budget.made() + " of the connection" + (limitInfo.isEmpty() ? "" : ", " + limitInfo));
        return reply;
    }

    /** Whether a new session may help: these two are also 401 and would be refused again for ever. */
    private static boolean isExpiry(SQLException refusal) {
        String message = refusal.getMessage();
        return !message.contains("This session is not valid for use with the REST API")
                && !message.contains("Connected app is not attached to Agent");
    }
}
