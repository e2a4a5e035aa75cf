package org.soqljdbc.simulated.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.write.RowWriter;

/** Finds the endpoint below {@code /composite}. */
final class CompositeFamily {

    private final CompositeEndpoint composite;
    private final CollectionsEndpoint collections;
    private final BatchEndpoint batch = new BatchEndpoint();

    CompositeFamily(Schema schema, RowWriter writer, QueryEngine engine) {
        this.composite = new CompositeEndpoint(writer.data().undo());
        this.collections = new CollectionsEndpoint(schema, writer, new CollectionsReader(engine));
    }

    /**
     * Answers a request.
     *
     * @param rest what follows {@code composite} in the path
     * @param outer whether the request came alone; only collections may stand inside another one
     * @param answer answers one request of the same user
     */
    Reply answer(Request request, String version, List<String> rest, boolean outer, Function<Request, Reply> answer) {
        String resource = rest.isEmpty() ? "" : rest.get(0);
        if (!outer && !resource.equals("sobjects")) {
            return Reply.notFound();
        }
        return switch (resource) {
            case "" -> composite.answer(request, answer);
            case "sobjects" -> collections.answer(request, version, rest.subList(1, rest.size()));
            case "batch" -> batch.answer(request, answer);
            default -> Reply.notFound();
        };
    }

    /** The SOQL of a request, also inside a composite one. */
    Optional<String> soql(Request request) {
        return request.path().endsWith("/composite") ? composite.soql(request) : request.soql();
    }
}
