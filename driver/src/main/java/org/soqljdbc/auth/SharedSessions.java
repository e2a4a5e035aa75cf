package org.soqljdbc.auth;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.CallGate;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.Transport;

/**
 * The sessions of a JVM, by credentials: connections with equal ones share a keeper. A keeper nobody uses is kept for the
 * next connection, so that opening and closing in turn costs one token call; of those only the latest few are kept.
 */
public final class SharedSessions {

    /** The one of this JVM. */
    public static final SharedSessions OF_JVM = new SharedSessions();

    private static final int MOST_IDLE = 16;

    /** @param loginUrl equal credentials at another host are another org */
    private record Key(String loginUrl, Credentials credentials) {}

    private static final class Entry {

        private final SessionKeeper keeper;
        private final Map<Object, Object> learnt = new ConcurrentHashMap<>();
        private int users;

        Entry(SessionKeeper keeper) {
            this.keeper = keeper;
        }
    }

    // In order of use, the latest last.
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** One connection's share of a session. Safe for use by many threads. */
    public final class Lease implements AutoCloseable {

        private final Key key;
        private final SessionKeeper keeper;
        private final Map<Object, Object> learnt;
        private final TokenEndpoint login;
        private boolean released;

        private Lease(Key key, Entry entry, TokenEndpoint login) {
            this.key = key;
            this.keeper = entry.keeper;
            this.learnt = entry.learnt;
            this.login = login;
        }

        /**
         * The session, got by a token call if there is none yet.
         *
         * @param gate asked before a token call that this causes
         * @throws SQLException 28000 if refused; 08xxx; HYT00 after the login time-out or the deadline; 57014
         */
        public Session current(CallGate gate, Deadline deadline) throws SQLException {
            return keeper.current(login, gate, deadline);
        }

        /**
         * A session other than the one refused: one that another thread has got meanwhile, or by a token call.
         *
         * @param refused the session a call was refused with
         * @param gate asked before a token call that this causes
         * @throws SQLException as {@link #current}; 28000 also where the token is a ready one
         */
        public Session renew(Session refused, CallGate gate, Deadline deadline) throws SQLException {
            return keeper.renew(refused, login, gate, deadline);
        }

        /**
         * What the connections of this session have learnt together: made once, and forgotten with the session.
         *
         * @param key equal for what is the same
         */
        public <T> T shared(Object key, Class<T> type, Supplier<T> first) {
            return type.cast(learnt.computeIfAbsent(key, absent -> first.get()));
        }

        /** The session if there is one already; asks nobody. */
        public Optional<Session> known() {
            return keeper.known();
        }

        /** Lets go; the session lives on for others, and is never revoked. Harmless when done already. */
        @Override
        public void close() {
            synchronized (entries) {
                if (!released) {
                    released = true;
                    entries.get(key).users--;
                    forgetIdle();
                }
            }
        }
    }

    /**
     * A share of the session for a connection's credentials; no I/O but reading a key file.
     *
     * @param transport used for the token calls this share causes
     * @throws SQLException 08001 if the properties do not make up one way to log in
     */
    public Lease lease(Settings settings, Transport transport) throws SQLException {
        Credentials credentials = CredentialsReader.read(settings);
        TokenEndpoint login = new TokenEndpoint(
                transport, settings.loginUrl(), settings.get(ConnectionProperties.LOGIN_TIMEOUT), Clock.systemUTC());
        Key key = new Key(settings.loginUrl(), credentials);
        synchronized (entries) {
            Entry entry = entries.computeIfAbsent(key, k -> new Entry(new SessionKeeper(credentials)));
            entry.users++;
            return new Lease(key, entry, login);
        }
    }

    private void forgetIdle() {
        long idle = entries.entrySet().stream().filter(SharedSessions::mayGo).count();
        Iterator<Map.Entry<Key, Entry>> eldestFirst = entries.entrySet().iterator();
        while (idle > MOST_IDLE && eldestFirst.hasNext()) {
            if (mayGo(eldestFirst.next())) {
                eldestFirst.remove();
                idle--;
            }
        }
    }

    /** A keeper with a rotated refresh token stays: the one in the user's settings is dead. */
    private static boolean mayGo(Map.Entry<Key, Entry> entry) {
        return entry.getValue().users == 0
                && !entry.getValue().keeper.holdsRotatedToken(entry.getKey().credentials());
    }
}
