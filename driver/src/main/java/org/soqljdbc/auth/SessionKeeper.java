package org.soqljdbc.auth;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.soqljdbc.http.CallGate;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.Workers;

/**
 * Holds one session for all connections with equal credentials and renews it, one token call at a time however many
 * threads ask. Safe for use by many threads.
 */
final class SessionKeeper {

    private Credentials credentials;
    private Session session;
    private CompletableFuture<Session> renewal;

    SessionKeeper(Credentials credentials) {
        this.credentials = credentials;
        this.session = credentials instanceof AccessToken ready ? ready.session() : null;
    }

    /** The session, got by a token call if there is none yet. @param login makes that call if this is the one to make it */
    Session current(TokenEndpoint login, CallGate gate, Deadline deadline) throws SQLException {
        CompletableFuture<Session> coming;
        synchronized (this) {
            if (session != null) {
                return session;
            }
            coming = join(login, gate);
        }
        return deadline.await(coming);
    }

    /** A session other than the one refused. @param login makes the token call if this is the one to make it */
    Session renew(Session refused, TokenEndpoint login, CallGate gate, Deadline deadline) throws SQLException {
        CompletableFuture<Session> coming;
        synchronized (this) {
            if (session != null && session != refused) {
                return session;
            }
            if (credentials instanceof AccessToken ready) {
                // It stays: the next call may show that this was no expiry.
                throw ready.cannotRenew();
            }
            session = null;
            coming = join(login, gate);
        }
        return deadline.await(coming);
    }

    /** The session if there is one already; asks nobody. */
    synchronized Optional<Session> known() {
        return Optional.ofNullable(session);
    }

    /** Whether a new refresh token was received, so that what the user configured no longer works. */
    synchronized boolean holdsRotatedToken(Credentials configured) {
        return !credentials.equals(configured);
    }

    private CompletableFuture<Session> join(TokenEndpoint login, CallGate gate) throws SQLException {
        if (renewal == null) {
            // Here, so that a connection which may make no more calls fails alone and not with all who wait.
            gate.beforeCall();
            CompletableFuture<Session> coming = new CompletableFuture<>();
            renewal = coming;
            Credentials presented = credentials;
            // On a thread of its own: cancelling the statement that asked first must not fail the others that wait.
            Workers.executor().execute(() -> login(presented, login, coming));
        }
        return renewal;
    }

    private void login(Credentials presented, TokenEndpoint endpoint, CompletableFuture<Session> coming) {
        try {
            TokenReply reply = endpoint.request(presented);
            // Kept before the instance is checked: under rotation the old refresh token is dead from now on.
            synchronized (this) {
                credentials = presented.after(reply);
            }
            Session fresh = endpoint.session(reply);
            synchronized (this) {
                session = fresh;
                renewal = null;
            }
            coming.complete(fresh);
        } catch (SQLException | RuntimeException | Error failure) {
            // Those who wait must hear of it, whatever it is.
            synchronized (this) {
                renewal = null;
            }
            coming.completeExceptionally(failure);
        }
    }
}
