package org.soqljdbc.auth;

import java.time.Clock;
import java.util.List;

/**
 * A user's own password (OAuth 2.0 Username-Password Flow); blocked by default in orgs made since Summer '23.
 *
 * @param clientSecret "" for an app that demands none
 * @param securityToken "" where the caller's address is trusted
 */
record UsernamePassword(String clientId, String clientSecret, String user, String password, String securityToken)
        implements Credentials {

    @Override
    public List<Field> tokenRequest(Clock clock) {
        Field grant = new Field("grant_type", "password");
        Field id = new Field("client_id", clientId);
        Field name = new Field("username", user);
        // The token stands immediately behind the password.
        Field secret = new Field("password", password + securityToken);
        return clientSecret.isEmpty()
                ? List.of(grant, id, name, secret)
                : List.of(grant, id, new Field("client_secret", clientSecret), name, secret);
    }

    /** A password sent twice counts twice against the lock-out. */
    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public String toString() {
        return "UsernamePassword[" + user + "]";
    }
}
