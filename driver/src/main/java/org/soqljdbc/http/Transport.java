package org.soqljdbc.http;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.client.Clients;
import org.soqljdbc.http.client.SendWatch;

/** Sends requests and repeats those that may be; one for each connection, over sockets that the JVM's share. */
public final class Transport {

    private static final int MOST_REDIRECTS = 5;
    private static final RequestContent NOTHING = RequestContent.of("application/json", new byte[0]);

    // Three pauses of some 3.5 seconds ride out a fail-over; a minute is as long as a person waits.
    private static final RetryPolicy USUAL = new RetryPolicy(
            4,
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            () -> ThreadLocalRandom.current().nextDouble());

    private final OkHttpClient client;
    private final RetryPolicy retries;

    private Transport(OkHttpClient client, RetryPolicy retries) {
        this.client = client;
        this.retries = retries;
    }

    /** @throws SQLException 08001 if the trust store cannot be read */
    public static Transport of(Settings settings) throws SQLException {
        return new Transport(Clients.of(settings), USUAL);
    }

    /** With other retries, for tests. */
    static Transport of(Settings settings, RetryPolicy retries) throws SQLException {
        return new Transport(Clients.of(settings), retries);
    }

    /**
     * Sends a request and answers with the first reply that is not worth another try, whatever its status.
     *
     * @param gate asked before every request sent
     * @param deadline covers connecting, sending, all tries and reading the body
     * @throws SQLException 08001 if the server cannot be reached; 08006 if the connection breaks; 08007 if a request
     *     that writes was sent whole and brought no answer; HYT00; 57014, both chained to an 08007 if such a request was
     *     under way ({@link SqlErrors#leavesUnknown}); 08P01 for a redirect to another origin; what a body's source failed
     *     with
     */
    public HttpReply send(HttpRequest request, CallGate gate, Deadline deadline) throws SQLException {
        Unanswered unanswered = new Unanswered();
        try {
            return send(request, gate, deadline, unanswered);
        } catch (SQLException failure) {
            throw unanswered.whole(failure, request);
        }
    }

    private HttpReply send(HttpRequest request, CallGate gate, Deadline deadline, Unanswered unanswered)
            throws SQLException {
        HttpUrl url = HttpUrl.parse(request.url());
        if (url == null) {
            throw SqlErrors.of(SqlState.PROTOCOL_VIOLATION, request + ": not a URL of a server");
        }
        int redirects = 0;
        int tries = 0;
        while (true) {
            tries++;
            Response response;
            Attempt attempt = new Attempt(request, url, deadline);
            gate.beforeCall();
            try {
                response = attempt.run();
            } catch (IOException cause) {
                boolean sent = attempt.mayHaveBeenSent(cause);
                SQLException failure = attempt.failures.beforeAnswer(cause, sent, attempt.watch.whole());
                unanswered.note(failure);
                boolean ended = deadline.control().isCancelled()
                        || Thread.currentThread().isInterrupted()
                        || deadline.hasPassed();
                Optional<Duration> wait = ended ? Optional.empty() : retries.afterFailure(request, sent, cause, tries);
                pauseOrThrow(request, wait, failure, deadline);
                continue;
            }
            int status = response.code();
            Optional<Duration> wait =
                    retries.afterReply(request, status, Optional.ofNullable(response.header("Retry-After")), tries);
            if (wait.isPresent() && deadline.allows(wait.get())) {
                attempt.close(response);
                unanswered.note(request, status, response.header("Retry-After") != null);
                RequestLog.repeats(request, "HTTP " + status, wait.get().toMillis());
                deadline.pause(wait.get());
                continue;
            }
            if (isRedirect(status) && response.header("Location") != null) {
                attempt.close(response);
                url = redirected(request, url, response.header("Location"), ++redirects);
                tries--;
                continue;
            }
            return attempt.reply(response, unanswered.isAny());
        }
    }

    private static void pauseOrThrow(
            HttpRequest request, Optional<Duration> wait, SQLException failure, Deadline deadline) throws SQLException {
        if (wait.isEmpty() || !deadline.allows(wait.get())) {
            throw failure;
        }
        RequestLog.repeats(request, failure.getSQLState(), wait.get().toMillis());
        deadline.pause(wait.get());
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static HttpUrl redirected(HttpRequest request, HttpUrl from, String location, int redirects)
            throws SQLException {
        HttpUrl to = from.resolve(location);
        Origin origin = Origin.of(from);
        if (to == null || !Origin.of(to).equals(origin) || !request.method().equals("GET")) {
            throw SqlErrors.of(
                    SqlState.PROTOCOL_VIOLATION,
                    request + ": " + origin + " redirects to " + (to == null ? "no URL" : Origin.of(to))
                            + "; that is refused, since a token belongs to one place. Check the host in the URL, or"
                            + " name the redirect's target if it is the org's own My Domain");
        }
        if (redirects > MOST_REDIRECTS) {
            throw SqlErrors.of(SqlState.PROTOCOL_VIOLATION, request + ": " + origin + " redirects in a circle");
        }
        return to;
    }

    /** One request on its way. */
    private final class Attempt {

        private final HttpRequest request;
        private final CallFailures failures;
        private final Call call;
        private final SendWatch watch = new SendWatch();
        private final Runnable over;
        private final Exchange exchange;

        Attempt(HttpRequest request, HttpUrl url, Deadline deadline) throws SQLException {
            this.request = request;
            this.exchange = new Exchange(request);
            this.failures = new CallFailures(request, url.host(), deadline);
            Request.Builder builder = new Request.Builder()
                    .url(url)
                    .method(request.method(), body(request))
                    .tag(SendWatch.class, watch);
            for (HttpRequest.Header header : request.headers()) {
                builder.addHeader(header.name(), header.value());
            }
            this.call = client.newCall(builder.build());
            deadline.remaining().ifPresent(left -> call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS));
            this.over = deadline.control().register(call::cancel);
        }

        Response run() throws IOException {
            RequestLog.sent(request);
            try {
                Response response = call.execute();
                exchange.answered(response.code());
                return response;
            } catch (IOException cause) {
                over.run();
                exchange.failed(cause);
                throw cause;
            }
        }

        boolean mayHaveBeenSent(IOException cause) {
            return watch.began() && !CallFailures.surelyNotSent(cause);
        }

        void close(Response response) {
            response.close();
            over.run();
            exchange.tell();
        }

        HttpReply reply(Response response, boolean followsUnanswered) {
            Consumer<byte[]> log = RequestLog.bodies(request);
            return new HttpReply(response, new ReplyStream(response, failures, over, log), followsUnanswered, exchange);
        }
    }

    /** What became of earlier tries of a write that is sent again: one may have taken effect. */
    private static final class Unanswered {

        private SQLException first;

        void note(SQLException failure) {
            if (first == null && SqlErrors.leavesUnknown(failure)) {
                first = failure;
            }
        }

        /** Takes notice of an answer that leaves open what became of a write: of a server's fault, or a gateway's. */
        void note(HttpRequest request, int status, boolean toldWhen) {
            boolean before = status == 429 || status == 420 || status == 503 && toldWhen;
            boolean open = request.writes() && !before;
            if (first == null && open) {
                first = SqlErrors.unknown(request + " was answered by HTTP " + status, null);
            }
        }

        boolean isAny() {
            return first != null;
        }

        /** The failure of the last try, together with what is unknown of the earlier ones. */
        SQLException whole(SQLException failure, HttpRequest request) {
            if (first == null || SqlErrors.leavesUnknown(failure)) {
                return failure;
            }
            String state = failure.getSQLState();
            if (state.equals(SqlState.CANCELLED.code()) || state.equals(SqlState.TIMED_OUT.code())) {
                return SqlErrors.unknownAfter(failure, request.toString());
            }
            first.addSuppressed(failure);
            return first;
        }
    }

    private static RequestBody body(HttpRequest request) {
        if (request.body().isPresent()) {
            return new Outgoing(request.body().get());
        }
        // OkHttp repeats a request without a body by itself, unseen; one that must not be repeated, or whose repetition
        // must be known, gets an empty one.
        return request.effect() == HttpRequest.Effect.READS ? null : new Outgoing(NOTHING);
    }

    /** A body that OkHttp never sends again by itself: every try is ours, asked for and counted. */
    private static final class Outgoing extends RequestBody {

        private final RequestContent content;

        Outgoing(RequestContent content) {
            this.content = content;
        }

        @Override
        public MediaType contentType() {
            return MediaType.parse(content.contentType());
        }

        @Override
        public long contentLength() {
            return content.length().orElse(-1);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            content.writeTo(sink.outputStream());
        }
    }
}
