package org.soqljdbc.auth;

import org.soqljdbc.http.Origin;

/**
 * The right to call one org.
 *
 * @param instance where all calls go, and the only place the token may travel to
 * @param token opaque session id or JWT, of any length
 */
public record Session(Origin instance, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Session[" + instance + "]";
    }
}
