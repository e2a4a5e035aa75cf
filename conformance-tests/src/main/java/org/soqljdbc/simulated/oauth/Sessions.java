package org.soqljdbc.simulated.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sessions and refresh tokens that are valid now. Safe for many threads. */
public final class Sessions {

    private final String organizationId;
    private final Set<String> open = new HashSet<>();
    private final Map<String, Optional<String>> sessionByRefreshToken = new HashMap<>();
    private final Set<String> rotatedAway = new HashSet<>();
    private long opened;
    private boolean rotating;

    /** @param organizationId 18 characters; the first 15 begin every access token */
    public Sessions(String organizationId) {
        this.organizationId = organizationId;
    }

    /** Opens a session and answers its access token. */
    public synchronized String open() {
        String token = organizationId.substring(0, 15) + "!" + opaque("session", ++opened);
        open.add(token);
        return token;
    }

    /** Whether that access token's session is open. */
    public synchronized boolean isOpen(String accessToken) {
        return open.contains(accessToken);
    }

    /** Ends every session, as time does; refresh tokens stay valid. */
    public synchronized void expireAll() {
        open.clear();
    }

    /** Makes a refresh token valid. */
    public synchronized void allow(String refreshToken) {
        sessionByRefreshToken.put(refreshToken, Optional.empty());
    }

    /** Makes every refresh token invalid. */
    public synchronized void revokeRefreshTokens() {
        sessionByRefreshToken.clear();
    }

    /** From now on each use of a refresh token replaces it, ends its former session and refuses the old one. */
    public synchronized void rotateRefreshTokens(boolean rotate) {
        rotating = rotate;
    }

    /**
     * Opens a session for a refresh token.
     *
     * @return empty when the token is not valid; a token that was rotated away takes its whole family with it
     */
    public synchronized Optional<Renewed> refresh(String refreshToken) {
        if (rotatedAway.contains(refreshToken)) {
            sessionByRefreshToken.values().forEach(session -> session.ifPresent(open::remove));
            sessionByRefreshToken.clear();
        }
        Optional<String> former = sessionByRefreshToken.get(refreshToken);
        if (former == null) {
            return Optional.empty();
        }
        String token = open();
        if (!rotating) {
            sessionByRefreshToken.put(refreshToken, Optional.of(token));
            return Optional.of(new Renewed(token, Optional.empty(), Optional.empty()));
        }
        former.ifPresent(open::remove);
        String next = "5Aep861" + opaque("refresh", opened);
        sessionByRefreshToken.remove(refreshToken);
        rotatedAway.add(refreshToken);
        sessionByRefreshToken.put(next, Optional.of(token));
        return Optional.of(new Renewed(token, Optional.of(next), former));
    }

    /**
     * What a refresh gave.
     *
     * @param refreshToken the new one, under rotation
     * @param ended the access token of the session that ended, under rotation
     */
    public record Renewed(String accessToken, Optional<String> refreshToken, Optional<String> ended) {}

    private static String opaque(String kind, long number) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] hash = digest.digest((kind + number).getBytes(StandardCharsets.US_ASCII));
            // Access tokens hold letters, digits, dots and underscores only.
            return Base64.getEncoder()
                    .encodeToString(hash)
                    .replace('+', '.')
                    .replace('/', '_')
                    .replace("=", "");
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
