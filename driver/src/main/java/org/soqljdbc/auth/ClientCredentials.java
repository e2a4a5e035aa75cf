package org.soqljdbc.auth;

import java.time.Clock;
import java.util.List;

/** The app itself logs in, as its run-as user; works on a My Domain only (OAuth 2.0 Client Credentials Flow). */
record ClientCredentials(String clientId, String clientSecret) implements Credentials {

    @Override
    public List<Field> tokenRequest(Clock clock) {
        return List.of(
                new Field("grant_type", "client_credentials"),
                new Field("client_id", clientId),
                new Field("client_secret", clientSecret));
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + "]";
    }
}
