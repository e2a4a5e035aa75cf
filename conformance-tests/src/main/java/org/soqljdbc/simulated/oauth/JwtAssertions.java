package org.soqljdbc.simulated.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Checks the assertions of the JWT bearer flow: RS256, issuer, subject, audience and expiry. */
final class JwtAssertions {

    /** Salesforce allows about three minutes; a far future is refused (OAuth 2.0 JWT Bearer Flow). */
    private static final long LONGEST_SECONDS = 360;

    private static final long SKEW_SECONDS = 180;

    private final ObjectMapper json = new ObjectMapper();
    private final String clientId;
    private final String username;
    private final Supplier<Set<String>> audiences;
    private final Supplier<PublicKey> key;
    private final LongSupplier epochSeconds;

    JwtAssertions(
            String clientId,
            String username,
            Supplier<Set<String>> audiences,
            Supplier<PublicKey> key,
            LongSupplier epochSeconds) {
        this.clientId = clientId;
        this.username = username;
        this.audiences = audiences;
        this.key = key;
        this.epochSeconds = epochSeconds;
    }

    /** @throws OAuthRefusal if the assertion does not hold */
    void check(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            throw new OAuthRefusal("invalid_grant", "invalid assertion");
        }
        JsonNode header = part(parts[0]);
        JsonNode claims = part(parts[1]);
        if (!claims.path("iss").asText().equals(clientId)) {
            throw new OAuthRefusal("invalid_client_id", "client identifier invalid");
        }
        if (!header.path("alg").asText().equals("RS256") || !signed(parts)) {
            throw new OAuthRefusal("invalid_grant", "invalid assertion");
        }
        if (!audiences.get().contains(claims.path("aud").asText())) {
            throw new OAuthRefusal("invalid_grant", "Audience validation failed");
        }
        // A text or a number, both are accepted; never milliseconds.
        long left = claims.path("exp").asLong() - epochSeconds.getAsLong();
        if (left < -SKEW_SECONDS) {
            throw new OAuthRefusal("invalid_grant", "expired assertion");
        }
        if (left > LONGEST_SECONDS) {
            throw new OAuthRefusal("invalid_grant", "invalid assertion");
        }
        if (!claims.path("sub").asText().equals(username)) {
            throw new OAuthRefusal("invalid_grant", "user hasn't approved this consumer");
        }
    }

    private JsonNode part(String encoded) {
        try {
            return json.readTree(Base64.getUrlDecoder().decode(encoded));
        } catch (JsonProcessingException | IllegalArgumentException cause) {
            throw new OAuthRefusal("invalid_grant", "invalid assertion");
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private boolean signed(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key.get());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException cause) {
            return false;
        }
    }
}
