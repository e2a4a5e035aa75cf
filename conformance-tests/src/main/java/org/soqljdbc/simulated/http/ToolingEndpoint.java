package org.soqljdbc.simulated.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.write.RowWriter;

/** Answers what reads of {@code /tooling}: {@code query} and {@code sobjects}, in the shapes of the org's own. */
public final class ToolingEndpoint {

    private final SObjectEndpoint objects;
    private final QueryEndpoint queries;

    /** Of objects and rows that are apart from the org's own. */
    public ToolingEndpoint(
            Schema schema, RowWriter writer, QueryEngine engine, Supplier<Instant> clock, Supplier<String> orgUrl) {
        this.objects = new SObjectEndpoint(schema, writer, engine, clock, orgUrl);
        this.queries = new QueryEndpoint(engine, new Cursors());
    }

    /** @param rest what follows {@code tooling} in the path */
    Reply answer(Request request, String version, List<String> rest, String session) {
        if (rest.isEmpty() || !request.method().equals("GET")) {
            return Reply.notFound();
        }
        List<String> more = rest.subList(1, rest.size());
        return switch (rest.get(0)) {
            case "sobjects" -> objects.answer(request, version, more);
            case "query" -> queries.answer(request, version, false, String.join("/", more), session);
            default -> Reply.notFound();
        };
    }
}
