package org.soqljdbc.api;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.auth.Session;
import org.soqljdbc.auth.SharedSessions;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.Transport;

/** Calls the REST API as one connection: adds session and names, renews the session once, counts. Thread-safe. */
final class ApiCaller {

    /** Enough of an error's body; Salesforce's own are a few hundred bytes, a trigger's trace a few thousand. */
    private static final int LARGEST_ERROR_BYTES = 64 << 10;

    private static final String VERSION = Optional.ofNullable(
                    ApiCaller.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private final Transport transport;
    private final SharedSessions.Lease session;
    private final CallBudget budget;
    private final String base;
    private final List<HttpRequest.Header> headers;
    private volatile Optional<ApiUsage> usage = Optional.empty();
    private volatile long lastSuccessNanos;
    private volatile boolean succeeded;

    ApiCaller(Settings settings, Transport transport, SharedSessions.Lease session) {
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
    String base() {
        return base;
    }

    CallBudget budget() {
        return budget;
    }

    Optional<ApiUsage> usage() {
        return usage;
    }

    /** When a call last succeeded, by {@link System#nanoTime}; empty before the first and after a lost session or org. */
    Optional<Long> lastSuccess() {
        return succeeded ? Optional.of(lastSuccessNanos) : Optional.empty();
    }

    /** The session, logging in if need be. */
    Session login(Deadline deadline) throws SQLException {
        return session.current(budget.loginGate(), deadline);
    }

    /** Checks a path or URL that a reply gave. @throws SQLException 08P01 if it leads away from the instance */
    void requireOwn(String pathOrUrl, CallControl control) throws SQLException {
        login(Deadline.of(control)).instance().resolve(pathOrUrl);
    }

    /**
     * Makes a call; after 401 renews the session and makes it once more.
     *
     * @return a reply of status 2xx or 304, to be closed
     * @throws SQLException for every other status, as {@link SalesforceErrors} says; 28000 if the session is refused
     *     and no other can be had; 53000 if a call limit is used up; else as {@link Transport#send}
     */
    HttpReply call(ApiRequest request, Deadline deadline) throws SQLException {
        try {
            return answered(request, deadline);
        } catch (SQLException failure) {
            String state = failure.getSQLState();
            if (state.startsWith("08") || state.startsWith("28")) {
                // What succeeded before says nothing any more: isValid must ask.
                succeeded = false;
            }
            throw failure;
        }
    }

    private HttpReply answered(ApiRequest request, Deadline deadline) throws SQLException {
        Session first = login(deadline);
        HttpReply reply = send(request, first, deadline);
        if (reply.status() == 401) {
            SQLException refusal = refusal(reply);
            if (!isExpiry(refusal)) {
                throw refusal;
            }
            reply = send(request, renewed(first, refusal, deadline), deadline);
        }
        if (reply.isSuccess() || reply.status() == 304) {
            lastSuccessNanos = System.nanoTime();
            succeeded = true;
            return reply;
        }
        throw refusal(reply);
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
        List<HttpRequest.Header> all = new ArrayList<>(headers);
        all.addAll(request.headers());
        all.add(new HttpRequest.Header("Authorization", "Bearer " + session.token()));
        HttpRequest sent = new HttpRequest(
                request.method(),
                session.instance().resolve(request.path()),
                request.label(),
                List.copyOf(all),
                request.body(),
                request.repeatable());
        HttpReply reply = transport.send(sent, budget.gate(deadline.control()), deadline);
        reply.header("Sforce-Limit-Info").flatMap(ApiUsage::parse).ifPresent(seen -> usage = Optional.of(seen));
        return reply;
    }

    private static SQLException refusal(HttpReply reply) throws SQLException {
        try (reply) {
            return SalesforceErrors.ofReply(reply.status(), reply.contentType(), reply.text(LARGEST_ERROR_BYTES));
        }
    }

    /** Whether a new session may help: these two are also 401 and would be refused again for ever. */
    private static boolean isExpiry(SQLException refusal) {
        String message = refusal.getMessage();
        return !message.contains("This session is not valid for use with the REST API")
                && !message.contains("Connected app is not attached to Agent");
    }
}
