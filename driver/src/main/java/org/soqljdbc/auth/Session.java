package org.soqljdbc.auth;

import java.util.Optional;
import org.soqljdbc.http.Origin;

/**
 * The right to call one org.
 *
 * @param instance where all calls go, and the only place the token may travel to
 * @param token opaque session id or JWT, of any length
 * @param user the identity URL of the login, which ends in the Ids of org and user; no secret
 */
public record Session(Origin instance, String token, Optional<String> user) {

    /** One whose user nobody told. */
    public Session(Origin instance, String token) {
        this(instance, token, Optional.empty());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Session[" + instance + "]";
    }
}
