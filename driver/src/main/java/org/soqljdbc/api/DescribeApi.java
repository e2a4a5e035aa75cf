package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.call.CompositeReply;
import org.soqljdbc.api.call.ReplyParser;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.PumpedBody;

/** The resources {@code sobjects} and {@code sobjects/X/describe}. Thread-safe. */
public final class DescribeApi {

    private static final String SINCE = "If-Modified-Since";

    private final ApiCaller caller;
    private final String api;

    /** @param api "" for the org's objects, or {@link SalesforceApi#TOOLING} */
    DescribeApi(ApiCaller caller, String api) {
        this.caller = caller;
        this.api = api;
    }

    /**
     * Reads the list of all objects the user may see: one call.
     *
     * @param name what the sink is told, since the list has no name
     * @param since a {@code Last-Modified} of before; empty to have it in any case
     */
    public void global(String name, Optional<String> since, DescribeSink sink, CallControl control)
            throws SQLException {
        single(name, caller.base() + api + "/sobjects", api + "/sobjects", since, sink, control);
    }

    /** As the other, with nothing known yet. */
    public void describe(List<String> names, DescribeSink sink, CallControl control) throws SQLException {
        describe(names, Map.of(), sink, control);
    }

    /**
     * Describes objects: one call for one, and one call for each 25 of several.
     *
     * @param names API names, in any case
     * @param since {@code Last-Modified} of before, by name as in names; objects unchanged since are not sent again
     * @throws SQLException what the sink throws, or why a whole call failed
     */
    public void describe(List<String> names, Map<String, String> since, DescribeSink sink, CallControl control)
            throws SQLException {
        // That a composite request takes resources of Tooling API is nowhere said.
        int size = api.isEmpty() ? ApiLimits.COMPOSITE_SUBREQUESTS : 1;
        for (int from = 0; from < names.size(); from += size) {
            List<String> some = names.subList(from, Math.min(names.size(), from + size));
            if (some.size() == 1) {
                String name = some.get(0);
                Optional<String> date = Optional.ofNullable(since.get(name));
                single(name, path(name), api + "/sobjects/{name}/describe", date, sink, control);
            } else {
                several(some, since, sink, control);
            }
        }
    }

    private String path(String name) {
        return caller.base() + api + "/sobjects/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/describe";
    }

    private void single(
            String name, String path, String label, Optional<String> since, DescribeSink sink, CallControl control)
            throws SQLException {
        HttpRequest.Header[] headers = since.filter(DescribeApi::fitsHeader)
                .map(date -> new HttpRequest.Header[] {new HttpRequest.Header(SINCE, date)})
                .orElse(new HttpRequest.Header[0]);
        ApiRequest request = ApiRequest.get(path, label, headers);
        try (PumpedBody body = PumpedBody.start(deadline -> caller.call(request, deadline), control)) {
            PumpedBody.Head head = headOrFailure(name, body, sink);
            if (head == null) {
                return;
            }
            if (head.status() == 304) {
                sink.unchanged(name);
                return;
            }
            try (JsonParser parser = ReplyParser.object(body.stream())) {
                sink.described(name, parser);
            }
            sink.dated(name, head.header("Last-Modified").orElse(""));
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    /** A date from inside a composite reply may be any text. */
    private static boolean fitsHeader(String date) {
        return date.matches("[\\x20-\\x7E]+");
    }

    /** Null after the sink has been told that there is no such object. */
    private static PumpedBody.Head headOrFailure(String name, PumpedBody body, DescribeSink sink) throws SQLException {
        try {
            return body.head();
        } catch (SQLException why) {
            if (why.getErrorCode() != 404) {
                throw why;
            }
            sink.failed(name, noSuchObject(name, why));
            return null;
        }
    }

    private void several(List<String> names, Map<String, String> since, DescribeSink sink, CallControl control)
            throws SQLException {
        List<CompositeBody.Part> parts = new ArrayList<>();
        for (String name : names) {
            Map<String, String> headers = since.containsKey(name) ? Map.of(SINCE, since.get(name)) : Map.of();
            parts.add(new CompositeBody.Part(path(name), "d" + parts.size(), headers));
        }
        ApiRequest request =
                ApiRequest.readingPost(caller.base() + "/composite", "/composite (describe)", CompositeBody.of(parts));
        try (PumpedBody body = PumpedBody.start(deadline -> caller.call(request, deadline), control)) {
            body.head();
            try (JsonParser parser = ReplyParser.object(body.stream())) {
                CompositeReply reply = new CompositeReply(parser);
                for (int i = 0; i < names.size(); i++) {
                    if (!reply.nextPart()) {
                        throw ReplyErrors.unexpected(i + " of " + names.size() + " composite parts");
                    }
                    part(names.get(i), "d" + i, reply, parser, sink);
                }
            }
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    private static void part(
            String name, String referenceId, CompositeReply reply, JsonParser parser, DescribeSink sink)
            throws IOException, SQLException {
        boolean described = reply.hasBody();
        if (described) {
            sink.described(name, parser);
            reply.finishPart();
        }
        if (!reply.referenceId().equals(referenceId)) {
            throw ReplyErrors.unexpected("composite parts in another order than asked for");
        }
        if (described) {
            sink.dated(name, reply.lastModified());
        } else if (reply.status() == 304) {
            sink.unchanged(name);
        } else if (reply.status() == 404) {
            sink.failed(name, noSuchObject(name, reply.failure()));
        } else {
            sink.failed(name, reply.failure());
        }
    }

    private static SQLException noSuchObject(String name, SQLException why) {
        return SqlErrors.of(
                SqlState.NO_SUCH_TABLE,
                "There is no object '" + name + "', or the user may not see it (" + why.getMessage() + ")",
                why);
    }
}
