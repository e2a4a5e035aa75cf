package org.soqljdbc.auth;

import java.time.Clock;
import java.util.List;

/**
 * The token of an earlier authorization (OAuth 2.0 Refresh Token Flow).
 *
 * @param clientSecret "" for an app that demands none
 */
record RefreshToken(String clientId, String clientSecret, String refreshToken) implements Credentials {

    @Override
    public List<Field> tokenRequest(Clock clock) {
        Field grant = new Field("grant_type", "refresh_token");
        Field id = new Field("client_id", clientId);
        Field token = new Field("refresh_token", refreshToken);
        return clientSecret.isEmpty()
                ? List.of(grant, id, token)
                : List.of(grant, id, new Field("client_secret", clientSecret), token);
    }

    /** Under rotation, using a token twice revokes its whole family. */
    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Credentials after(TokenReply reply) {
        return reply.refreshToken()
                .<Credentials>map(next -> new RefreshToken(clientId, clientSecret, next))
                .orElse(this);
    }

    @Override
    public String toString() {
        return "RefreshToken[" + clientId + "]";
    }
}
