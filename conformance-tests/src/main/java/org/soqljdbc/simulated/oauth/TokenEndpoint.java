package org.soqljdbc.simulated.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Answers {@code POST /services/oauth2/token} for the grants that need no browser. */
public final class TokenEndpoint {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String SCOPE = "api refresh_token";

    private final ConnectedApp app;
    private final Sessions sessions;
    private final String identityPath;
    private final Supplier<String> instanceUrl;
    private final JwtAssertions assertions;
    private final Consumer<String> sessionEnded;

    /**
     * An endpoint for one app.
     *
     * @param identityPath {@code /id/<organization>/<user>}
     * @param instanceUrl the org's address, known once it listens
     * @param key of the certificate uploaded for the JWT bearer flow
     * @param sessionEnded told the access token of each session that a rotated refresh token ends
     */
    public TokenEndpoint(
            ConnectedApp app,
            Sessions sessions,
            String identityPath,
            Supplier<String> instanceUrl,
            Supplier<PublicKey> key,
            Consumer<String> sessionEnded) {
        this.app = app;
        this.sessions = sessions;
        this.identityPath = identityPath;
        this.instanceUrl = instanceUrl;
        this.sessionEnded = sessionEnded;
        this.assertions = new JwtAssertions(
                app.clientId(),
                app.username(),
                () -> Set.of("https://login.salesforce.com", "https://test.salesforce.com", instanceUrl.get()),
                key,
                // Assertions are dated by the client's real clock, whatever the org's data think the day is.
                () -> System.currentTimeMillis() / 1000);
    }

    /** An answer. @param status 200 or 400 */
    public record Answer(int status, ObjectNode body) {}

    /**
     * Answers a request.
     *
     * @param form the decoded form fields
     * @param authorization the header, if there is one: client id and secret may come as Basic
     */
    public Answer answer(Map<String, String> form, Optional<String> authorization) {
        try {
            return new Answer(200, granted(new Request(form, authorization)));
        } catch (OAuthRefusal refusal) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("error", refusal.error());
            body.put("error_description", refusal.getMessage());
            return new Answer(400, body);
        }
    }

    private ObjectNode granted(Request request) {
        String grant = request.required("grant_type");
        return switch (grant) {
            case "client_credentials" -> {
                request.checkClient(app, true);
                yield token(sessions.open(), true);
            }
            case JWT_BEARER -> {
                assertions.check(request.required("assertion"));
                // Replies of this flow may lack issued_at and signature (recorded by clients).
                yield token(sessions.open(), false);
            }
            case "password" -> {
                request.checkClient(app, true);
                boolean known = request.required("username").equals(app.username())
                        && request.required("password").equals(app.secretPassword());
                if (!known) {
                    throw new OAuthRefusal("invalid_grant", "authentication failure");
                }
                yield token(sessions.open(), true);
            }
            case "refresh_token" -> {
                request.checkClient(app, false);
                yield refreshed(request.required("refresh_token"));
            }
            default -> throw new OAuthRefusal("unsupported_grant_type", "grant type not supported");
        };
    }

    private ObjectNode refreshed(String refreshToken) {
        Sessions.Renewed renewed = sessions.refresh(refreshToken)
                .orElseThrow(() -> new OAuthRefusal("invalid_grant", "expired access/refresh token"));
        renewed.ended().ifPresent(sessionEnded);
        ObjectNode reply = token(renewed.accessToken(), true);
        renewed.refreshToken().ifPresent(next -> reply.put("refresh_token", next));
        return reply;
    }

    /** There is no {@code expires_in}: Salesforce never says how long a session lives. */
    private ObjectNode token(String accessToken, boolean dated) {
        String identity = instanceUrl.get() + identityPath;
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("access_token", accessToken);
        if (dated) {
            String issuedAt = Long.toString(System.currentTimeMillis());
            reply.put("signature", signature(identity + issuedAt));
            reply.put("scope", SCOPE);
            reply.put("instance_url", instanceUrl.get());
            reply.put("id", identity);
            reply.put("token_type", "Bearer");
            reply.put("issued_at", issuedAt);
        } else {
            reply.put("scope", SCOPE);
            reply.put("instance_url", instanceUrl.get());
            reply.put("id", identity);
            reply.put("token_type", "Bearer");
        }
        return reply;
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(app.clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private record Request(Map<String, String> form, Optional<String> authorization) {

        String required(String name) {
            String value = form.get(name);
            if (value == null || value.isEmpty()) {
                throw new OAuthRefusal("invalid_request", "missing required parameter: " + name);
            }
            return value;
        }

        void checkClient(ConnectedApp app, boolean needsSecret) {
            String id = form.get("client_id");
            String secret = form.get("client_secret");
            if (authorization.isPresent() && authorization.get().startsWith("Basic ")) {
                byte[] pair = Base64.getDecoder().decode(authorization.get().substring("Basic ".length()));
                String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
                id = parts[0];
                secret = parts.length > 1 ? parts[1] : null;
            }
            if (id == null) {
                throw new OAuthRefusal("invalid_request", "missing required parameter: client_id");
            }
            if (!id.equals(app.clientId())) {
                throw new OAuthRefusal("invalid_client_id", "client identifier invalid");
            }
            if (secret == null ? needsSecret : !secret.equals(app.clientSecret())) {
                throw new OAuthRefusal("invalid_client", "invalid client credentials");
            }
        }
    }
}
