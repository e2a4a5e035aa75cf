package org.soqljdbc.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.Origin;
import org.soqljdbc.http.RequestContent;
import org.soqljdbc.http.Transport;

/** Asks a login host for tokens: {@code POST /services/oauth2/token}. */
final class TokenEndpoint {

    static final String PATH = "/services/oauth2/token";

    private static final int LARGEST_REPLY_BYTES = 1 << 20;

    private final Transport transport;
    private final String loginUrl;
    private final Duration loginTimeout;
    private final Clock clock;

    TokenEndpoint(Transport transport, String loginUrl, Duration loginTimeout, Clock clock) {
        this.transport = transport;
        this.loginUrl = loginUrl;
        this.loginTimeout = loginTimeout;
        this.clock = clock;
    }

    /** One token call. @throws SQLException 28000 if refused, with advice; 08xxx, HYT00 if it does not get there */
    TokenReply request(Credentials credentials) throws SQLException {
        Deadline deadline = Deadline.after(loginTimeout, CallControl.unlimited());
        HttpRequest request = HttpRequest.post(
                loginUrl + PATH,
                PATH,
                List.of(new HttpRequest.Header("Accept", "application/json")),
                form(credentials.tokenRequest(clock)),
                credentials.repeatable() ? HttpRequest.Effect.READS : HttpRequest.Effect.ASKS_ONCE);
        try (HttpReply reply = transport.send(request, () -> {}, deadline)) {
            String body = reply.text(LARGEST_REPLY_BYTES);
            if (!reply.isSuccess()) {
                throw SalesforceErrors.ofTokenReply(reply.status(), reply.contentType(), body);
            }
            return TokenReply.parse(body);
        }
    }

    /** The session a reply gives. @throws SQLException 08P01 if its instance is not to be trusted with a token */
    Session session(TokenReply reply) throws SQLException {
        Origin instance = Origin.of(reply.instanceUrl());
        boolean loginIsPlain = !Origin.of(loginUrl).isSecure();
        if (!instance.isSecure() && !(loginIsPlain && instance.isLoopback())) {
            throw SqlErrors.of(
                    SqlState.PROTOCOL_VIOLATION,
                    "The login host named " + instance + " as the org's instance; a token is sent over TLS only");
        }
        return new Session(instance, reply.accessToken(), reply.user());
    }

    private static RequestContent form(List<Credentials.Field> fields) {
        String text = fields.stream()
                .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return RequestContent.of("application/x-www-form-urlencoded", text.getBytes(StandardCharsets.UTF_8));
    }
}
