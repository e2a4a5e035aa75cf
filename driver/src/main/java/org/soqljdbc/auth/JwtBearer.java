package org.soqljdbc.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * A user logs in by the app's signature (OAuth 2.0 JWT Bearer Flow).
 *
 * @param clientId the app's consumer key
 * @param user login name of the user, who must be pre-authorized for the app
 * @param audience the authorization server
 * @param key RSA, at least 2,048 bits; its certificate is uploaded to the app
 */
record JwtBearer(String clientId, String user, String audience, PrivateKey key) implements Credentials {

    // Salesforce refuses assertions that live longer than some 3 minutes.
    private static final Duration LIFE = Duration.ofSeconds(180);

    @Override
    public List<Field> tokenRequest(Clock clock) throws SQLException {
        return List.of(
                new Field("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
                new Field("assertion", assertion(clock)));
    }

    private String assertion(Clock clock) throws SQLException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(user)
                .audience(audience)
                .expirationTime(Date.from(clock.instant().plus(LIFE)))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException | IllegalArgumentException cause) {
            throw SqlErrors.of(
                    SqlState.INVALID_AUTHORIZATION,
                    "The private key cannot sign (RS256 needs an RSA key of at least 2048 bits)",
                    cause);
        }
        return jwt.serialize();
    }

    @Override
    public String toString() {
        return "JwtBearer[" + clientId + ", " + user + ", " + audience + "]";
    }
}
