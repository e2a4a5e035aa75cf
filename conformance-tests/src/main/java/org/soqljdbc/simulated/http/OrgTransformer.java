package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.fault.Faults;
import org.soqljdbc.simulated.log.Call;
import org.soqljdbc.simulated.log.CallLog;

/** The only class that meets WireMock's: a request in, the org's reply or a planned fault out, and a line in the log. */
public final class OrgTransformer implements ResponseDefinitionTransformerV2 {

    /** REST API, "Request size": URI and headers together. */
    private static final int LARGEST_HEAD = 16_384;

    private static final int SMALLEST_COMPRESSED = 32;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Api api;
    private final CallLog log;
    private final Faults faults;

    /** A transformer for the one stub that stands for the org. */
    public OrgTransformer(Api api, CallLog log, Faults faults) {
        this.api = api;
        this.log = log;
        this.faults = faults;
    }

    @Override
    public String getName() {
        return "simulated-org";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var incoming = event.getRequest();
        Map<String, String> headers = new HashMap<>();
        int head = incoming.getUrl().length();
        for (HttpHeader header : incoming.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue());
            head += header.key().length() + header.firstValue().length() + 4;
        }
        Request request = Request.of(incoming.getMethod().getName(), incoming.getUrl(), headers, incoming.getBody());
        Optional<Fault> fault = faults.take(request.method() + " " + incoming.getUrl());
        if (fault.isPresent() && fault.get() instanceof Fault.Held held) {
            held.hold().pass();
        }
        return sent(request, replied(request, head, fault), fault);
    }

    private Reply replied(Request request, int head, Optional<Fault> fault) {
        boolean refused = fault.isPresent()
                && (fault.get() instanceof Fault.Answer
                        || fault.get() instanceof Fault.Reset
                        || fault.get() instanceof Fault.NoAnswer);
        if (refused) {
            return instead(fault.get());
        }
        Reply own = own(request, head);
        if (fault.isPresent() && fault.get() instanceof Fault.HeldReply held) {
            held.hold().pass();
        }
        if (fault.isPresent() && fault.get() instanceof Fault.AppliedBut other) {
            return instead(other.answer());
        }
        return fault.isPresent() && fault.get() instanceof Fault.Lost ? instead(fault.get()) : own;
    }

    private static Map<String, String> options(Map<String, String> headers) {
        Map<String, String> options = new TreeMap<>(headers);
        options.keySet().removeIf(name -> !name.startsWith("sforce-") && !name.equals("content-type"));
        return options;
    }

    private Reply own(Request request, int head) {
        if (head > LARGEST_HEAD) {
            return request.query().length() + request.path().length() > LARGEST_HEAD / 2
                    ? Reply.html(414, "<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>")
                    : Reply.html(431, "<h1>Bad Message 431</h1><pre>reason: Request Header Fields Too Large</pre>");
        }
        Reply reply = api.answer(request);
        boolean pretty = request.header("X-PrettyPrint").filter("1"::equals).isPresent();
        return pretty && reply.contentType().equals(Reply.JSON) && reply.body().length > 0 ? pretty(reply) : reply;
    }

    private Reply pretty(Reply reply) {
        try {
            return reply.withBody(
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(mapper.readTree(reply.body())));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Reply instead(Fault fault) {
        if (fault instanceof Fault.Answer answer) {
            Reply reply = Reply.html(answer.status(), answer.body());
            return new Reply(answer.status(), answer.contentType(), answer.headers(), reply.body());
        }
        return Reply.empty(0);
    }

    private ResponseDefinition sent(Request request, Reply reply, Optional<Fault> fault) {
        byte[] plain = fault.isPresent() && fault.get() instanceof Fault.Malformed malformed
                ? Arrays.copyOf(reply.body(), Math.min(malformed.bytes(), reply.body().length))
                : reply.body();
        boolean compressed = plain.length >= SMALLEST_COMPRESSED
                && request.header("Accept-Encoding")
                        .filter(accepted -> accepted.contains("gzip"))
                        .isPresent();
        byte[] body = compressed ? gzip(plain) : plain;
        boolean billed = Api.isBilled(request);
        log.add(
                new Call(
                        request.method(),
                        request.path(),
                        request.query(),
                        reply.status(),
                        body.length,
                        request.body().length,
                        options(request.headers()),
                        api.soql(request)),
                billed ? Api.cost(request) : 0);
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(reply.status());
        if (reply.status() == 0) {
            return response.withStatus(200)
                    .withFault(
                            fault.orElseThrow() instanceof Fault.NoAnswer
                                    ? com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE
                                    : com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                    .build();
        }
        headers(response, reply, compressed, billed);
        if (fault.isPresent() && fault.get() instanceof Fault.Cut cut) {
            response.withHeader("Content-Length", Integer.toString(body.length));
            body = Arrays.copyOf(body, Math.min(cut.bytes(), body.length));
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Slow slow) {
            response.withChunkedDribbleDelay(slow.pieces(), slow.milliseconds());
        }
        return response.withBody(body).build();
    }

    private void headers(ResponseDefinitionBuilder response, Reply reply, boolean compressed, boolean billed) {
        response.withHeader("Content-Type", reply.contentType());
        response.withHeader("Vary", "Accept-Encoding");
        if (!reply.headers().containsKey("Cache-Control")) {
            response.withHeader("Cache-Control", "no-cache,must-revalidate,max-age=0,no-store,private");
        }
        if (billed) {
            response.withHeader("Sforce-Limit-Info", "api-usage=" + log.billed() + "/" + LimitsEndpoint.DAILY_CALLS);
        }
        reply.headers().forEach((name, value) -> {
            // The tag of a compressed reply says so (REST API, "Conditional Requests").
            boolean tag = compressed && name.equals("ETag");
            response.withHeader(name, tag ? value.substring(0, value.length() - 1) + "--gzip\"" : value);
        });
        if (compressed) {
            response.withHeader("Content-Encoding", "gzip");
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return bytes.toByteArray();
    }
}
