package org.soqljdbc.auth;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** A token got elsewhere, used until it runs out. @param session where it belongs */
record AccessToken(Session session) implements Credentials {

    @Override
    public List<Field> tokenRequest(Clock clock) throws SQLException {
        throw cannotRenew();
    }

    /** 28000: there is nothing to ask for another token with. */
    SQLException cannotRenew() {
        return SqlErrors.of(
                SqlState.INVALID_AUTHORIZATION,
                "The access token has expired or was revoked, and a ready token cannot be renewed. Give a new"
                        + " accessToken, or use a grant that renews: jwt, client_credentials or refresh_token");
    }

    @Override
    public String toString() {
        return "AccessToken[" + session.instance() + "]";
    }
}
