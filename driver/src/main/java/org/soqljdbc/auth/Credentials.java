package org.soqljdbc.auth;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** What a user presents to get a session; one record for each grant. Equal credentials may share a session. */
public sealed interface Credentials permits AccessToken, ClientCredentials, JwtBearer, RefreshToken, UsernamePassword {

    /** One field of a token request's form. */
    record Field(String name, String value) {}

    /**
     * The token request's form (RFC 6749, 4).
     *
     * @throws SQLException 28000 if it cannot be made: a key that does not sign, a ready token that has run out
     */
    List<Field> tokenRequest(Clock clock) throws SQLException;

    /** Whether a token request that brought no answer may be sent again. */
    default boolean repeatable() {
        return true;
    }

    /** The credentials to be used next, after an answer that may have brought a new refresh token. */
    default Credentials after(TokenReply reply) {
        return this;
    }
}
